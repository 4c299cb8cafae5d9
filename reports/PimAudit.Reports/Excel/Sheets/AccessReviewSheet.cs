using System.Collections.Immutable;
using ClosedXML.Excel;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <param name="Advice">What the findings suggest.</param>
internal sealed record ReviewRow(AccessRow Access, Recommendation Advice);

/// <summary>One row for each way to reach a role; the yellow columns come back with the decisions.</summary>
internal static class AccessReviewSheet
{
    /// <summary>Microsoft records no start for some assignments, and none where the kind was not read.</summary>
    private const string NotKnown = "not known";

    public static readonly ImmutableArray<string> Decisions =
    [
        .. ReviewColumns.Decisions.Select(decision => Say.Word(decision)),
    ];

    /// <param name="mostRows">On one sheet.</param>
    public static TableSheet<ReviewRow> Of(AuditResult result, int mostRows)
    {
        var about = new FindingsAbout(result);
        var sheet = new TableSheet<ReviewRow>(
            "Access Review",
            Cell.Blank,
            [.. Asked, .. Answered, .. Reference],
            [.. result.Access.Select(row => new ReviewRow(row, Recommendation.For(row, about.Path(row))))]
        )
        {
            MostRows = mostRows,
        };
        return sheet with
        {
            Context = Context(sheet.Places),
            Grows = false,
            PrintedUpTo = ReviewColumns.AppliedOn,
            Highlights =
            [
                Highlight.Tint("End (UTC)", "AND(ISNUMBER([End (UTC)]),[End (UTC)]-Snapshot<=14)", Severity.High, true),
                Highlight.HatchWhereNotRead("End (UTC)"),
                .. new[]
                {
                    "Last activation",
                    "Activations",
                    "Permanent",
                    "User name",
                    "Account",
                    "Window covered",
                    "Last sign-in",
                }.Select(Highlight.HatchWhereNotRead),
                Highlight.Hatch("Start (UTC)", $"[Start (UTC)]=\"{NotKnown}\""),
                .. new[] { "Assigned because", "Assigned ticket" }.SelectMany(OriginText.Looks),
                Highlight.Quiet(
                    "Last activation",
                    $"OR([Last activation]=\"{UseText.Standing}\",[Last activation]=\"{UseText.NoneSeen}\")"
                ),
                Highlight.Bold("Recommendation", "[Recommendation]=\"Revoke\""),
                Highlight.Bold("Decision", "[Decision]<>\"\""),
                Highlight.Undecided("Decision", "AND([Principal]<>\"\",[Decision]=\"\")"),
            ],
            Finish = Finish,
        };
    }

    private static ImmutableArray<Column<ReviewRow>> Asked =>
        [
            new("Principal", 19, row => Cell.Text(row.Access.Principal.Label)),
            new("Type", 11, row => Cell.Text(Words.Kind(row.Access.Principal.Kind))),
            new("Role", 25, row => Cell.Text(row.Access.Role.Label)),
            new("Path", 45, row => Cell.Text(PathText.Short(row.Access.Hops)), ColumnKind.Aside),
            new("State", 20, row => Cell.Text(PathText.State(row.Access))),
            new("End (UTC)", 12, row => End(row.Access), ColumnKind.Figure),
            new("Last activation", 12, row => UseText.Last(row.Access), ColumnKind.Figure),
            new("Activations", 11, row => UseText.Count(row.Access), ColumnKind.Figure),
            new("Recommendation", 16, row => Cell.Text(row.Advice.Word)),
            new("Reason", 38, row => Cell.Text(row.Advice.Reason)),
        ];

    private static ImmutableArray<Column<ReviewRow>> Answered =>
        [
            new(ReviewColumns.Reviewer, 13, row => Cell.Text(row.Access.Reviewer), ColumnKind.Entry),
            new(ReviewColumns.Decision, 11, _ => Cell.Blank, ColumnKind.Entry),
            new(ReviewColumns.Justification, 40, _ => Cell.Blank, ColumnKind.Entry),
            new(ReviewColumns.DecidedOn, 11, _ => Cell.Blank, ColumnKind.EntryDay),
            new(ReviewColumns.Ticket, 12, _ => Cell.Blank, ColumnKind.Entry),
            new(ReviewColumns.AppliedBy, 13, _ => Cell.Blank, ColumnKind.Entry),
            new(ReviewColumns.AppliedOn, 11, _ => Cell.Blank, ColumnKind.EntryDay),
        ];

    private static ImmutableArray<Column<ReviewRow>> Reference =>
        [
            new("Assigned because", 40, row => OriginText.Because(row.Access)),
            new("Assigned ticket", 14, row => OriginText.Ticket(row.Access)),
            new("User name", 32, row => UserName(row.Access)),
            new("Object id", 36, row => Cell.Text(row.Access.Principal.Id), ColumnKind.Aside),
            new("Account", 10, row => Enabled(row.Access)),
            new("Role id", 36, row => Cell.Text(row.Access.Role.Id), ColumnKind.Aside),
            new("Tier", 16, row => Cell.Text(Say.Word(row.Access.Tier).ToLowerInvariant())),
            new("Approach", 11, row => Cell.Text(Approaches.Word(row.Access.Approach))),
            new("Scope", 20, row => Cell.Text(Words.Scope(row.Access.Scope))),
            new("Start (UTC)", 11, row => Start(row.Access), ColumnKind.Figure),
            new("Permanent", 11, row => Permanent(row.Access)),
            new("Window covered", 14, row => UseText.Covered(row.Access)),
            new("Last sign-in", 14, row => UseText.SignIn(row.Access), ColumnKind.Figure),
            new(ReviewNames.RowKey, 36, row => Cell.Text(row.Access.Key), ColumnKind.Aside),
        ];

    private static CellValue Context(ImmutableArray<TablePlace> places)
    {
        var count = places.Sum(place => place.Count);
        if (count == 0)
            return Cell.Text("No row: no path to a role was seen. The sheet Coverage says what was read.");

        const string Advice =
            "undecided. Fill the yellow columns; everything else is locked. Decision: Keep, Revoke, Change or Unsure. "
            + "Return the file as it is; do not rename the sheet.";
        var rows = Say.Count(count, "row");
        var answered = $"COUNTA({string.Join(',', places.Select(place => place.Range("Decision")))})";
        var unsure = string.Join('+', places.Select(place => $"COUNTIFS({place.Range("Decision")},\"Unsure\")"));
        return new FormulaCell(
            FormattableString.Invariant(
                $"\"{rows}, \"&({answered}-({unsure}))&\" decided, \"&({unsure})&\" unsure, \"&({count}-{answered})&\" {Advice}\""
            ),
            FormattableString.Invariant($"{rows}, 0 decided, 0 unsure, {count} {Advice}")
        );
    }

    private static CellValue End(AccessRow row) =>
        row.EndsAt is { } end ? Cell.Date(end)
        : row.IsPermanent is true ? Cell.Text("permanent")
        : Cell.Unknown;

    private static CellValue Start(AccessRow row) => row.StartsAt is { } start ? Cell.Date(start) : Cell.Text(NotKnown);

    /// <summary>A group has none.</summary>
    private static CellValue UserName(AccessRow row) =>
        row.PrincipalName is { } name ? Cell.Text(name)
        : row.Principal.Kind is ObjectKind.Group ? Cell.Blank
        : Cell.Unknown;

    private static CellValue Permanent(AccessRow row) =>
        row.IsPermanent is { } permanent ? Cell.Text(permanent ? "yes" : "no") : Cell.Unknown;

    private static CellValue Enabled(AccessRow row) =>
        row.PrincipalEnabled is { } enabled ? Cell.Text(enabled ? "enabled" : "disabled") : Cell.Unknown;

    private static void Finish(IXLWorksheet page, TablePlace place)
    {
        var list = Cells(page, place, "Decision").SetDataValidation();
        list.List($"\"{string.Join(',', Decisions)}\"", inCellDropdown: true);
        list.ErrorTitle = "Decision";
        list.ErrorMessage = "Keep, Revoke, Change or Unsure.";
        Day(page, place, ReviewColumns.DecidedOn);
        Day(page, place, ReviewColumns.AppliedOn);

        page.Protect()
            .AllowElement(XLSheetProtectionElements.SelectLockedCells)
            .AllowElement(XLSheetProtectionElements.SelectUnlockedCells)
            .AllowElement(XLSheetProtectionElements.AutoFilter)
            .AllowElement(XLSheetProtectionElements.Sort)
            .AllowElement(XLSheetProtectionElements.FormatColumns);
    }

    private static void Day(IXLWorksheet page, TablePlace place, string header)
    {
        var day = Cells(page, place, header).SetDataValidation();
        day.AllowedValues = XLAllowedValues.Date;
        day.Operator = XLOperator.EqualOrGreaterThan;
        day.MinValue = "INT(Snapshot)";
        day.ErrorTitle = header;
        day.ErrorMessage = "A date, not before the snapshot.";
    }

    private static IXLRange Cells(IXLWorksheet page, TablePlace place, string header) =>
        page.Range(TablePlace.FirstRow, place.Number(header), place.LastRow, place.Number(header));
}
