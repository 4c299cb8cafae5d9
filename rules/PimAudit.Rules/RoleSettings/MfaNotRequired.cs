using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Without a second factor a stolen password or session is enough to become an administrator.</summary>
public sealed class MfaNotRequired : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM201",
            Title: "Activation asks for neither multifactor authentication nor an authentication context",
            Severity: Severity.High,
            Practice: "DO-2",
            Why: "A password or a browser session that somebody else got hold of is then enough to activate the role. Multifactor "
                + "authentication at the moment of activation is what separates being eligible from being an administrator.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters = [SettingsJudge.Roles],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        SettingsJudge.EachChosen(
            context,
            Gate.Mfa,
            (held, settings) =>
                (settings.Mfa, settings.ContextRequired) switch
                {
                    (true, _) or (_, true) => held.Meets(),
                    (false, false) => Finding(held, settings),
                    _ => held.BlindWithout("whether activation asks for multifactor authentication"),
                }
        );

    private static Judgement.Breaks Finding(HeldSetting held, RoleSettings settings) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can be activated without multifactor authentication",
                Observed = "neither multifactor authentication nor an authentication context is required",
                Expected = "multifactor authentication or an authentication context on activation",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, under On activation, require, select Azure MFA or a Conditional Access authentication context",
                    SettingsFixes.AlsoAskFor(held.Owner, settings, "MultiFactorAuthentication")
                ),
            }
        );
}
