namespace PimAudit.GraphEmulator;

/// <summary>A relationship between objects, such as members of groups, readable from both ends.</summary>
internal sealed class LinkStore
{
    private readonly Dictionary<Guid, List<Guid>> targets = [];
    private readonly Dictionary<Guid, List<Guid>> sources = [];
    private readonly HashSet<(Guid Source, Guid Target)> known = [];

    public bool Add(Guid source, Guid target)
    {
        if (!known.Add((source, target)))
            return false;
        ListIn(targets, source).Add(target);
        ListIn(sources, target).Add(source);
        return true;
    }

    public void Remove(Guid source, Guid target)
    {
        if (!known.Remove((source, target)))
            return;
        targets[source].Remove(target);
        sources[target].Remove(source);
    }

    /// <summary>Removes every link that begins or ends at the object.</summary>
    public void RemoveAll(Guid id)
    {
        foreach (var target in TargetsOf(id).ToList())
            Remove(id, target);
        foreach (var source in SourcesOf(id).ToList())
            Remove(source, id);
    }

    public IReadOnlyList<Guid> TargetsOf(Guid source) => targets.GetValueOrDefault(source) ?? [];

    public IReadOnlyList<Guid> SourcesOf(Guid target) => sources.GetValueOrDefault(target) ?? [];

    /// <summary>Everything that can be reached from the start, nearest first, without the start.</summary>
    public static IEnumerable<Guid> Reach(Guid start, Func<Guid, IReadOnlyList<Guid>> step)
    {
        var seen = new HashSet<Guid> { start };
        var waiting = new Queue<Guid>([start]);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var next in step(id).Where(seen.Add))
            {
                waiting.Enqueue(next);
                yield return next;
            }
        }
    }

    public LinkStore Clone()
    {
        var copy = new LinkStore();
        foreach (var (source, list) in targets)
        {
            foreach (var target in list)
                copy.Add(source, target);
        }

        return copy;
    }

    private static List<Guid> ListIn(Dictionary<Guid, List<Guid>> lists, Guid key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
