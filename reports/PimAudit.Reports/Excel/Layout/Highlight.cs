using ClosedXML.Excel;
using PimAudit.Model;

namespace PimAudit.Reports.Excel.Layout;

/// <summary>A conditional format by formula, so that sorting and filtering carry it along.</summary>
/// <param name="Header">The column that changes its look.</param>
/// <param name="When">A formula about the row: <c>[Header]</c> stands for that column's cell.</param>
internal sealed record Highlight(string Header, string When, Action<IXLStyle> Apply)
{
    public static Highlight Tint(string header, string when, Severity severity, bool bold = false) =>
        new(
            header,
            when,
            style =>
            {
                style.Fill.SetBackgroundColor(Look.Tint(severity));
                if (bold)
                    style.Font.SetBold(true);
            }
        );

    /// <summary>One for each severity, where the column holds the word.</summary>
    public static IEnumerable<Highlight> Severities(string header) =>
        Wording.Outcomes.Severities.Select(severity => Tint(header, $"[{header}]=\"{Say.Word(severity)}\"", severity));

    /// <summary>Diagonal hatching: not evaluated, not read. Never for anything else.</summary>
    public static Highlight Hatch(string header, string when) =>
        new(header, when, style => Hatched(style, Look.Unknown, XLColor.White));

    public static Highlight HatchWhereNotRead(string header) => Hatch(header, $"[{header}]=\"{Cells.Cell.NotRead}\"");

    public static Highlight HatchWhereNotEvaluated(string header) =>
        Hatch(header, $"[{header}]=\"{Say.Word(RuleOutcome.NotEvaluated)}\"");

    /// <summary>Waits for the reviewer.</summary>
    public static Highlight Undecided(string header, string when) =>
        new(header, when, style => Hatched(style, Look.Undecided, Look.EntryFill));

    public static Highlight Bold(string header, string when) => new(header, when, style => style.Font.SetBold(true));

    public static Highlight Quiet(string header, string when) =>
        new(header, when, style => style.Font.SetFontColor(Look.Ink3));

    public static Highlight Struck(string header, string when) =>
        new(header, when, style => style.Font.SetStrikethrough(true));

    private static void Hatched(IXLStyle style, XLColor lines, XLColor ground) =>
        style
            .Fill.SetPatternType(XLFillPatternValues.LightUp)
            .Fill.SetPatternColor(lines)
            .Fill.SetBackgroundColor(ground);
}
