using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Every principal that a path touches, with what is known of its kind.</summary>
internal sealed class PrincipalPool
{
    private readonly Dictionary<Guid, ObjectKind> kinds = [];
    private readonly HashSet<Guid> absent = [];
    private readonly HashSet<Guid> untold = [];

    /// <summary>Whoever was met, in the directory or not.</summary>
    public IReadOnlyCollection<Guid> All => kinds.Keys;

    /// <summary>In the directory and of this kind.</summary>
    public IReadOnlyList<Guid> Of(ObjectKind kind) =>
        [
            .. kinds
                .Where(entry => entry.Value == kind && !absent.Contains(entry.Key))
                .Select(entry => entry.Key)
                .Order(),
        ];

    /// <summary>Kind unknown, and Graph was not asked yet.</summary>
    public IReadOnlyList<Guid> Unasked => [.. Of(ObjectKind.Unresolved).Where(id => !untold.Contains(id))];

    /// <summary>Asked for, and not in the directory.</summary>
    public IReadOnlyList<Guid> Absent => [.. absent.Order()];

    public ObjectKind KindOf(Guid id) => kinds.GetValueOrDefault(id, ObjectKind.Unresolved);

    /// <summary>Notes a principal; a kind that is known is never forgotten. Devices and contacts are not kept.</summary>
    public void Touch(Guid id, ObjectKind kind = ObjectKind.Unresolved)
    {
        if (kind is not ObjectKind.Other && KindOf(id) is ObjectKind.Unresolved)
            kinds[id] = kind;
    }

    public void MarkAbsent(Guid id) => absent.Add(id);

    /// <summary>Graph did not answer; the gap is recorded elsewhere.</summary>
    public void MarkUntold(Guid id) => untold.Add(id);
}
