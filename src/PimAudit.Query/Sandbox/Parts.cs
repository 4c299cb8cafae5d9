using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>What of the snapshot an answer rests on.</summary>
internal static class Parts
{
    /// <summary>Without a licence for PIM these lists are known to be empty.</summary>
    private const SnapshotParts EmptyWithoutPim =
        SnapshotParts.ActiveAssignments
        | SnapshotParts.EligibleAssignments
        | SnapshotParts.GroupEligibilities
        | SnapshotParts.GroupAssignments;

    public static IEnumerable<SnapshotParts> Of(SnapshotParts parts) =>
        Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None && (parts & part) == part);

    /// <summary>What was not read of the parts, as a whole or for single objects.</summary>
    public static IEnumerable<UnreadFact> Missing(AccessMap map, SnapshotParts parts) =>
        Of(map.Snapshot.HasPim ? parts : parts & ~EmptyWithoutPim).SelectMany(part => MissingOf(map, part));

    private static IEnumerable<UnreadFact> MissingOf(AccessMap map, SnapshotParts part)
    {
        var collection = map.Snapshot.Collection;
        return collection.GapOf(part) is { } whole
            ? [new(Subject: null, whole)]
            : collection[part]
                .Gaps.Select(gap => new UnreadFact(
                    Reference(map, part, gap.ObjectId),
                    new(part, gap.Reason, gap.Detail)
                ));
    }

    /// <summary>Each fact once; one about an object is left out where the part is missing as a whole.</summary>
    public static IEnumerable<UnreadFact> Once(IEnumerable<UnreadFact> facts)
    {
        var all = facts.ToList();
        var whole = all.Where(fact => fact.Subject is null).Select(fact => fact.Gap.Part).ToHashSet();
        return all.Where(fact => fact.Subject is null || !whole.Contains(fact.Gap.Part))
            .DistinctBy(fact => (fact.Gap.Part, fact.Subject?.Key))
            .OrderBy(fact => fact.Gap.Part)
            .ThenBy(fact => fact.Subject?.Key, StringComparer.Ordinal);
    }

    private static ObjectRef Reference(AccessMap map, SnapshotParts part, string objectId) =>
        !Guid.TryParse(objectId, out var id) ? new(ObjectKind.ConfigurationEntry, objectId)
        : part is SnapshotParts.RoleSettings ? map.Directory.RoleReference(id)
        : map.Directory.Reference(id);
}
