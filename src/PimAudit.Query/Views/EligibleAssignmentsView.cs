using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record EligibleRow(
    ObjectRef Principal,
    ObjectRef Role,
    ObjectRef Scope,
    EligibleGrant Grant,
    object? Approach
);

/// <summary><c>eligible_assignments</c></summary>
internal static class EligibleAssignmentsView
{
    public static View Make() =>
        new View<EligibleRow>(
            "eligible_assignments",
            "One role that a principal may activate at a scope. Of a group: what its members may activate.",
            SnapshotParts.EligibleAssignments,
            map =>
                map.Eligible.Select(grant => new EligibleRow(
                    map.Directory.Reference(grant.PrincipalId),
                    map.Directory.RoleReference(grant.RoleId),
                    map.Directory.ScopeReference(grant.Scope),
                    grant,
                    Approaches.Of(map, grant.PrincipalId, grant.RoleId, grant.Scope)
                )),
            row => row.Principal,
            [
                new("id", ColumnType.Text, "Id of the row in the snapshot.", row => row.Grant.Id),
                .. PrincipalFields.Of<EligibleRow>(row => row.Principal),
                .. PrincipalFields.Role<EligibleRow>(row => row.Role, row => row.Scope),
                .. Times,
                Approaches.Field<EligibleRow>(row => row.Approach),
            ]
        );

    private static ImmutableArray<Field<EligibleRow>> Times =>
        [
            new("starts_at", ColumnType.Time, "UTC.", row => Cells.Time(row.Grant.StartsAt), "not told"),
            new("ends_at", ColumnType.Time, "UTC.", row => Cells.Time(row.Grant.EndsAt), "without end"),
            new("is_permanent", ColumnType.Boolean, "Without end.", row => Cells.Flag(row.Grant.EndsAt is null)),
        ];
}
