using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record ActiveRow(
    ObjectRef Principal,
    ObjectRef Role,
    ObjectRef Scope,
    ActiveGrant Grant,
    ObjectRef? Through,
    object? Approach
)
{
    private static readonly Gap Untold = new(
        SnapshotParts.ActiveAssignments,
        MissingReason.Malformed,
        "PIM does not list this assignment, so its kind and its end are unknown."
    );

    /// <summary>A value that is nothing where PIM does not list the assignment.</summary>
    public object? Sure(object? value) => Grant.State is HopState.Unknown ? new Doubt(value, Untold) : value;
}

/// <summary><c>active_assignments</c></summary>
internal static class ActiveAssignmentsView
{
    public static View Make() =>
        new View<ActiveRow>(
            "active_assignments",
            "One role that a principal holds at a scope now, assigned or activated.",
            SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments,
            map => map.Active.Select(grant => Row(map, grant)),
            row => row.Principal,
            [
                new("id", ColumnType.Text, "Id of the row in the snapshot.", row => row.Grant.Id),
                .. PrincipalFields.Of<ActiveRow>(row => row.Principal),
                .. PrincipalFields.Role<ActiveRow>(row => row.Role, row => row.Scope),
                .. States,
                Approaches.Field<ActiveRow>(row => row.Approach),
            ]
        );

    private static ActiveRow Row(AccessMap map, ActiveGrant grant) =>
        new(
            map.Directory.Reference(grant.PrincipalId),
            map.Directory.RoleReference(grant.RoleId),
            map.Directory.ScopeReference(grant.Scope),
            grant,
            grant.ActivatedThrough is { } through ? map.Directory.Reference(through) : null,
            grant.State is HopState.Activated
                ? Cells.Word(Approach.Direct)
                : Approaches.Of(map, grant.PrincipalId, grant.RoleId, grant.Scope)
        );

    private static ImmutableArray<Field<ActiveRow>> States =>
        [
            new(
                "state",
                ColumnType.Text,
                "standing (assigned), activated (at work); unknown where PIM does not list the assignment.",
                row => row.Sure(Cells.Word(row.Grant.State))
            ),
            new(
                "starts_at",
                ColumnType.Time,
                "UTC.",
                row => row.Sure(Cells.Time(row.Grant.StartsAt)),
                "not told, or made outside PIM"
            ),
            new(
                "ends_at",
                ColumnType.Time,
                "UTC.",
                row => row.Sure(Cells.Time(row.Grant.EndsAt)),
                "without end, or state is unknown"
            ),
            new(
                "is_permanent",
                ColumnType.Boolean,
                "Standing and without end.",
                row => row.Grant.State is HopState.Unknown ? row.Sure(null) : Cells.Flag(row.Grant.IsPermanent),
                "state is unknown"
            ),
            new(
                "is_made_outside_pim",
                ColumnType.Boolean,
                "Has the shape of an assignment not made through PIM, or before it.",
                row =>
                    row.Grant.State is HopState.Unknown
                        ? row.Sure(null)
                        : Cells.Flag(row.Grant.Origin is GrantOrigin.OutsidePim),
                "state is unknown"
            ),
            new(
                "activated_through_id",
                ColumnType.Text,
                "Principal of the eligibility behind an activation: the person, or a group.",
                row => row.Through?.Id,
                "no activation, or not told"
            ),
            new(
                "activated_through_name",
                ColumnType.Text,
                "Its name.",
                row => row.Through?.DisplayName,
                "no activation, or not told",
                SnapshotParts.Principals
            ),
        ];
}
