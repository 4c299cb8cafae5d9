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

    public static object? Of(AccessMap map, Guid principalId, Guid roleId, string scope)
    {
        if (map.Directory.Reference(principalId).Kind is not ObjectKind.Group)
            return Cells.Word(Approach.Direct);

        var grant = map.GrantOf(principalId, roleId, scope);
        return Told(grant?.Approach ?? Approach.Unknown, grant?.Gap);
    }

    public static object? Told(Approach approach, Gap? gap = null) =>
        approach is Approach.Unknown ? new Doubt(Cells.Word(approach), gap ?? Untold) : Cells.Word(approach);

    private static readonly Gap Untold = new(
        SnapshotParts.GroupMembers,
        MissingReason.Malformed,
        "How a group carries a role cannot be said: a list on which it depends was not read."
    );
}
