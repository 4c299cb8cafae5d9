using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record MembershipRow(ObjectRef Group, ObjectRef Principal, GroupLink Link)
{
    private static readonly Gap Untold = new(
        SnapshotParts.GroupAssignments,
        MissingReason.Malformed,
        "Whether a membership stands or was activated, and until when it lasts, is unknown."
    );

    /// <summary>A value that is nothing where PIM's list of the group was not read.</summary>
    public object? Sure(object? value) => Link.State is HopState.Unknown ? new Doubt(value, Untold) : value;
}

/// <summary><c>memberships</c></summary>
internal static class MembershipsView
{
    public static View Make() =>
        new View<MembershipRow>(
            "memberships",
            "One direct membership or ownership of a group: standing, eligible or activated.",
            Lists.OfRoles | Lists.OfGroups | SnapshotParts.RoleAssignableGroups,
            map =>
                Lists
                    .Groups(map)
                    .SelectMany(id => Lists.People(map, id))
                    .Select(link => new MembershipRow(
                        map.Directory.Reference(link.GroupId),
                        map.Directory.Reference(link.PrincipalId),
                        link
                    )),
            row => row.Group,
            [.. GroupFields, .. PrincipalFields.Of<MembershipRow>(row => row.Principal), .. StateFields],
            Lists.PossibleGroups
        );

    private static ImmutableArray<Field<MembershipRow>> GroupFields =>
        [
            new("group_id", ColumnType.Text, "Object id of the group.", row => row.Group.Id),
            new(
                "group_name",
                ColumnType.Text,
                "Display name of the group.",
                row => row.Group.DisplayName,
                Cells.NotReadWords,
                SnapshotParts.Principals
            ),
        ];

    private static ImmutableArray<Field<MembershipRow>> StateFields =>
        [
            new("access", ColumnType.Text, "member or owner.", row => Cells.Word(row.Link.Access)),
            new(
                "state",
                ColumnType.Text,
                "standing, eligible (may activate), activated (at work); unknown where PIM's list was not read.",
                row => row.Sure(Cells.Word(row.Link.State))
            ),
            new(
                "starts_at",
                ColumnType.Time,
                "UTC.",
                row => Cells.Time(row.Link.StartsAt),
                "not told, or made outside PIM"
            ),
            new(
                "ends_at",
                ColumnType.Time,
                "UTC.",
                row => row.Sure(Cells.Time(row.Link.EndsAt)),
                "without end, or state is unknown"
            ),
            new(
                "is_permanent",
                ColumnType.Boolean,
                "Without end.",
                row => row.Link.State is HopState.Unknown ? row.Sure(null) : Cells.Flag(row.Link.EndsAt is null),
                "state is unknown"
            ),
            new(
                "is_in_pim",
                ColumnType.Boolean,
                "0 for a member of the directory whom PIM's list of this group does not name.",
                row => row.Link.State is HopState.Unknown ? row.Sure(null) : Cells.Flag(row.Link.InPim),
                "state is unknown"
            ),
            new("evidence_id", ColumnType.Text, "Id of the row in the snapshot.", row => row.Link.Evidence[0].Id),
        ];
}
