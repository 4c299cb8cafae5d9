using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Decides which findings the waivers cover, and what became of each waiver.</summary>
internal sealed class WaiverDesk(ImmutableArray<Waiver> waivers, DateTimeOffset takenAt, int maxDays)
{
    private readonly int[] covered = new int[waivers.Length];
    private readonly bool[] broad = new bool[waivers.Length];

    private DateOnly Today { get; } = DateOnly.FromDateTime(takenAt.UtcDateTime);

    /// <summary>The finding with its status: Waived with the last day of the waiver that lasts longest, or as it was.</summary>
    public Finding Judge(Finding finding)
    {
        DateOnly? until = null;
        foreach (var (at, waiver) in waivers.Index().Where(one => Covers(one.Item, finding)))
        {
            covered[at]++;
            broad[at] |= IsBroad(waiver, finding);
            if (until is null || waiver.Expires > until)
                until = waiver.Expires;
        }

        return until is null ? finding : finding with { Status = FindingStatus.Waived, WaivedUntil = until };
    }

    /// <summary>In the order of the configuration; call after every finding was judged.</summary>
    public ImmutableArray<WaiverRow> Rows() =>
        [
            .. waivers
                .Index()
                .Select(one => new WaiverRow(
                    one.Item.Rule,
                    one.Item.Targets,
                    one.Item.Reason,
                    one.Item.ApprovedBy,
                    one.Item.Expires,
                    DaysLeft(one.Item),
                    StateOf(one.Item, covered[one.Index]),
                    broad[one.Index],
                    covered[one.Index]
                )),
        ];

    private bool Covers(Waiver waiver, Finding finding) =>
        string.Equals(waiver.Rule, finding.RuleId, StringComparison.Ordinal)
        && !IsExpired(waiver)
        && !IsTooLong(waiver)
        && waiver.Targets.All(target => finding.Identity.Any(part => Names(target, part)))
        && (finding.Severity is not Severity.Critical || !IsBroad(waiver, finding));

    /// <summary>It leaves an id of the identity open; the scope of the whole tenant is implied.</summary>
    private static bool IsBroad(Waiver waiver, Finding finding) =>
        finding
            .Identity.Where(part => part is not { Kind: ObjectKind.Scope, Id: "/" })
            .Any(part => !waiver.Targets.Any(target => Names(target, part)));

    private static bool Names(string target, ObjectRef part) =>
        string.Equals(target.Trim(), part.Id, StringComparison.OrdinalIgnoreCase)
        || string.Equals(target.Trim(), part.Key, StringComparison.OrdinalIgnoreCase);

    private bool IsExpired(Waiver waiver) => waiver.Expires < Today;

    private bool IsTooLong(Waiver waiver) => DaysLeft(waiver) > maxDays;

    private int DaysLeft(Waiver waiver) => waiver.Expires.DayNumber - Today.DayNumber;

    private WaiverState StateOf(Waiver waiver, int findings) =>
        IsExpired(waiver) ? WaiverState.Expired
        : IsTooLong(waiver) ? WaiverState.TooLong
        : findings > 0 ? WaiverState.Used
        : WaiverState.Unused;
}
