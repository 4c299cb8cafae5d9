namespace PimAudit.Reports.Excel.Layout;

/// <summary>Row heights: nothing measures text here, so they are reckoned from the number of characters.</summary>
internal static class Heights
{
    private const double Line = 13;

    /// <summary>A letter of prose is narrower than a figure, by which widths are told.</summary>
    private const double Letter = 0.85;

    private const double Highest = 400;

    /// <param name="width">In Excel's characters.</param>
    public static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * Letter / width)));

    /// <returns>Points; Excel allows 409.</returns>
    public static double Of(int lines) =>
        lines <= 1 ? Look.RowHeight : Math.Min(Highest, (lines * Line) + Look.RowHeight - Line);
}
