using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of role settings. Graph wants the scope pair in every filter.</summary>
internal sealed class SettingsReads(Questions ask)
{
    private const string OfRoles = "scopeId eq '/' and scopeType eq 'DirectoryRole'";

    /// <summary>Settings of all roles with their rules in one list.</summary>
    public ListRead<PolicyAssignmentRow, PolicyAssignmentRow> OfAllRoles() =>
        Assignments(SnapshotParts.RoleSettings, OfRoles, "policy($expand=rules)");

    /// <summary>The same without rules: what still works where one broken policy fails the whole list.</summary>
    public ListRead<PolicyAssignmentRow, PolicyAssignmentRow> OfAllRolesWithoutRules() =>
        Assignments(SnapshotParts.RoleSettings, OfRoles, "policy");

    /// <summary>Settings of one role with their rules.</summary>
    public ListRead<PolicyAssignmentRow, PolicyAssignmentRow> OfRole(Guid roleId) =>
        Assignments(SnapshotParts.RoleSettings, OnlyRole(roleId), "policy($expand=rules)");

    /// <summary>The same without rules.</summary>
    public ListRead<PolicyAssignmentRow, PolicyAssignmentRow> OfRoleWithoutRules(Guid roleId) =>
        Assignments(SnapshotParts.RoleSettings, OnlyRole(roleId), "policy");

    /// <summary>Member and owner settings of a group.</summary>
    public ListRead<PolicyAssignmentRow, PolicyAssignmentRow> OfGroup(Guid groupId) =>
        Assignments(
            SnapshotParts.GroupSettings,
            string.Create(CultureInfo.InvariantCulture, $"scopeId eq '{groupId:D}' and scopeType eq 'Group'"),
            "policy($expand=rules)"
        );

    public ListRead<PolicyRuleRow, PolicyRuleRow> RulesOf(string policyId) =>
        new(
            ask.Of(
                SnapshotParts.RoleSettings,
                ask.Graph.Policies.RoleManagementPolicies[policyId].Rules.ToGetRequestInformation()
            ),
            GraphJson.Default.PolicyRules,
            row => row
        );

    private static string OnlyRole(Guid roleId) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfRoles} and roleDefinitionId eq '{roleId:D}'");

    private ListRead<PolicyAssignmentRow, PolicyAssignmentRow> Assignments(
        SnapshotParts part,
        string filter,
        string expand
    ) =>
        new(
            ask.Of(
                part,
                ask.Graph.Policies.RoleManagementPolicyAssignments.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = filter;
                    request.QueryParameters.Expand = [expand];
                })
            ),
            GraphJson.Default.PolicyAssignments,
            row => row
        );
}
