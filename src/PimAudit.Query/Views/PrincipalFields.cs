using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Columns that several views share.</summary>
internal static class PrincipalFields
{
    private const SnapshotParts WhoItIs = SnapshotParts.Principals | SnapshotParts.DeletedItems;

    public static ImmutableArray<Field<TRow>> Of<TRow>(Func<TRow, ObjectRef> principal) =>
        [
            new("principal_id", ColumnType.Text, "Object id of the principal.", row => principal(row).Id),
            new(
                "principal_name",
                ColumnType.Text,
                "Display name of the principal.",
                row => principal(row).DisplayName,
                "not read, or the directory does not know the id",
                WhoItIs
            ),
            new(
                "principal_kind",
                ColumnType.Text,
                "user, group, service_principal; unresolved where nothing tells what the id is.",
                row => Cells.Word(principal(row).Kind),
                parts: WhoItIs
            ),
        ];

    public static ImmutableArray<Field<TRow>> Role<TRow>(Func<TRow, ObjectRef> role, Func<TRow, ObjectRef> scope) =>
        [
            new(
                "role_id",
                ColumnType.Text,
                "Role definition id; of a built-in role the template id, the same in every tenant.",
                row => role(row).Id
            ),
            new(
                "role_name",
                ColumnType.Text,
                "Name of the role, from the tenant or else from Microsoft's list.",
                row => role(row).DisplayName,
                Cells.NotReadWords,
                SnapshotParts.RoleDefinitions
            ),
            new(
                "scope",
                ColumnType.Text,
                "/ for the whole tenant, /administrativeUnits/{id}, /{object id}, or app: and an app scope id.",
                row => scope(row).Id
            ),
            new(
                "scope_name",
                ColumnType.Text,
                "Name of the administrative unit or object; 'whole tenant' for /.",
                row => scope(row).DisplayName,
                Cells.NotReadWords,
                SnapshotParts.AdministrativeUnits
            ),
        ];
}
