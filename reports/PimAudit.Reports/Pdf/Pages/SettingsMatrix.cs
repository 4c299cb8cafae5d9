using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>A row of values in words: what meets is quiet, what deviates carries tint, bar, mark and weight.</summary>
internal static class SettingsMatrix
{
    private const float First = 122;

    private static readonly ImmutableArray<(string[] Settings, string Head, float X, float Width)> Cells =
    [
        (["mfa", "authenticationContext"], "MFA or context", 122, 51),
        (["justification"], "Justification", 176, 46),
        (["approval"], "Approval", 224, 44),
        (["approvers"], "Approvers", 270, 46),
        (["ticket"], "Ticket", 318, 36),
        (["longestActivation"], "Longest activation", 358, 45),
        (["permanentEligible"], "Eligible without end", 406, 46),
        (["permanentActive"], "Active without end", 455, 44),
    ];

    public static IEnumerable<string> Names => Cells.SelectMany(cell => cell.Settings);

    public static Table Table { get; } =
        new(
            Blocks.Width,
            [
                new Column("Role or group", 0, First - 8),
                .. Cells.Select(cell => new Column(cell.Head, cell.X, cell.Width)),
            ]
        );

    public static Table OtherTable { get; } =
        new(
            Blocks.Width,
            new Column("Role or group", 0, 150),
            new Column("Setting", 160, 100),
            new Column("Observed", 270, 110),
            new Column("Expected", 388, 111)
        );

    public static Piece Other(RoleSettingRow row) =>
        OtherTable.Row(
            Text.Name(row.Owner.Label, Styles.Table.Bold, 150),
            OtherTable.Cell(1, row.Setting, Styles.Table),
            OtherTable.Cell(2, row.Value ?? "not read", Styles.Table.Bold),
            OtherTable.Cell(3, row.Expected ?? "", Styles.Table)
        );

    /// <summary>What the profile asks for, as far as it asks.</summary>
    public static Piece Expects(ImmutableArray<RoleSettingRow> rows)
    {
        var cells = Cells.Select(cell =>
            (cell.X, Text.Of(Expected(rows, cell.Settings), Styles.Smallest, cell.Width, 6))
        );
        var row = Piece
            .Beside([(6, Text.Of("Profile expects", Styles.Smallest.Bold, First - 12, 1)), .. cells])
            .Inset(3.5f, 3.5f);
        return row.Behind((pen, x, y, height) => pen.Rectangle(new(x, y, Blocks.Width, height), Palette.Wash2));
    }

    /// <param name="faults">What a finding observed about a setting, where the value alone does not tell; null elsewhere.</param>
    /// <param name="isJudged">Every rule about settings was evaluated, so that what is not asked is not expected either.</param>
    public static Piece Row(SettingsOwnerRow owner, Func<RoleSettingRow, string?> faults, bool isJudged)
    {
        var name = Name(owner);
        if (owner.IsUnknown)
            return Unknown(name);

        var cells = Cells.Select(cell => (Cell: cell, Row: Worst(owner, cell.Settings))).ToList();
        var texts = cells.Select(item => (item.Cell.X, Value(owner, item.Row, item.Cell.Width, isJudged)));
        var deviating = cells.Where(item => Deviates(owner, item.Row)).ToList();
        var values = Piece
            .Beside([(0, name), .. texts])
            .Inset(4.2f, 4)
            .Behind(
                (pen, x, y, height) =>
                {
                    foreach (var (cell, setting) in deviating)
                        Tint(pen, x + cell.X - 4, y, cell.Width + 2.5f, height, setting!.Severity);
                }
            );
        var notes = deviating.Select(item => Fault(item.Cell.X, item.Row!, faults(item.Row!)));
        return Table.Lined(Piece.Stack([values, .. notes]), Blocks.Width);
    }

    /// <summary>Said below the cell, as wide as the rest of the row, under the same bar.</summary>
    private static Piece Fault(float left, RoleSettingRow row, string? fault)
    {
        if (fault is null)
            return Piece.Nothing;

        var lines = Marks.Ink(row.Severity ?? Severity.Info).Lines;
        return Text.Of(fault, Styles.Smallest.Label, Blocks.Width - left, 2)
            .Inset(1.5f, 3, left)
            .Behind((pen, x, y, height) => pen.Rectangle(new(x + left - 4, y, 1.6f, height), lines));
    }

    private static void Tint(Pen pen, float x, float y, float width, float height, Severity? severity)
    {
        var ink = Marks.Ink(severity ?? Severity.Info);
        pen.Rectangle(new(x, y, width, height), ink.Tint);
        pen.Rectangle(new(x, y, 1.6f, height), ink.Lines);
    }

    private static bool Deviates(SettingsOwnerRow owner, RoleSettingRow? row) =>
        owner.IsAsked && row?.Verdict is SettingVerdict.Deviates;

    private static Piece Name(SettingsOwnerRow owner)
    {
        const float Width = First - 8;
        var style = owner.IsAsked ? Styles.Table.Bold : Styles.Table.Aside;
        var side = owner.Access is { } access ? $"{Say.Word(access).ToLowerInvariant()}, " : "";
        var people = owner.People switch
        {
            0 => "nobody eligible",
            1 => "1 person",
            _ => $"{Figures.Text(owner.People)} people",
        };
        var label = Text.Name(owner.Owner.Label, style, Width, most: owner.IsAsked ? 2 : 1);
        return owner.IsAsked ? Piece.Stack(label, Text.Of(side + people, Styles.Smallest.Label, Width, 1)) : label;
    }

    private static Piece Unknown(Piece name)
    {
        const string Words = "Not read: counted as unknown, not as pass";
        var text = Text.Of(Words, Styles.Table.Bold, 300, 1);
        var width = Text.Width(Words, Styles.Table.Bold) + 8;
        var row = name.Inset(4.2f, 4);
        return Table.Lined(
            row.Behind(
                (pen, x, y, height) =>
                {
                    Hatch.Draw(pen, new(x + First - 4, y, Blocks.Width - First + 4, height), frame: false, step: 4);
                    pen.Rectangle(new(x + First + 2, y + 3, width, text.Height + 2), Palette.White);
                    text.Draw(pen, x + First + 6, y + 4);
                }
            ),
            Blocks.Width
        );
    }

    private static Piece Value(SettingsOwnerRow owner, RoleSettingRow? row, float width, bool isJudged)
    {
        var quiet = owner.IsAsked ? Styles.Table.Label : Styles.Table.Aside;
        if (row is null)
            return Text.Of("–", quiet, width, 1);
        if (row.Verdict is SettingVerdict.Unknown)
            return Text.Of([Marks.Of(RuleOutcome.NotEvaluated, Styles.Table, 7), new(" not read", quiet)], width, 3);
        if (Deviates(owner, row))
            return Text.Of(
                [Marks.Of(row.Severity ?? Severity.Info, Styles.Table, 7), new($" {row.Value}", Styles.Table.Bold)],
                width - 2,
                4
            );
        var isDash = IsBare(row) && (isJudged || !owner.IsAsked);
        return Text.Of(isDash ? "–" : row.Value ?? "", quiet, width, 4);
    }

    /// <summary>Neither asked for nor expected.</summary>
    private static bool IsBare(RoleSettingRow row) =>
        row is { Verdict: SettingVerdict.NotJudged, Value: "not required" or "none" or "" };

    /// <summary>Of several settings in one cell the one that says most: a deviation, a named value, the first.</summary>
    private static RoleSettingRow? Worst(SettingsOwnerRow owner, string[] settings)
    {
        var rows = owner.Settings.Where(row => settings.Contains(row.Setting, StringComparer.Ordinal)).ToList();
        return rows.Find(row => row.Verdict is SettingVerdict.Deviates)
            ?? rows.Find(row => row.Verdict is SettingVerdict.Unknown)
            ?? rows.Find(row => row.Setting == "authenticationContext" && row.Value is not (null or "none"))
            ?? rows.FirstOrDefault();
    }

    /// <summary>As settings that meet it say it; where none does, as the most of the others.</summary>
    private static string Expected(ImmutableArray<RoleSettingRow> rows, string[] settings) =>
        rows.Where(row => settings.Contains(row.Setting, StringComparer.Ordinal) && !string.IsNullOrEmpty(row.Expected))
            .GroupBy(row => row.Expected!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Any(row => row.Verdict is SettingVerdict.Meets))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? "–";
}
