using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of what only Graph beta tells. No batch takes them: beta and v1.0 do not mix.</summary>
internal sealed class BetaReads(Questions ask)
{
    /// <summary>No <c>$select</c> is documented, so the whole definitions come.</summary>
    public ListRead<PrivilegedRoleRow, PrivilegedRoleRow> PrivilegedRoles() =>
        new(
            ask.Beta(SnapshotParts.PrivilegedRoles, "roleManagement/directory/roleDefinitions"),
            GraphJson.Default.PrivilegedRoles,
            row => row
        );

    public ListRead<PimGroupRow, PimGroup> PimGroups() =>
        new(
            ask.Beta(SnapshotParts.PimGroups, "identityGovernance/privilegedAccess/group/resources"),
            GraphJson.Default.PimGroups,
            row => row.ToModel()
        );

    /// <summary>Without the filter Graph answers 400. An alert that came without all its incidents is marked.</summary>
    public ListRead<PimAlertRow, (PimAlert Alert, bool IsCut)> PimAlerts() =>
        new(
            ask.Beta(
                SnapshotParts.PimAlerts,
                "identityGovernance/roleManagementAlerts/alerts",
                ("$filter", "scopeId eq '/' and scopeType eq 'DirectoryRole'"),
                ("$expand", "alertDefinition,alertConfiguration,alertIncidents")
            ),
            GraphJson.Default.PimAlerts,
            row => (row.ToModel(), row.IsCut)
        );
}
