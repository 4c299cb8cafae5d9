using System.Collections.Frozen;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>What a snapshot tells about the objects on its paths.</summary>
internal sealed class SnapshotFacts
{
    private readonly FrozenDictionary<string, NodeFacts> facts;

    public SnapshotFacts(TenantSnapshot snapshot) =>
        facts = snapshot
            .Users.Select(user => (user.Id, new NodeFacts(IsEnabled: user.IsEnabled)))
            .Concat(snapshot.ServicePrincipals.Select(one => (one.Id, new NodeFacts(IsEnabled: one.IsEnabled))))
            .Concat(
                snapshot.Groups.Select(group => (group.Id, new NodeFacts(IsRoleAssignable: group.IsRoleAssignable)))
            )
            .Concat(snapshot.DeletedObjects.Select(one => (one.Id, new NodeFacts(DeletedAt: one.DeletedAt))))
            .DistinctBy(item => item.Id)
            .ToFrozenDictionary(item => item.Id.ToString("D"), item => item.Item2, StringComparer.Ordinal);

    public NodeFacts Of(ObjectRef item) => facts.GetValueOrDefault(item.Id, Nothing);

    private static NodeFacts Nothing { get; } = new();
}
