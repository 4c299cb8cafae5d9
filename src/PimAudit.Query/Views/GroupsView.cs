using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A group with who is in it.</summary>
internal sealed record GroupRow(
    ObjectRef Reference,
    Group? Group,
    DateTimeOffset? DeletedAt,
    GroupPeople People,
    Holders Holders
)
{
    /// <summary>Of a deleted group nothing is read; anything else that is missing is a hole.</summary>
    public object? Told(Func<Group, object?> property) =>
        Group is not null ? Cells.Read(property(Group))
        : DeletedAt is null ? Cells.NotRead
        : null;

    /// <summary>A count of links; NULL where a list on which it depends was not read.</summary>
    public static object Count(ImmutableArray<GroupLink> links, HopState state, params Gap?[] gaps) =>
        gaps.FirstOrDefault(gap => gap is not null) is { } gap
            ? new Doubt(null, gap)
            : (long)links.Count(link => link.State == state);
}

/// <summary><c>groups</c></summary>
internal static class GroupsView
{
    private const SnapshotParts OfMembers =
        SnapshotParts.GroupMembers | SnapshotParts.GroupEligibilities | SnapshotParts.GroupAssignments;

    private const string Gone = "not read, or the group is deleted";

    public static View Make() =>
        new View<GroupRow>(
            "groups",
            "One group that can be assigned to roles, holds one, or stands on the way to one, or approves.",
            Lists.OfRoles
                | SnapshotParts.RoleAssignableGroups
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities,
            Rows,
            row => row.Reference,
            [.. Properties, .. Counts],
            Lists.PossibleGroups
        );

    private static ImmutableArray<Field<GroupRow>> Properties =>
        [
            new("id", ColumnType.Text, "Object id.", row => row.Reference.Id),
            new(
                "display_name",
                ColumnType.Text,
                "Display name.",
                row => row.Reference.DisplayName ?? row.Told(group => group.DisplayName),
                Gone,
                SnapshotParts.Principals
            ),
            Flag("is_role_assignable", "isAssignableToRole is true.", group => group.IsRoleAssignable),
            Flag("is_security_enabled", "A security group.", group => group.IsSecurityEnabled),
            Flag("is_mail_enabled", "Mail-enabled.", group => group.IsMailEnabled),
            Flag("is_dynamic", "Membership by a rule.", group => group.IsDynamic),
            Flag("is_microsoft_365", "A Microsoft 365 group.", group => group.IsMicrosoft365),
            Flag("is_synchronised", "Synchronised from an on-premises directory.", group => group.IsSynchronised),
            Flag("has_hidden_membership", "Its members are hidden.", group => group.HasHiddenMembership),
            Flag(
                "is_management_restricted",
                "In a restricted administrative unit.",
                group => group.IsManagementRestricted
            ),
            new(
                "created_at",
                ColumnType.Time,
                "When the group was made, UTC.",
                row => row.Told(group => Cells.Time(group.CreatedAt)),
                Gone,
                SnapshotParts.Principals
            ),
            new(
                "deleted_at",
                ColumnType.Time,
                "When the group was deleted, UTC.",
                row => Cells.Time(row.DeletedAt),
                "not deleted",
                SnapshotParts.DeletedItems
            ),
        ];

    private static ImmutableArray<Field<GroupRow>> Counts =>
        [
            Members("standing_members", "Direct members without an activation.", HopState.Standing),
            Members("eligible_members", "Direct principals who may activate a membership.", HopState.Eligible),
            Members("activated_members", "Direct members by an activation, at the snapshot.", HopState.Activated),
            Owners("standing_owners", "Owners without an activation.", HopState.Standing),
            Owners("eligible_owners", "Principals who may activate an ownership.", HopState.Eligible),
            new(
                "people_count",
                ColumnType.Integer,
                "Users and service principals in it or eligible for it, nested groups followed.",
                row => row.Holders.Hidden is { } gap ? new Doubt(null, gap) : (long)row.Holders.Ids.Count,
                "somebody may be in it who was not read",
                OfMembers
            ),
            new(
                "is_just_in_time",
                ColumnType.Boolean,
                "Has an eligible or activated member (owners do not count).",
                row => row.People.ClassGap is { } gap ? new Doubt(null, gap) : Cells.Flag(row.People.IsJustInTime),
                Cells.NotReadWords,
                OfMembers
            ),
        ];

    private static Field<GroupRow> Flag(string name, string meaning, Func<Group, bool?> property) =>
        new(
            name,
            ColumnType.Boolean,
            meaning,
            row => row.Told(group => property(group) is { } known ? Cells.Flag(known) : null),
            Gone,
            SnapshotParts.Principals
        );

    private static Field<GroupRow> Members(string name, string meaning, HopState state) =>
        new(
            name,
            ColumnType.Integer,
            meaning,
            row =>
                state is HopState.Eligible
                    ? GroupRow.Count(row.People.Members, state, row.People.EligibilitiesGap)
                    : GroupRow.Count(row.People.Members, state, row.People.MembersGap, row.People.AssignmentsGap),
            Cells.NotReadWords,
            OfMembers
        );

    private static Field<GroupRow> Owners(string name, string meaning, HopState state) =>
        new(
            name,
            ColumnType.Integer,
            meaning,
            row =>
                state is HopState.Eligible
                    ? GroupRow.Count(row.People.Owners, state, row.People.EligibilitiesGap)
                    : GroupRow.Count(row.People.Owners, state, row.People.OwnersGap, row.People.AssignmentsGap),
            Cells.NotReadWords,
            SnapshotParts.GroupOwners | SnapshotParts.GroupEligibilities | SnapshotParts.GroupAssignments
        );

    private static IEnumerable<GroupRow> Rows(AccessMap map) =>
        Lists
            .Groups(map)
            .Select(id => new GroupRow(
                map.Directory.Reference(id),
                map.Directory.Group(id),
                map.Directory.Deleted(id)?.DeletedAt,
                map.People(id),
                map.HoldersOf(id)
            ));
}
