using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>How a group carries a role, as a column.</summary>
internal static class Approaches
{
    public static Field<TRow> Field<TRow>(Func<TRow, object?> value) =>
        new(
            "approach",
            ColumnType.Text,
            "direct (no group), approach1 (group eligible, members stand), approach2 (group active, members eligible), standing, mixed, dormant (nobody in it), unknown.",
            value,
            parts: Lists.OfRoles | Lists.OfGroups
        );

    public static object? Of(AccessMap map, Guid principalId, Guid roleId, string scope) =>
        map.Directory.Reference(principalId).Kind is ObjectKind.Group
            ? Told(map.GrantOf(principalId, roleId, scope))
            : Cells.Word(Approach.Direct);

    public static object? Of(AccessMap map, AccessPath path) =>
        path.Approach is Approach.Unknown && path.Holder is { } group
            ? Told(map.GrantOf(Guid.Parse(group.Id), Guid.Parse(path.Role.Id), path.Scope))
            : Cells.Word(path.Approach);

    private static object? Told(GroupGrant? grant) =>
        grant is null || grant.Approach is Approach.Unknown
            ? new Doubt(Cells.Word(Approach.Unknown), grant?.Gap ?? Untold)
            : Cells.Word(grant.Approach);

    private static readonly Gap Untold = new(
        SnapshotParts.GroupMembers,
        MissingReason.Malformed,
        "How a group carries a role cannot be said: a list on which it depends was not read."
    );
}
