using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>A fact that an answer rests on and that was not read.</summary>
/// <param name="Subject">For which object; null for all of them.</param>
public sealed record UnreadFact(ObjectRef? Subject, Gap Gap);

/// <summary>Collects what an answer could not see.</summary>
internal static class Unread
{
    private static readonly ImmutableArray<SnapshotParts> PimLists =
    [
        SnapshotParts.ActiveAssignments,
        SnapshotParts.EligibleAssignments,
    ];

    /// <summary>Lists without which a role's holders are unknown. Without a licence for PIM its lists are known to be empty.</summary>
    public static IEnumerable<Gap> Lists(TenantSnapshot snapshot) =>
        PimLists
            .Where(_ => snapshot.HasPim)
            .Prepend(SnapshotParts.RoleAssignments)
            .Select(part => snapshot.Collection.GapOf(part))
            .OfType<Gap>();

    /// <summary>Groups that hold no role are known from their list alone.</summary>
    public static IEnumerable<Gap> GroupList(TenantSnapshot snapshot) =>
        new[] { snapshot.Collection.GapOf(SnapshotParts.RoleAssignableGroups) }.OfType<Gap>();

    public static IEnumerable<UnreadFact> PossibleGroups(AccessMap map) =>
        map.PossibleGroups.Select(spot => new UnreadFact(spot.Subject, spot.Gap));

    /// <summary>
    /// Administrative units in which somebody may use the role: a single object may lie in one of them, and nobody reads
    /// what does.
    /// </summary>
    /// <param name="scope">That was asked about; null for every scope, where nothing is left out.</param>
    public static IEnumerable<UnreadFact> Units(AccessMap map, Guid roleId, string? scope) =>
        scope is null || !scope.StartsWith('/') || scope is "/" || IsUnit(scope)
            ? []
            : map
                .Active.Where(grant => grant.RoleId == roleId)
                .Select(grant => grant.Scope)
                .Concat(map.Eligible.Where(grant => grant.RoleId == roleId).Select(grant => grant.Scope))
                .Where(IsUnit)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(unit => new UnreadFact(map.Directory.ScopeReference(unit), InsideUnit));

    private const string UnitScope = "/administrativeUnits/";

    private static bool IsUnit(string scope) => scope.StartsWith(UnitScope, StringComparison.OrdinalIgnoreCase);

    private static readonly Gap InsideUnit = new(
        SnapshotParts.AdministrativeUnits,
        MissingReason.NotCollected,
        "What lies in the unit is not read, so whoever has the role there may have it over this object."
    );

    /// <summary>What is unknown about the people of groups.</summary>
    public static IEnumerable<UnreadFact> People(AccessMap map, IEnumerable<Guid> groupIds, bool withOwners) =>
        from id in groupIds
        let people = map.People(id)
        let owners = withOwners ? people.OwnersGap : null
        from gap in new[] { people.MembersGap, people.EligibilitiesGap, people.AssignmentsGap, owners }.OfType<Gap>()
        select new UnreadFact(map.Directory.Reference(id), gap);

    public static IEnumerable<UnreadFact> Ways(IEnumerable<Way> ways) => ways.SelectMany(way => way.Unread);

    /// <summary>Each fact once, by part and subject.</summary>
    public static ImmutableArray<UnreadFact> Once(IEnumerable<UnreadFact> facts) =>
        [
            .. facts
                .DistinctBy(fact => (fact.Gap.Part, fact.Subject?.Key))
                .OrderBy(fact => fact.Gap.Part)
                .ThenBy(fact => fact.Subject?.Key, StringComparer.Ordinal),
        ];

    /// <summary>Every group of which the snapshot knows anything, ordinal.</summary>
    public static ImmutableArray<Guid> Groups(TenantSnapshot snapshot) =>
        [
            .. snapshot
                .Groups.Select(group => group.Id)
                .Concat(snapshot.Memberships.Select(row => row.GroupId))
                .Concat(snapshot.GroupAssignments.Select(row => row.GroupId))
                .Concat(snapshot.GroupEligibilities.Select(row => row.GroupId))
                .Distinct()
                .OrderBy(id => id.ToString("D"), StringComparer.Ordinal),
        ];
}
