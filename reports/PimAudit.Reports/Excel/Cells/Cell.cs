using PimAudit.Model;

namespace PimAudit.Reports.Excel.Cells;

/// <summary>Makes the values of cells.</summary>
internal static class Cell
{
    /// <summary>What a cell says where the value could not be read; such cells are hatched.</summary>
    public const string NotRead = "not read";

    private const string Day = "yyyy-mm-dd";
    private const string Minute = "yyyy-mm-dd hh:mm";

    // Days before March 1900 are counted wrongly by Excel.
    private static readonly DateTime FirstSafeDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly CellValue Blank = new BlankCell();

    public static CellValue Unknown { get; } = new TextCell(NotRead);

    /// <summary>One line of text; null and the empty text leave the cell blank.</summary>
    /// <param name="where">Where in <c>result.json</c> a text stands that is too long; null where that is plain.</param>
    public static CellValue Text(string? text, string? where = null) =>
        string.IsNullOrEmpty(text) ? Blank : new TextCell(CellText.Line(text, where), "@");

    /// <summary>Text that may have several lines.</summary>
    public static CellValue Prose(string? text, string? where = null) =>
        string.IsNullOrEmpty(text) ? Blank : new TextCell(CellText.Lines(text, where), "@");

    /// <summary>One harmless line for each text.</summary>
    public static CellValue Prose(IEnumerable<string> lines) =>
        Prose(string.Join('\n', lines.Select(line => CellText.Line(line))));

    public static CellValue Word(Severity severity) =>
        new TextCell(
            Say.Word(severity),
            severity switch
            {
                Severity.Critical => "\"◆  \"@",
                Severity.High => "\"▲  \"@",
                Severity.Medium => "\"■  \"@",
                Severity.Low => "\"●  \"@",
                _ => "\"○  \"@",
            }
        );

    public static CellValue Word(RuleOutcome outcome) =>
        new TextCell(
            Say.Word(outcome),
            outcome switch
            {
                RuleOutcome.Pass => "\"✓  \"@",
                RuleOutcome.Fail => "\"✗  \"@",
                RuleOutcome.NotApplicable => "\"–  \"@",
                RuleOutcome.NotEvaluated => "\"?  \"@",
                RuleOutcome.Waived => "\"⊖  \"@",
                _ => "@",
            }
        );

    public static CellValue Figure(int number) => new NumberCell(number, "0");

    public static CellValue Figure(int? number) => number is { } known ? Figure(known) : Unknown;

    /// <summary>A share of one.</summary>
    public static CellValue Percent(double share) => new NumberCell(share, "0 %");

    public static CellValue Hours(TimeSpan time) => new NumberCell(time.TotalHours, "0.0");

    public static CellValue Date(DateTimeOffset moment) => Date(moment.UtcDateTime, Day);

    public static CellValue Date(DateOnly? day) =>
        day is { } known ? Date(known.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Day) : Blank;

    public static CellValue Moment(DateTimeOffset moment) => Date(moment.UtcDateTime, Minute);

    private static CellValue Date(DateTime utc, string format) =>
        utc < FirstSafeDay ? Text(Say.Day(new DateTimeOffset(utc))) : new DateCell(utc, format);
}
