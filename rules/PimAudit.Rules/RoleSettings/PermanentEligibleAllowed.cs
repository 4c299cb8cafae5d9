using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An eligibility without end outlives the job for which it was given.</summary>
public sealed class PermanentEligibleAllowed : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM216",
            Title: "Settings permit eligible assignments without end, or for longer than the profile allows",
            Severity: Severity.Info,
            Practice: "CFG-2",
            Why: "Eligible people change their jobs and keep what they may activate. Where the settings ask for an end, somebody must "
                + "decide from time to time that it is still needed.",
            Needs: SettingsJudge.Needs
        )
        {
            Parameters = [RuleParameter.Number("maxDays", 365, "longest eligible assignment in days")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxDays"));
        return SettingsJudge.EachHeld(
            context,
            (held, settings) =>
                [
                    (settings.PermanentEligibleAllowed, settings.LongestEligible) switch
                    {
                        (true, _) => Finding(held, "allowed without end", limit),
                        (false, { } longest) when longest > limit => Finding(held, Say.Duration(longest), limit),
                        (false, { }) => held.Meets(),
                        _ => held.BlindWithout("how long an eligible assignment may last"),
                    },
                ]
        );
    }

    private static Judgement.Breaks Finding(HeldSetting held, string observed, TimeSpan limit) =>
        new(
            new FindingDraft
            {
                Subject = held.Subject,
                Identity = held.Identity,
                Title = $"{held.Label} permits eligible assignments for longer than {Say.Duration(limit)}",
                Observed = observed,
                Expected = $"an end, after at most {Say.Duration(limit)}",
                Role = held.Owner.IsRole ? held.Subject : null,
                Evidence = [held.Evidence],
                Fix = SettingsFixes.Of(
                    held,
                    $"On the Assignment tab, clear Allow permanent eligible assignment and let eligible assignments expire after {Say.Duration(limit)} at most",
                    SettingsFixes.LimitAssigned(held.Owner, "Eligibility", limit)
                ),
            }
        );
}
