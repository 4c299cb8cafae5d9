namespace PimAudit.Model;

/// <summary>The side of a group on which somebody stands.</summary>
public enum GroupAccess
{
    Member,
    Owner,
}

/// <summary>A row of a group's member or owner list in the directory: activated people stand there too.</summary>
/// <param name="GroupId">Object id of the group.</param>
/// <param name="PrincipalId">Object id of the member or owner.</param>
/// <param name="PrincipalKind">As Graph's <c>@odata.type</c> says; Other for devices and contacts.</param>
/// <param name="Access">Member or owner.</param>
/// <remarks>Source: Graph v1.0 <c>groups/{id}/members</c> and <c>groups/{id}/owners</c>.</remarks>
public sealed record DirectoryMembership(Guid GroupId, Guid PrincipalId, ObjectKind PrincipalKind, GroupAccess Access);

/// <summary>An active membership or ownership as PIM for Groups lists it.</summary>
/// <param name="Id">Id of the instance row.</param>
/// <param name="GroupId">Object id of the group.</param>
/// <param name="PrincipalId">Object id of the user, group or service principal.</param>
/// <param name="Access">Member or owner.</param>
/// <param name="Type">Assigned or Activated.</param>
/// <param name="StartsAt">UTC; null for a plain member whom PIM did not assign.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>identityGovernance/privilegedAccess/group/assignmentScheduleInstances</c>.</remarks>
public sealed record GroupAssignmentInstance(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    GroupAccess Access,
    AssignmentType Type,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt
);

/// <summary>An eligible membership or ownership.</summary>
/// <param name="Id">Id of the instance row.</param>
/// <param name="GroupId">Object id of the group.</param>
/// <param name="PrincipalId">Object id of the user or group.</param>
/// <param name="Access">Member or owner.</param>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null means permanent.</param>
/// <remarks>Source: Graph v1.0 <c>identityGovernance/privilegedAccess/group/eligibilityScheduleInstances</c>.</remarks>
public sealed record GroupEligibilityInstance(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    GroupAccess Access,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt
);

/// <summary>A group that another group is a direct member of.</summary>
/// <remarks>Source: Graph v1.0 <c>groups/{id}/memberOf/microsoft.graph.group</c>.</remarks>
public sealed record GroupParent(Guid GroupId, Guid ParentId);

/// <summary>All groups that a user is in, nested ones included.</summary>
/// <remarks>Source: Graph v1.0 <c>users/{id}/transitiveMemberOf/microsoft.graph.group</c>.</remarks>
public sealed record GroupsOfUser(Guid UserId, System.Collections.Immutable.ImmutableArray<Guid> GroupIds);
