using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>A row at the foot of a card, one or more lines beside its label.</summary>
internal sealed record EvidenceLines(string Label, IReadOnlyList<IReadOnlyList<Span>> Lines);

/// <summary>What shows a finding, which requests brought it, and where the expectation comes from.</summary>
internal static class FindingEvidence
{
    private const int Most = 3;

    private static readonly TextStyle Style = Styles.Small;

    public static IEnumerable<EvidenceLines> Of(ReportContext context, Finding finding)
    {
        var rows = finding.Evidence.GroupBy(row => row.Id, StringComparer.Ordinal).ToList();
        if (rows.Count > 0)
            yield return new("Evidence", [.. rows.Take(Most).Select(Row), .. More(rows.Count - Most)]);
        if (PathWords.Unfolded(finding) is { } path)
            yield return Plain("Path", path);
        var requests = Requests(context, finding);
        if (requests.Count > 0)
            yield return new("Request", requests);
        yield return Plain("Not an exception", "no valid waiver covers all of its identity");
        yield return Plain("Source", finding.Source);
    }

    /// <summary>One id may stand in several lists: it is printed once, with all of them.</summary>
    private static IReadOnlyList<Span> Row(IGrouping<string, Evidence> row) =>
        [
            new(row.Key, Style.Id),
            new(
                $", {string.Join(" and ", row.Select(item => Words.Part(item.Part).ToLowerInvariant()).Distinct(StringComparer.Ordinal))}",
                Style
            ),
        ];

    private static IEnumerable<IReadOnlyList<Span>> More(int left) =>
        left > 0
            ?
            [
                [new($"{Figures.Text(left)} more in the workbook, sheet Findings", Style)],
            ]
            : [];

    /// <summary>The requests of all evidence, shown or not.</summary>
    private static List<IReadOnlyList<Span>> Requests(ReportContext context, Finding finding) =>
        [
            .. finding
                .Evidence.Select(row => row.Part)
                .Distinct()
                .Select(part => context.Result.Coverage.FirstOrDefault(row => row.Part == part)?.Request ?? "")
                .Where(request => request.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(request => new[] { new Span(request, Style) }),
        ];

    private static EvidenceLines Plain(string label, string text) =>
        new(
            label,
            [
                [new(text, Style)],
            ]
        );
}
