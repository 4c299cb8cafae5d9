using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Whether Microsoft counts a role as privileged today.</summary>
/// <param name="RoleDefinitionId">As <see cref="RoleDefinition.Id"/>.</param>
/// <remarks>Source: Graph beta <c>roleManagement/directory/roleDefinitions</c>.</remarks>
public sealed record PrivilegedRole(Guid RoleDefinitionId, bool IsPrivileged);

/// <summary>A group that PIM manages; it may be deleted meanwhile.</summary>
/// <remarks>Source: Graph beta <c>identityGovernance/privilegedAccess/group/resources</c>.</remarks>
public sealed record PimGroup(Guid GroupId);

/// <summary>One of PIM's built-in alerts.</summary>
/// <param name="Id">Such as <c>DirectoryRole_{tenantId}_StaleSignInAlert</c>.</param>
/// <param name="DisplayName">Null when not told.</param>
/// <param name="IsActive">Something is wrong in its eyes.</param>
/// <param name="IsEnabled">False when somebody switched it off; null when not told.</param>
/// <param name="IncidentCount">May be stale.</param>
/// <param name="ScannedAt">UTC; null when never.</param>
/// <param name="Severity">Microsoft's word; null when not told.</param>
/// <param name="Threshold">Its configured limits, <c>name=value</c>, ordinal.</param>
/// <remarks>Source: Graph beta <c>identityGovernance/roleManagementAlerts/alerts</c>.</remarks>
public sealed record PimAlert(
    string Id,
    string? DisplayName,
    bool IsActive,
    bool? IsEnabled,
    int IncidentCount,
    DateTimeOffset? ScannedAt,
    string? Severity,
    ImmutableArray<string> Threshold,
    ImmutableArray<PimAlertIncident> Incidents
);

/// <summary>One thing that an alert complains of.</summary>
/// <param name="Id">Of the incident.</param>
/// <param name="AssigneeId">Object id of whom it speaks; null when it names nobody.</param>
/// <param name="RoleDefinitionId">Role of which it speaks; null when it names none.</param>
public sealed record PimAlertIncident(string Id, Guid? AssigneeId, Guid? RoleDefinitionId);
