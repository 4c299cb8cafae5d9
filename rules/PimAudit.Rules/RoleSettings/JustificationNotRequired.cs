using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An activation without a reason cannot be told from a misuse afterwards.</summary>
public sealed class JustificationNotRequired : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM202",
            Title: "Activation does not ask for a justification",
            Severity: Severity.Medium,
            Practice: "DO-2",
            Why: "The audit log then shows that somebody became an administrator, but not why. An approver has nothing to judge by, "
                + "and nobody can tell work from misuse afterwards.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters = [SettingsJudge.Roles],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        SettingsJudge.EachChosen(
            context,
            Gate.Justification,
            (held, settings) =>
                settings.Justification switch
                {
                    true => held.Meets(),
                    false => Finding(held, settings),
                    null => held.BlindWithout("whether activation asks for a justification"),
                }
        );

    private static Judgement.Breaks Finding(HeldSetting held, RoleSettings settings) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can be activated without a justification",
                Observed = "not required",
                Expected = "a justification on activation",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation tab, select Require justification on activation",
                    SettingsFixes.AlsoAskFor(held.Owner, settings, "Justification")
                ),
            }
        );
}
