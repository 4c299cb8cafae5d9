namespace PimAudit.Model;

/// <summary>Assigned by an administrator, or Activated by an eligible principal through PIM.</summary>
public enum AssignmentType
{
    Assigned,
    Activated,
}

/// <summary>A role that a principal holds now, as the directory lists it: without type or end.</summary>
/// <param name="Id">Id of the role assignment.</param>
/// <param name="RoleDefinitionId">For a built-in role its template id, the same in every tenant.</param>
/// <param name="PrincipalId">Object id of a user, a group or a service principal.</param>
/// <param name="Scope"><c>/</c>, <c>/administrativeUnits/{id}</c>, <c>/{objectId}</c>, or <c>app:</c> and an app scope id.</param>
/// <param name="PrincipalOrganizationId">Home tenant of the principal; null when Graph did not say.</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleAssignments</c>.</remarks>
public sealed record RoleAssignment(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string Scope,
    Guid? PrincipalOrganizationId
);

/// <summary>A role that a principal holds now, as PIM lists it: with type, start and end.</summary>
/// <param name="Id">Id of the instance row.</param>
/// <param name="RoleDefinitionId">As in <see cref="RoleAssignment"/>.</param>
/// <param name="PrincipalId">Object id of a user, a group or a service principal.</param>
/// <param name="Scope">As in <see cref="RoleAssignment"/>.</param>
/// <param name="Type">Assigned or Activated: the list holds both.</param>
/// <param name="StartsAt">UTC; null where PIM did not make the assignment.</param>
/// <param name="EndsAt">UTC; null means permanent, never "unknown".</param>
/// <param name="OriginId">Id of the <see cref="RoleAssignment"/> that this row describes; null when Graph did not say.</param>
/// <param name="ScheduleId">Id of the schedule; equal to <paramref name="Id"/> where PIM did not make the assignment.</param>
/// <param name="ActivatedUsing">Id of the eligibility instance behind an activation; null when none or not told.</param>
/// <param name="ActivatedThrough">Principal of that eligibility: a group where the activation came through a group.</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleAssignmentScheduleInstances</c>.</remarks>
public sealed record RoleAssignmentInstance(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string Scope,
    AssignmentType Type,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    string? OriginId,
    string? ScheduleId,
    string? ActivatedUsing,
    Guid? ActivatedThrough
)
{
    /// <summary>The shape of an assignment made outside PIM, or before PIM. Inferred: no source says how a row was made.</summary>
    public bool LooksMadeOutsidePim =>
        Type is AssignmentType.Assigned && StartsAt is null && string.Equals(ScheduleId, Id, StringComparison.Ordinal);
}

/// <summary>A role that a principal may activate.</summary>
/// <param name="Id">Id of the instance row.</param>
/// <param name="RoleDefinitionId">As in <see cref="RoleAssignment"/>.</param>
/// <param name="PrincipalId">Object id of a user or a group.</param>
/// <param name="Scope">As in <see cref="RoleAssignment"/>.</param>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null means permanent, never "unknown".</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleEligibilityScheduleInstances</c>.</remarks>
public sealed record RoleEligibilityInstance(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string Scope,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt
);

/// <summary>When a row holds: the same test for every list.</summary>
public static class Validity
{
    /// <summary>False for a row that ended at or before the moment, or starts after it.</summary>
    public static bool HoldsAt(DateTimeOffset moment, DateTimeOffset? startsAt, DateTimeOffset? endsAt) =>
        (startsAt is null || startsAt <= moment) && (endsAt is null || endsAt > moment);
}
