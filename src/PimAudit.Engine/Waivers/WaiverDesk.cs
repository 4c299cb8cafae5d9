using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Decides which findings the waivers cover, and what became of each waiver.</summary>
/// <param name="today">UTC.</param>
internal sealed class WaiverDesk(ImmutableArray<Waiver> waivers, DateOnly today, int maxDays)
{
    private readonly int[] covered = new int[waivers.Length];
    private readonly int[] criticalLeft = new int[waivers.Length];
    private readonly bool[] broad = new bool[waivers.Length];

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    /// <summary>The finding with its status: Waived with the last day of the waiver that lasts longest, or as it was.</summary>
    public Finding Judge(Finding finding)
    {
        DateOnly? until = null;
        foreach (var (at, waiver) in waivers.Index().Where(one => Holds(one.Item, finding.RuleId)))
        {
            var reach = waiver.Reach(finding.Identity);
            if (reach is WaiverReach.None)
                continue;
            if (reach is WaiverReach.Broad && finding.Severity is Severity.Critical)
            {
                criticalLeft[at]++;
                continue;
            }

            covered[at]++;
            broad[at] |= reach is WaiverReach.Broad;
            if (until is null || waiver.Expires > until)
                until = waiver.Expires;
        }

        return until is null ? finding : finding with { Status = FindingStatus.Waived, WaivedUntil = until };
    }

    /// <summary>In the order of the configuration; call after every finding was judged.</summary>
    /// <param name="doubt">Why nothing follows from covering nothing; null when the rule would have said more.</param>
    public ImmutableArray<WaiverUse> Uses(Func<Waiver, Gap?> doubt) =>
        [
            .. waivers
                .Index()
                .Select(one => new WaiverUse(
                    one.Item,
                    one.Item.DaysLeft(today),
                    maxDays,
                    broad[one.Index],
                    covered[one.Index],
                    criticalLeft[one.Index],
                    covered[one.Index] > 0 ? null : doubt(one.Item)
                )),
        ];

    private bool Holds(Waiver waiver, string ruleId) =>
        string.Equals(waiver.Rule, ruleId, StringComparison.Ordinal)
        && waiver.DaysLeft(today) is >= 0 and var left
        && left <= maxDays;
}
