using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Facts;

/// <summary>A row of values in words for each owner of settings: what meets is quiet, what deviates is marked.</summary>
internal sealed class SettingsTable(ReportSource source)
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Role or group", 90),
        .. SettingsColumns.All.Select(column => new TableColumn(column.Head, column.Weight)),
    ];

    /// <summary>Every rule about settings was evaluated, so that what is not asked is not expected either.</summary>
    private readonly bool isJudged = SettingsJudgement.Silent(source.Result).IsEmpty;

    /// <param name="groups">Each with the row that is its title first.</param>
    public DataTable Of(ImmutableArray<TableRow> groups, int left) =>
        new(Title: null, Columns, [Expected, .. groups], "None.")
        {
            Left = left,
            Sheet = "Role Settings",
            IsDense = true,
        };

    public static TableRow Title(string title, string note, string? aside) =>
        new([Rich.Line(new TextRun(title, Tone.Strong), new TextRun($"  {note}", Tone.Quiet))], RowKind.Group)
        {
            Note = aside is null ? null : Rich.Of(aside, Tone.Quiet),
        };

    /// <summary>What the profile asks for, as far as it asks.</summary>
    private TableRow Expected { get; } =
        new(
            [
                Rich.Of("Profile expects", Tone.Strong),
                .. SettingsColumns.All.Select(column => (TableCell)column.Expected(source.Result.RoleSettings)),
            ],
            RowKind.Expected
        );

    public TableRow Row(OwnerSettings owner)
    {
        var name = Name(owner);
        if (owner.IsUnknown)
            return new([name, .. Unread], RowKind.Unread);

        var telling = SettingsColumns.All.Select(column => column.Telling(owner)).ToList();
        var notes = telling
            .Where(row => row is not null && Deviates(owner, row))
            .Select(row => SettingsJudgement.Fault(source, row!))
            .OfType<string>()
            .ToList();
        return new([name, .. telling.Select(row => Value(owner, row))], owner.IsAsked ? RowKind.Plain : RowKind.Quiet)
        {
            Note = notes.Count == 0 ? null : Rich.Of(string.Join("; ", notes), Tone.Quiet),
        };
    }

    private static IEnumerable<TableCell> Unread =>
        SettingsColumns
            .All.Skip(1)
            .Select(_ => (TableCell)Rich.Nothing)
            .Prepend("Not read: counted as unknown, not as pass");

    private static Rich Name(OwnerSettings owner)
    {
        if (!owner.IsAsked)
            return Rich.Name(owner.Owner.Label);

        var side = owner.Access is { } access ? $"{Say.Word(access).ToLowerInvariant()}, " : "";
        var people = owner.People == 0 ? "nobody eligible" : Say.Count(owner.People, "person", "people");
        return Rich.Stack(Rich.Of(owner.Owner.Label, Tone.Strong), Rich.Of(side + people, Tone.Quiet));
    }

    private TableCell Value(OwnerSettings owner, RoleSettingRow? row)
    {
        if (row is null)
            return Plain("–");
        if (row.Verdict is SettingVerdict.Unknown)
            return new(Rich.Unread());
        if (Deviates(owner, row))
            return new(Rich.Of(row.Value ?? "not read"), row.Severity ?? Severity.Info);
        return Plain(IsBare(row) && (isJudged || !owner.IsAsked) ? "–" : row.Value ?? "not read");
    }

    private static TableCell Plain(string text) => text;

    private static bool Deviates(OwnerSettings owner, RoleSettingRow row) =>
        owner.IsAsked && row.Verdict is SettingVerdict.Deviates;

    /// <summary>Neither asked for nor expected.</summary>
    private static bool IsBare(RoleSettingRow row) =>
        row is { Verdict: SettingVerdict.NotJudged, Value: "not required" or "none" or "" };
}
