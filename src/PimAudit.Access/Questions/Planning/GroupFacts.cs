using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>What is known of the group of a plan.</summary>
/// <param name="Properties">Null for a new, a deleted or an unread group.</param>
/// <param name="People">Of a new group: nobody.</param>
/// <param name="Gap">Why its use or its people may not be what they look like; null when all was read.</param>
internal sealed record GroupFacts(
    PlannedGroup Planned,
    Group? Properties,
    DeletedObject? Deleted,
    GroupPeople People,
    ImmutableArray<GroupGrant> Grants,
    GroupUse Use,
    Gap? Gap
)
{
    public bool IsNew => Planned.Id is null;

    public string Name => Planned.Name;

    /// <summary>Several ordinary roles whose members stand: a bundle that nobody activates yet.</summary>
    public bool IsStandingBundle =>
        Use is GroupUse.Standing
        && Grants.DistinctBy(grant => grant.RoleId).Skip(1).Any()
        && !Grants.Any(grant => PlannedRole.MustFollowApproach1(grant.RoleId));

    public ObjectRef Reference => new(ObjectKind.Group, Planned.Id ?? Guid.Empty, Name);

    public static GroupFacts Of(AccessMap map, PlanRequest request) =>
        request.GroupId is { } id ? Existing(map, id) : New(request.NewName ?? "");

    public static GroupFacts New(string name) =>
        new(
            new(Id: null, name.Trim()),
            Properties: null,
            Deleted: null,
            new(Guid.Empty, [], [], null, null, null, null),
            Grants: [],
            GroupUse.Unused,
            Gap: null
        );

    public static GroupFacts Existing(AccessMap map, Guid id)
    {
        var properties = map.Directory.Group(id) ?? map.Snapshot.NamedGroups.FirstOrDefault(group => group.Id == id);
        var people = map.People(id);
        var grants = map.GroupGrants.Where(grant => grant.GroupId == id).ToImmutableArray();
        var gap =
            Unread.Lists(map.Snapshot).FirstOrDefault()
            ?? grants.Select(grant => grant.Gap).FirstOrDefault(one => one is not null)
            ?? people.ClassGap
            ?? Unasked(map, id, properties, people);
        return new(
            new(id, properties?.Reference.Label ?? map.Directory.Reference(id).Label),
            properties,
            map.Directory.Deleted(id),
            people,
            grants,
            GroupUses.Of(grants, people, gap),
            gap
        );
    }

    /// <summary>Only groups that can carry a role, and those around people who reach one, were asked for their people.</summary>
    private static Gap? Unasked(AccessMap map, Guid id, Group? group, GroupPeople people)
    {
        var wasAsked =
            map.GroupsOnPaths.Contains(id)
            || !people.Members.IsEmpty
            || !people.Owners.IsEmpty
            || (
                group?.IsRoleAssignable is true
                && map.Snapshot.Collection.GapOf(SnapshotParts.RoleAssignableGroups) is null
            );
        return wasAsked
            ? null
            : new(
                SnapshotParts.GroupMembers,
                MissingReason.NotCollected,
                "The group was on no way to a role, so nobody asked who is in it."
            );
    }
}
