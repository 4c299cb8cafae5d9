using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>What was worked out for a tenant that no longer changes, so that a page does not cost a walk over its list.</summary>
internal sealed class TenantCache
{
    private const int MostLists = 128;

    private readonly Lock gate = new();
    private readonly Dictionary<string, object> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> lists = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestLists = new();

    /// <summary>Something of which there are few, kept for good.</summary>
    public T Keep<T>(string name, Func<T> make)
        where T : class
    {
        lock (gate)
        {
            if (kept.TryGetValue(name, out var found))
                return (T)found;
            var made = make();
            kept.Add(name, made);
            return made;
        }
    }

    /// <summary>Rows by the text of one of their properties, whatever its case.</summary>
    public IReadOnlyList<JsonObject> Where(string list, IEnumerable<JsonObject> rows, string property, string value) =>
        Keep(
                $"{list} by {property}",
                () =>
                    rows.GroupBy(row => row[property]?.ToString() ?? "", StringComparer.OrdinalIgnoreCase)
                        .ToDictionary(
                            group => group.Key,
                            IReadOnlyList<JsonObject> (group) => [.. group],
                            StringComparer.OrdinalIgnoreCase
                        )
            )
            .GetValueOrDefault(value)
        ?? [];

    /// <summary>The list of one query; kept until many others were asked for if it is worth that.</summary>
    public IReadOnlyList<T> List<T>(string query, int worthFrom, Func<IReadOnlyList<T>> make)
    {
        lock (gate)
        {
            if (lists.TryGetValue(query, out var found))
                return (IReadOnlyList<T>)found;
        }

        var made = make();
        if (made.Count < worthFrom)
            return made;
        lock (gate)
        {
            if (!lists.TryAdd(query, made))
                return made;
            oldestLists.Enqueue(query);
            if (oldestLists.Count > MostLists)
                lists.Remove(oldestLists.Dequeue());
        }

        return made;
    }
}
