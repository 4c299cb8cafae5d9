using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Users, groups, service principals and administrative units, their links, and what was deleted.</summary>
internal sealed class DirectoryStore
{
    private readonly Dictionary<Guid, DirectoryEntry> entries = [];
    private readonly Dictionary<EntryKind, List<JsonObject>> byKind = Enum.GetValues<EntryKind>()
        .ToDictionary(kind => kind, _ => new List<JsonObject>());
    private readonly Dictionary<string, Guid> idByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> idByUserPrincipalName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, DirectoryEntry> deleted = [];

    public LinkStore Members { get; private init; } = new();
    public LinkStore Owners { get; private init; } = new();

    public IReadOnlyList<JsonObject> All(EntryKind kind) => byKind[kind];

    public DirectoryEntry? Find(Guid id) => entries.GetValueOrDefault(id);

    public JsonObject? Find(Guid id, EntryKind kind) =>
        entries.TryGetValue(id, out var entry) && entry.Kind == kind ? entry.Body : null;

    public DirectoryEntry? FindDeleted(Guid id) => deleted.GetValueOrDefault(id);

    /// <summary>A name is kept for ever, also when its object is deleted or was never here.</summary>
    public Guid? IdByName(string name) => idByName.TryGetValue(name, out var id) ? id : null;

    public Guid? IdByUserPrincipalName(string name) =>
        idByUserPrincipalName.TryGetValue(name, out var id) && entries.ContainsKey(id) ? id : null;

    public void Reserve(string name, Guid id)
    {
        if (!idByName.TryAdd(name, id))
            throw new ArgumentException($"The tenant already has something called '{name}'.", nameof(name));
    }

    public void Add(Guid id, DirectoryEntry entry)
    {
        entries.Add(id, entry);
        byKind[entry.Kind].Add(entry.Body);
        if (entry.Body["userPrincipalName"]?.GetValue<string>() is { } name)
            idByUserPrincipalName.Add(name, id);
    }

    public void Delete(Guid id, string deletedAt)
    {
        var entry = Remove(id);
        entry.Body["deletedDateTime"] = deletedAt;
        deleted.Add(id, entry);
    }

    /// <summary>Takes the object away without a trace, as after thirty days among the deleted items.</summary>
    public DirectoryEntry Remove(Guid id)
    {
        var entry = entries[id];
        entries.Remove(id);
        byKind[entry.Kind].Remove(entry.Body);
        Members.RemoveAll(id);
        Owners.RemoveAll(id);
        return entry;
    }

    public DirectoryStore Clone()
    {
        var copy = new DirectoryStore { Members = Members.Clone(), Owners = Owners.Clone() };
        foreach (var (name, id) in idByName)
            copy.idByName.Add(name, id);
        foreach (var (id, entry) in entries)
            copy.Add(id, Copy(entry));
        foreach (var (id, entry) in deleted)
            copy.deleted.Add(id, Copy(entry));
        return copy;
    }

    private static DirectoryEntry Copy(DirectoryEntry entry) => entry with { Body = entry.Body.DeepClone().AsObject() };
}
