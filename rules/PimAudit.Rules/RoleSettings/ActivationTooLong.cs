using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An activation that outlives its task is standing access with one extra click.</summary>
public sealed class ActivationTooLong : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM204",
            Title: "Role or group can be activated for longer than the profile allows",
            Severity: Severity.Medium,
            Practice: "DO-4, DONT-5",
            Why: "An activation that outlives its task is standing access with one extra click: whoever takes over the session "
                + "or the account in the meantime has the role without asking anybody.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters =
            [
                SettingsJudge.Roles,
                RuleParameter.Number("maxHours", 8, "longest activation in hours"),
                RuleParameter.Number("maxHoursHighlyPrivileged", 8, "the same for highly privileged roles"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        SettingsJudge.EachChosen(
            context,
            Gate.Length,
            (held, settings) =>
                settings.LongestActivation switch
                {
                    null => held.BlindWithout("how long an activation may last"),
                    { } longest when longest > Limit(context, held) => Finding(held, longest, Limit(context, held)),
                    _ => held.Meets(),
                }
        );

    private static TimeSpan Limit(RuleContext context, HeldSetting held) =>
        TimeSpan.FromHours(
            context.Parameters.Number(held.Tier is RoleTier.HighlyPrivileged ? "maxHoursHighlyPrivileged" : "maxHours")
        );

    private static Judgement.Breaks Finding(HeldSetting held, TimeSpan longest, TimeSpan limit) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can be activated for {Say.Duration(longest)}",
                Observed = Say.Duration(longest),
                Expected = $"at most {Say.Duration(limit)}",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    $"On the Activation tab, set the activation maximum duration to {Say.Duration(limit)} or less",
                    SettingsFixes.LimitActivation(held.Owner, limit)
                ),
            }
        );
}
