namespace PimAudit.Model;

/// <summary>Where a schedule comes from: what the instance lists do not tell.</summary>
/// <param name="CreatedAt">UTC; null where PIM did not make the assignment.</param>
/// <param name="CreatedUsing">Id of the request that made it; null where PIM did not make the assignment.</param>
/// <param name="ModifiedAt">UTC; null when it was never changed.</param>
/// <param name="Status">Graph's word, normally Provisioned; null when not told.</param>
public sealed record ScheduleOrigin(
    DateTimeOffset? CreatedAt,
    string? CreatedUsing,
    DateTimeOffset? ModifiedAt,
    string? Status
);

/// <summary>An arrangement by which a principal holds a role, now or in future; what holds now are the instances.</summary>
/// <param name="Id">As <see cref="RoleAssignmentInstance.ScheduleId"/>.</param>
/// <param name="RoleDefinitionId">As in <see cref="RoleAssignment"/>.</param>
/// <param name="PrincipalId">Object id of a user, a group or a service principal.</param>
/// <param name="Scope">As in <see cref="RoleAssignment"/>.</param>
/// <param name="Type">Assigned or Activated.</param>
/// <param name="StartsAt">UTC; for an assignment made outside PIM the time of the query, which says nothing.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleAssignmentSchedules</c>.</remarks>
public sealed record RoleAssignmentSchedule(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string Scope,
    AssignmentType Type,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ScheduleOrigin Origin
);

/// <summary>An arrangement by which a principal may activate a role, now or in future.</summary>
/// <param name="RoleDefinitionId">As in <see cref="RoleAssignment"/>.</param>
/// <param name="PrincipalId">Object id of a user or a group.</param>
/// <param name="Scope">As in <see cref="RoleAssignment"/>.</param>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleEligibilitySchedules</c>.</remarks>
public sealed record RoleEligibilitySchedule(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string Scope,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ScheduleOrigin Origin
);

/// <summary>An arrangement by which somebody is in a group, now or in future.</summary>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>identityGovernance/privilegedAccess/group/assignmentSchedules</c>.</remarks>
public sealed record GroupAssignmentSchedule(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    GroupAccess Access,
    AssignmentType Type,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ScheduleOrigin Origin
);

/// <summary>An arrangement by which somebody may join a group, now or in future.</summary>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>identityGovernance/privilegedAccess/group/eligibilitySchedules</c>.</remarks>
public sealed record GroupEligibilitySchedule(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    GroupAccess Access,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ScheduleOrigin Origin
);
