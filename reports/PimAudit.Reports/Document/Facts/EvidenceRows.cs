using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Facts;

/// <summary>What shows a finding: ids of rows, by the part of the snapshot that holds them.</summary>
internal static class EvidenceRows
{
    private const int Most = 3;

    public static IEnumerable<Fact> Of(Finding finding)
    {
        var rows = Rows(finding).ToList();
        var more = finding.Evidence.DistinctBy(item => item.Id, StringComparer.Ordinal).Count() - Most;
        for (var at = 0; at < rows.Count; at++)
            yield return new("Evidence", Value(rows[at], at == rows.Count - 1 ? more : 0));
    }

    /// <summary>What Graph was asked for the evidence; null where no evidence is shown.</summary>
    public static string? Requests(ReportSource source, Finding finding)
    {
        if (finding.Evidence.IsEmpty)
            return null;
        var requests = Rows(finding)
            .SelectMany(row => row.Parts)
            .Select(source.Request)
            .Where(request => request.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return requests.Count == 0 ? "not recorded" : string.Join("; ", requests);
    }

    /// <summary>One id may stand in several lists, and one list may hold several ids: both are printed once.</summary>
    private static IEnumerable<(ImmutableArray<SnapshotParts> Parts, ImmutableArray<string> Ids)> Rows(
        Finding finding
    ) =>
        finding
            .Evidence.GroupBy(item => item.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(row => (row.Key, Parts: row.Select(item => item.Part).Distinct().ToImmutableArray()))
            .GroupBy(row => string.Join(',', row.Parts), StringComparer.Ordinal)
            .Select(rows => (rows.First().Parts, rows.Select(row => row.Key).ToImmutableArray()));

    private static Rich Value((ImmutableArray<SnapshotParts> Parts, ImmutableArray<string> Ids) row, int more) =>
        Rich.Stack([
            .. row.Ids[..^1].Select(id => Rich.Line(new IdRun(id))),
            Rich.Line(
                new IdRun(row.Ids[^1]),
                new TextRun($"  {string.Join(", ", row.Parts.Select(PartNames.InSentence))}", Tone.Quiet)
            ),
            .. more > 0
                ? [Rich.Of($"{Digits.Of(more)} more in the workbook, sheet Findings", Tone.Quiet)]
                : Array.Empty<Rich>(),
        ]);
}
