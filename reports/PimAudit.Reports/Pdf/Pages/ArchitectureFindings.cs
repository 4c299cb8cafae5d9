using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>The findings that concern a row of the architecture, the heaviest first.</summary>
internal static class ArchitectureFindings
{
    private const int MostFindings = 3;
    private const float Indent = 12;

    public static Piece Of(ReportContext context, Func<Finding, bool> concerns, float width)
    {
        var all = context
            .Result.Findings.Where(finding => finding.Status is not FindingStatus.Resolved)
            .Where(concerns);
        var ranked = Outcomes.Ranked(all);
        if (ranked.IsEmpty)
            return Text.Of("none", Styles.Table.Label, width, 1);

        var lines = ranked.Take(MostFindings).Select(finding => Line(finding, width)).ToList();
        if (ranked.Length > MostFindings)
            lines.Add(Text.Of($"and {Figures.Text(ranked.Length - MostFindings)} more", Styles.Small.Label, width, 1));
        return Piece.Stack(lines);
    }

    private static Piece Line(Finding finding, float width)
    {
        var isWaived = finding.Status is FindingStatus.Waived;
        Span[] words =
        [
            new(finding.RuleId, Styles.Table),
            new($" {(isWaived ? "waived" : finding.Observed)}", Styles.Table.Label),
        ];
        var mark = isWaived
            ? Marks.Piece(RuleOutcome.Waived, Styles.Table, 7)
            : Marks.Piece(finding.Severity, Styles.Table, 7);
        return Piece.Beside((0, mark), (Indent, Text.Of(words, width - Indent, 2)));
    }
}
