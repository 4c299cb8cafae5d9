using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever must activate five times a day stops reading what he confirms.</summary>
public sealed class ActivationTooShort : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM205",
            Title: "Role or group can be activated for so short a time that people activate again and again",
            Severity: Severity.Info,
            Practice: "DO-4",
            Why: "Whoever must activate several times for one task types any reason and confirms every prompt unread. The gates "
                + "then protect nothing, and people ask for standing access instead.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters = [RuleParameter.Number("minHours", 1, "shortest sensible maximum of an activation in hours")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var floor = TimeSpan.FromHours(context.Parameters.Number("minHours"));
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                (held.Tier, settings.LongestActivation) switch
                {
                    (RoleTier.HighlyPrivileged, _) => [],
                    (_, null) => [held.BlindWithout("how long an activation may last")],
                    (_, { } longest) when longest < floor => [Finding(held, longest, floor)],
                    _ => [held.Meets()],
                },
            held => !held.Owner.IsRole || held.Tier is not RoleTier.HighlyPrivileged
        );
    }

    private static Judgement.Breaks Finding(HeldSetting held, TimeSpan longest, TimeSpan floor) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} can be activated for {Say.Duration(longest)} only",
                Observed = Say.Duration(longest),
                Expected = $"at least {Say.Duration(floor)}",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    $"On the Activation tab, set the activation maximum duration to {Say.Duration(floor)} or more",
                    SettingsFixes.LimitActivation(held.Owner, floor)
                ),
            }
        );
}
