using PimAudit.Access;

namespace PimAudit.Query;

/// <summary>What all rules of one's own share in a run: one database, and the ids of the snapshot.</summary>
internal sealed class OwnRuleDesk(AccessMap map) : IDisposable
{
    public SnapshotQuery Query { get; } = SnapshotQuery.Open(map);

    public IdBook Ids { get; } = new(map);

    public void Dispose() => Query.Dispose();
}
