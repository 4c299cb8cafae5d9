using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <remarks>What the builder knows of the tenant so far, for those who build large ones.</remarks>
public sealed partial class TenantBuilder
{
    private readonly Dictionary<(string Holder, string Role, string Scope), JsonObject> eligibleRows = [];
    private int indexedRows;

    internal string TenantId => Tenant.Id.ToString();

    internal string DefaultDomain => Tenant.Domain;

    internal string ReviewId(string review) => NewId("review", review);

    /// <summary>The eligible row that was made last; null where there is none.</summary>
    /// <remarks>Rows are indexed as they come, and anew after any were taken away.</remarks>
    private JsonObject? LastEligible(string holder, string role, string scope)
    {
        var rows = Tenant.Roles.EligibilityInstances;
        if (rows.Count < indexedRows)
            ForgetEligible();
        for (; indexedRows < rows.Count; indexedRows++)
            eligibleRows[KeyOf(rows[indexedRows])] = rows[indexedRows];
        return eligibleRows.GetValueOrDefault((holder, role, scope));
    }

    private void ForgetEligible()
    {
        eligibleRows.Clear();
        indexedRows = 0;
    }

    private static (string, string, string) KeyOf(JsonObject row) =>
        (row.Text("principalId")!, row.Text("roleDefinitionId")!, row.Text("directoryScopeId")!);
}
