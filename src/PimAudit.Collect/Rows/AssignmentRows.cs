using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record RoleAssignmentRow(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string? DirectoryScopeId = null,
    string? AppScopeId = null,
    string? PrincipalOrganizationId = null
)
{
    public RoleAssignment ToModel() =>
        new(
            Id,
            RoleDefinitionId,
            PrincipalId,
            Spelling.Scope(DirectoryScopeId, AppScopeId),
            Spelling.Id(PrincipalOrganizationId)
        );
}

internal sealed record ActivatedUsingRow(string? Id = null, Guid? PrincipalId = null);

internal sealed record RoleAssignmentInstanceRow(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string AssignmentType,
    string? DirectoryScopeId = null,
    string? AppScopeId = null,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null,
    string? RoleAssignmentOriginId = null,
    string? RoleAssignmentScheduleId = null,
    ActivatedUsingRow? ActivatedUsing = null
)
{
    public RoleAssignmentInstance ToModel() =>
        new(
            Id,
            RoleDefinitionId,
            PrincipalId,
            Spelling.Scope(DirectoryScopeId, AppScopeId),
            AssignmentWords.Type(AssignmentType),
            Spelling.Moment(StartDateTime),
            Spelling.Moment(EndDateTime),
            RoleAssignmentOriginId,
            RoleAssignmentScheduleId,
            ActivatedUsing?.Id,
            ActivatedUsing?.PrincipalId
        );
}

internal sealed record RoleEligibilityInstanceRow(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string? DirectoryScopeId = null,
    string? AppScopeId = null,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null
)
{
    public RoleEligibilityInstance ToModel() =>
        new(
            Id,
            RoleDefinitionId,
            PrincipalId,
            Spelling.Scope(DirectoryScopeId, AppScopeId),
            Spelling.Moment(StartDateTime),
            Spelling.Moment(EndDateTime)
        );
}

internal sealed record GroupAssignmentInstanceRow(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    string AccessId,
    string AssignmentType,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null
)
{
    public GroupAssignmentInstance ToModel() =>
        new(
            Id,
            GroupId,
            PrincipalId,
            AssignmentWords.Access(AccessId),
            AssignmentWords.Type(AssignmentType),
            Spelling.Moment(StartDateTime),
            Spelling.Moment(EndDateTime)
        );
}

internal sealed record GroupEligibilityInstanceRow(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    string AccessId,
    DateTimeOffset? StartDateTime = null,
    DateTimeOffset? EndDateTime = null
)
{
    public GroupEligibilityInstance ToModel() =>
        new(
            Id,
            GroupId,
            PrincipalId,
            AssignmentWords.Access(AccessId),
            Spelling.Moment(StartDateTime),
            Spelling.Moment(EndDateTime)
        );
}

/// <summary>Words that Graph sends in either case, and that must not be guessed.</summary>
internal static class AssignmentWords
{
    /// <exception cref="JsonException">A type that this version does not know.</exception>
    public static AssignmentType Type(string word) =>
        Spelling.Same(word, "Assigned") ? AssignmentType.Assigned
        : Spelling.Same(word, "Activated") ? AssignmentType.Activated
        : throw new JsonException("An assignment is neither Assigned nor Activated.");

    /// <exception cref="JsonException">Neither member nor owner.</exception>
    public static GroupAccess Access(string word) =>
        Spelling.Same(word, "member") ? GroupAccess.Member
        : Spelling.Same(word, "owner") ? GroupAccess.Owner
        : throw new JsonException("A row of a group is neither member nor owner.");

    /// <summary>Where a schedule comes from; the year 1 stands for "never".</summary>
    public static ScheduleOrigin Origin(
        DateTimeOffset? createdAt,
        string? createdUsing,
        DateTimeOffset? modifiedAt,
        string? status
    ) => new(Spelling.Moment(createdAt), createdUsing, Spelling.Moment(modifiedAt), status);
}
