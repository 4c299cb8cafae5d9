using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Settings that nobody ever changed are settings that nobody ever decided.</summary>
public sealed class RoleSettingsUntouched : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM213",
            Title: "Settings of a privileged role were never changed",
            Severity: Severity.Info,
            Practice: "CFG-3",
            Why: "The practice configures each role before it is used. Settings in their first state show that nobody has decided how "
                + "this role is to be activated, by whom it is approved and who is told.",
            Needs: SettingsJudge.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                held.Tier is RoleTier.Other
                    ? []
                    :
                    [
                        IsUntouched(settings) switch
                        {
                            true => Finding(held),
                            false => held.Meets(),
                            null => held.BlindWithout("whether they ask for what no new policy asks for"),
                        },
                    ],
            held => !held.Owner.IsRole || held.Tier is not RoleTier.Other
        );

    /// <summary>
    /// Graph documents null for a policy that was never changed. What no new policy asks for was switched on by somebody,
    /// whatever Graph says about when. Null: not told whether they ask for that.
    /// </summary>
    private static bool? IsUntouched(RoleSettings settings) =>
        Maybe.And(
            settings.ChangedAt is null,
            Maybe.Not(Maybe.Any(settings.ApprovalRequired, settings.ContextRequired, settings.Ticket))
        );

    private static Judgement.Breaks Finding(HeldSetting held) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"The settings of {held.Label} were never changed",
                Observed = "never changed since they were made",
                Expected = "settings that somebody decided",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    "On the Activation, Assignment and Notification tabs, set what this role is to ask for"
                ),
            }
        );
}
