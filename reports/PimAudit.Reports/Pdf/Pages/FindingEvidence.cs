using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>The foot of a card: what shows the finding, which requests brought it, where the expectation comes from.</summary>
internal static class FindingEvidence
{
    private const int Most = 3;

    private static readonly TextStyle Style = Styles.Small;

    public static IEnumerable<Piece> Of(ReportContext context, Finding finding, float left)
    {
        var rows = Rows(finding).ToList();
        var more = finding.Evidence.DistinctBy(item => item.Id, StringComparer.Ordinal).Count() - Most;
        for (var at = 0; at < rows.Count; at++)
            yield return Row(
                left,
                ["Evidence", rows[at].Parts],
                [.. rows[at].Ids, .. Requests(context, rows[at].Found), .. at == rows.Count - 1 ? More(more) : []]
            );
        if (PathWords.Unfolded(finding) is { } path)
            yield return Row(left, ["Path"], [new(path, Style)]);
        if (finding.NotConfirmed is { } why)
            yield return Row(
                left,
                ["Not confirmed"],
                [new($"accepted in the baseline; not looked at again: {why}", Style)]
            );
        yield return Row(
            left,
            ["Not an exception"],
            [
                new(
                    $"no valid waiver covers all of its identity; 'pimaudit explain {finding.ShortId}' prints the one that would",
                    Style
                ),
            ]
        );
        yield return Row(left, ["Source"], [new(finding.Source, Style)]);
    }

    /// <summary>One id may stand in several lists, and one list may hold several ids: both are printed once.</summary>
    private static IEnumerable<(string Parts, IEnumerable<Span> Ids, IEnumerable<SnapshotParts> Found)> Rows(
        Finding finding
    ) =>
        finding
            .Evidence.GroupBy(item => item.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(row => (row.Key, Found: row.Select(item => item.Part).Distinct().ToList()))
            .GroupBy(row => string.Join(", ", row.Found.Select(Name)), StringComparer.Ordinal)
            .Select(rows =>
                (rows.Key, rows.Select(row => new Span(row.Key, Style.Id)), rows.First().Found.AsEnumerable())
            );

    private static IEnumerable<Span> More(int left) =>
        left > 0 ? [new($"{Figures.Text(left)} more in the workbook, sheet Findings", Style.Label)] : [];

    private static string Name(SnapshotParts part) => PartNames.InSentence(part);

    private static IEnumerable<Span> Requests(ReportContext context, IEnumerable<SnapshotParts> parts) =>
        parts
            .Select(part => context.Result.Coverage.FirstOrDefault(row => row.Part == part)?.Request ?? "")
            .Where(request => request.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(request => new Span(request, Style.Label));

    private static Piece Row(float left, string[] labels, IReadOnlyList<Span> lines) =>
        Piece.Stack(
            Piece.Rule(Blocks.Width, 0.5f, Palette.Line),
            Piece
                .Beside(
                    (0, Piece.Stack([.. labels.Select(label => Text.Of(label, Style.Label, left - 12, 2))])),
                    (left, Piece.Stack([.. lines.Select(line => Text.Of([line], Blocks.Width - left, 3))]))
                )
                .Inset(2.3f, 2.1f)
        );
}
