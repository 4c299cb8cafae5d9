using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    public TenantBuilder RemoveEligible(string principal, string role, string? scope = null) =>
        Remove(Tenant.Roles.EligibilityInstances, principal, role, scope);

    /// <summary>Takes active rows, Assigned and Activated, from both lists.</summary>
    public TenantBuilder RemoveAssignment(string principal, string role, string? scope = null) =>
        RemoveFromInstances(principal, role, scope).RemoveFromRoleAssignments(principal, role, scope);

    /// <summary>The lists disagree: the assignment stays in <c>roleAssignments</c> only.</summary>
    public TenantBuilder RemoveFromInstances(string principal, string role, string? scope = null) =>
        Remove(Tenant.Roles.AssignmentInstances, principal, role, scope);

    /// <summary>The lists disagree: the assignment stays among the instances only.</summary>
    public TenantBuilder RemoveFromRoleAssignments(string principal, string role, string? scope = null) =>
        Remove(Tenant.Roles.Assignments, principal, role, scope);

    private TenantBuilder Remove(List<JsonObject> rows, string principal, string role, string? scope)
    {
        var (holder, definition, place) = (Id(principal).ToString(), RoleId(role).ToString(), Scope(scope));
        var removed = rows.RemoveAll(row =>
            row.Text("principalId") == holder
            && row.Text("roleDefinitionId") == definition
            && row.Text("directoryScopeId") == place
        );
        return removed > 0
            ? this
            : throw new ArgumentException($"'{principal}' has no such row for '{role}'.", nameof(role));
    }
}
