using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Lays the findings of a run beside those of an earlier one.</summary>
internal static class EarlierFindings
{
    /// <summary>What is new, open and gone. A finding that was waived in the earlier run is not new when its waiver ends.</summary>
    /// <param name="findings">What this run found.</param>
    /// <param name="doubt">Why nothing follows from not finding it again; null when its rule looked and there is nothing.</param>
    public static ImmutableArray<Finding> Compare(
        ImmutableArray<Finding> findings,
        AuditResult before,
        Func<Finding, Gap?> doubt
    )
    {
        var known = before
            .Findings.Where(finding => finding.Status is not FindingStatus.Resolved)
            .DistinctBy(finding => finding.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
        var here = findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return Findings.Sorted(
            known
                .Values.Where(finding => !here.Contains(finding.Fingerprint))
                .Select(finding => Gone(finding, doubt(finding)))
                .Concat(findings.Select(finding => Beside(finding, known.GetValueOrDefault(finding.Fingerprint))))
        );
    }

    /// <summary>Found by the run itself, not handed on from a comparison.</summary>
    public static bool IsSeen(Finding finding) => finding is { NotConfirmed: null, Status: not FindingStatus.Resolved };

    /// <summary>As it was before any comparison.</summary>
    public static Finding Plain(Finding finding) =>
        finding with
        {
            BaselinedAs = null,
            Status = finding.Status is FindingStatus.Waived ? FindingStatus.Waived : FindingStatus.Open,
        };

    private static Finding Beside(Finding finding, Finding? before) =>
        finding.Status is FindingStatus.Waived ? finding
        : before is null || finding.Severity > before.Severity ? finding with { Status = FindingStatus.New }
        : finding;

    /// <summary>As the earlier run described it, without a cover that this run has not given.</summary>
    private static Finding Gone(Finding finding, Gap? doubt) =>
        finding with
        {
            Status = doubt is null ? FindingStatus.Resolved : FindingStatus.Open,
            WaivedUntil = null,
            BaselinedAs = null,
            NotConfirmed = doubt?.Detail,
            Fix = doubt is null ? new([]) : BaselineComparison.Unconfirmed,
        };
}
