using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access.Questions;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Where a column is shown.</summary>
internal enum Shown
{
    Always,

    /// <summary>On a terminal only where it is wide; in files always.</summary>
    Wide,

    /// <summary>On a wide terminal only: a drawing.</summary>
    Drawing,

    /// <summary>In files: Markdown, CSV and JSON.</summary>
    File,

    /// <summary>In CSV and JSON alone: ids and details.</summary>
    Data,
}

/// <summary>A column of an answer.</summary>
/// <param name="Key">Its name in JSON and, as it is, in CSV.</param>
internal sealed record Column(string Head, string Key, Shown Shown = Shown.Always);

/// <summary>A cell: what a person reads, unescaped, and what a machine reads where that is not the same text.</summary>
/// <param name="Csv">In CSV; null where that is the text.</param>
internal sealed record Cell(string Text, Func<JsonNode?>? Value = null, string? Csv = null)
{
    public static implicit operator Cell(string text) => new(text);

    public JsonNode? Json => Value is null ? JsonValue.Create(Text) : Value();
}

/// <summary>How a terminal shows a section; files do not care.</summary>
internal enum SectionShape
{
    /// <summary>A table, with heads where there is room.</summary>
    Table,

    /// <summary>A table of which nothing but the heads says what it holds.</summary>
    HeadedTable,

    /// <summary>Sentences, broken into lines where a table would cut them.</summary>
    Prose,
}

/// <summary>Rows of an answer that belong together.</summary>
/// <param name="Count">What the head counts, such as people; not always the rows.</param>
internal sealed record Section(
    string Name,
    int Count,
    string Caption,
    ImmutableArray<Column> Columns,
    ImmutableArray<ImmutableArray<Cell>> Rows
)
{
    public SectionShape Shape { get; init; }

    /// <summary>
    /// One per row, or none at all. With marks a terminal shows a list instead of a table: the mark, the first column that is
    /// shown, and the others below each other, wrapped and never cut.
    /// </summary>
    public ImmutableArray<Glyph> Marks { get; init; } = [];
}

/// <summary>An answer before it is printed. All texts of the tenant are unescaped and hostile.</summary>
/// <param name="Title">What was asked about, such as a role.</param>
/// <param name="Aside">Where, or for how long.</param>
/// <param name="Now">UTC; the moment of the question.</param>
/// <param name="Notes">Plain sentences under the answer.</param>
/// <param name="Unread">What the answer rests on and was not read.</param>
internal sealed record Answer(
    string Verb,
    string Title,
    string Aside,
    TenantSnapshot Snapshot,
    DateTimeOffset Now,
    ImmutableArray<Section> Sections,
    ImmutableArray<string> Notes,
    ImmutableArray<UnreadFact> Unread
)
{
    /// <summary>What was read again for this question; null when nothing was.</summary>
    public Freshness? Fresh { get; init; }

    /// <summary>UTC; of what was not read again.</summary>
    public DateTimeOffset TakenAt => Fresh?.SnapshotTakenAt ?? Snapshot.TakenAt;

    public TimeSpan Age => Now - TakenAt;

    public string TenantLabel =>
        Snapshot.Tenant.DefaultDomain ?? Snapshot.Tenant.DisplayName ?? Snapshot.Tenant.Id.ToString("D");

    /// <summary>Both ages, where something was read again.</summary>
    public string Taken => TakenAlone + (Fresh is null ? "" : "; " + Refresh.Words(Fresh));

    /// <summary>The age of the snapshot.</summary>
    public string TakenAlone => $"snapshot {Say.Moment(TakenAt)}, {AgeInWords} old";

    /// <summary>In whole days from three days on.</summary>
    public string AgeInWords => Say.Duration(Age.Days >= 3 ? TimeSpan.FromDays(Age.Days) : Age);

    /// <summary>What was not read, one sentence per part and reason; one sentence that says so when all was read.</summary>
    public IEnumerable<string> Coverage =>
        Unread.IsEmpty
            ? ["Coverage: every fact this answer rests on was read."]
            : Unread
                .GroupBy(fact => (fact.Gap.Part, fact.Gap.Detail))
                .Select(alike =>
                    $"Not read: {PartNames.Of(alike.Key.Part)}{For([.. alike])}. {alike.Key.Detail} This answer may be incomplete."
                );

    private static string For(ImmutableArray<UnreadFact> facts)
    {
        const int MaxNamed = 5;
        var names = facts.Select(fact => fact.Subject?.Label).OfType<string>().ToList();
        if (names.Count == 0)
            return "";

        var more = names.Count > MaxNamed ? $" and {Say.Number(names.Count - MaxNamed)} more" : "";
        return $" of {string.Join(", ", names.Take(MaxNamed))}{more}";
    }
}
