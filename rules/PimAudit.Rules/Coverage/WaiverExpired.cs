using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An exception that ended unnoticed is either forgotten or still needed, and somebody must say which.</summary>
public sealed class WaiverExpired : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM902",
            Title: "A waiver is past its last day",
            Severity: Severity.Medium,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An expired waiver covers nothing any more. Left where it is, it looks as if somebody still answered for the "
                + "exception, and nobody decides whether the fault is mended or the exception is approved again.",
            Needs: SnapshotParts.None
        )
        {
            Source = "PimAudit: an exception ends on the day that its approver agreed to",
            JudgesWaivers = true,
        };

    /// <summary>Of several waivers of the same, the one that lasts longest speaks: it renewed the others.</summary>
    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Waivers.GroupBy(use => use.Waiver.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.MaxBy(use => use.DaysLeft)!)
            .Select(use =>
                use.State is WaiverState.Expired
                    ? Finding(context, use)
                    : (Judgement)new Judgement.Meets(WaiverFacts.Reference(context, use.Waiver))
            );

    private static Judgement.Breaks Finding(RuleContext context, WaiverUse use)
    {
        var subject = WaiverFacts.Reference(context, use.Waiver);
        return new(
            new FindingDraft
            {
                Subject = subject,
                Title = $"The waiver of {subject.Label} has expired",
                Observed =
                    $"last day {WaiverFacts.Day(use.Waiver.Expires)}, {Say.Count(-use.DaysLeft, "day")} ago; approved by "
                    + use.Waiver.ApprovedBy,
                Expected = $"removed, or approved again until {WaiverFacts.Day(LastDay(context, use))} at the latest",
                Related = [.. WaiverFacts.Targets(context, use.Waiver)],
                Evidence = [WaiverFacts.Evidence(use.Waiver)],
                Fix = new([
                    $"Look whether {use.Waiver.Rule} still finds the fault; if so, mend it, or ask the approver again.",
                    "Run 'pimaudit waivers prune': it removes expired waivers from pimaudit.yaml.",
                    "Where the exception is approved again, run 'pimaudit waivers add' with the new last day.",
                ]),
            }
        );
    }

    private static DateOnly LastDay(RuleContext context, WaiverUse use) =>
        DateOnly.FromDateTime(context.TakenAt.UtcDateTime).AddDays(use.MaxDays);
}
