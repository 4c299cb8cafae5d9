using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>With what reason an assignment was made, as far as the audit log goes back.</summary>
internal static class OriginText
{
    private const string NotInLog = "not in the log";
    private const string NoneTyped = "none typed";

    public static CellValue Because(AccessRow row) => Of(row, origin => origin.Because);

    public static CellValue Ticket(AccessRow row) => Of(row, origin => origin.Ticket);

    public static IEnumerable<Highlight> Looks(string header) =>
        [
            Highlight.HatchWhereNotRead(header),
            Highlight.Quiet(header, $"OR([{header}]=\"{NotInLog}\",[{header}]=\"{NoneTyped}\")"),
        ];

    private static CellValue Of(AccessRow row, Func<AccessOrigin, string?> text) =>
        row.Origin is { } origin ? Cell.Text(text(origin) ?? NoneTyped)
        : row.Use?.Covered is null ? Cell.Unknown
        : Cell.Text(NotInLog);
}
