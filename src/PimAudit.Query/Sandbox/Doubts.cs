using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>The values of a view that were not read, by column.</summary>
internal sealed class Doubts(CollectionRecord collection, View view)
{
    private readonly Dictionary<string, Dictionary<(SnapshotParts, string), UnreadFact>> facts = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The value as the table holds it.</summary>
    public object? Take(ObjectRef subject, int at, object? value)
    {
        if (value is not Doubt doubt)
            return value;

        var column = view.Columns[at];
        if (!facts.TryGetValue(column.Name, out var found))
            facts[column.Name] = found = [];
        var gap = doubt.Gap ?? GapOf(column, subject);
        found.TryAdd((gap.Part, subject.Key), new(subject, gap));
        return doubt.Value;
    }

    public IEnumerable<UnreadFact> Of(IEnumerable<string> columns) =>
        columns.SelectMany(column =>
            facts.TryGetValue(column, out var found) ? found.Values : Enumerable.Empty<UnreadFact>()
        );

    private Gap GapOf(ViewColumn column, ObjectRef subject)
    {
        var parts = Parts.Of(column.Parts is SnapshotParts.None ? view.Parts : column.Parts).ToList();
        return parts.Select(part => collection.GapOf(part, subject.Id)).FirstOrDefault(gap => gap is not null)
            ?? new(parts[0], MissingReason.Malformed, $"Graph did not tell what {view.Name}.{column.Name} needs.");
    }
}
