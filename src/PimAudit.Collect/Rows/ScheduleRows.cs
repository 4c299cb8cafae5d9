using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record ExpirationRow(string? Type = null, DateTimeOffset? EndDateTime = null, string? Duration = null);

/// <summary>From when until when a schedule holds.</summary>
internal sealed record ScheduleInfoRow(ExpirationRow Expiration, DateTimeOffset? StartDateTime = null)
{
    public DateTimeOffset? StartsAt => Spelling.Moment(StartDateTime);

    /// <summary>UTC; null means permanent.</summary>
    /// <exception cref="JsonException">It does not say when it ends, nor that it never does.</exception>
    public DateTimeOffset? EndsAt =>
        Spelling.Same(Expiration.Type, "noExpiration") ? null
        : Expiration.EndDateTime is { } end ? Spelling.Moment(end)
        : After(RoleSettingsReader.Duration(Expiration.Duration));

    private DateTimeOffset After(TimeSpan? duration)
    {
        try
        {
            return StartsAt + duration ?? throw new JsonException("A schedule does not say when it ends.");
        }
        catch (ArgumentOutOfRangeException failure)
        {
            throw new JsonException("A schedule ends after the last year.", failure);
        }
    }
}

internal sealed record RoleAssignmentScheduleRow(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    string AssignmentType,
    ScheduleInfoRow ScheduleInfo,
    string? DirectoryScopeId = null,
    string? AppScopeId = null,
    DateTimeOffset? CreatedDateTime = null,
    string? CreatedUsing = null,
    DateTimeOffset? ModifiedDateTime = null,
    string? Status = null
)
{
    public RoleAssignmentSchedule ToModel() =>
        new(
            Id,
            RoleDefinitionId,
            PrincipalId,
            Spelling.Scope(DirectoryScopeId, AppScopeId),
            AssignmentWords.Type(AssignmentType),
            ScheduleInfo.StartsAt,
            ScheduleInfo.EndsAt,
            AssignmentWords.Origin(CreatedDateTime, CreatedUsing, ModifiedDateTime, Status)
        );
}

internal sealed record RoleEligibilityScheduleRow(
    string Id,
    Guid RoleDefinitionId,
    Guid PrincipalId,
    ScheduleInfoRow ScheduleInfo,
    string? DirectoryScopeId = null,
    string? AppScopeId = null,
    DateTimeOffset? CreatedDateTime = null,
    string? CreatedUsing = null,
    DateTimeOffset? ModifiedDateTime = null,
    string? Status = null
)
{
    public RoleEligibilitySchedule ToModel() =>
        new(
            Id,
            RoleDefinitionId,
            PrincipalId,
            Spelling.Scope(DirectoryScopeId, AppScopeId),
            ScheduleInfo.StartsAt,
            ScheduleInfo.EndsAt,
            AssignmentWords.Origin(CreatedDateTime, CreatedUsing, ModifiedDateTime, Status)
        );
}

internal sealed record GroupAssignmentScheduleRow(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    string AccessId,
    string AssignmentType,
    ScheduleInfoRow ScheduleInfo,
    DateTimeOffset? CreatedDateTime = null,
    string? CreatedUsing = null,
    DateTimeOffset? ModifiedDateTime = null,
    string? Status = null
)
{
    public GroupAssignmentSchedule ToModel() =>
        new(
            Id,
            GroupId,
            PrincipalId,
            AssignmentWords.Access(AccessId),
            AssignmentWords.Type(AssignmentType),
            ScheduleInfo.StartsAt,
            ScheduleInfo.EndsAt,
            AssignmentWords.Origin(CreatedDateTime, CreatedUsing, ModifiedDateTime, Status)
        );
}

internal sealed record GroupEligibilityScheduleRow(
    string Id,
    Guid GroupId,
    Guid PrincipalId,
    string AccessId,
    ScheduleInfoRow ScheduleInfo,
    DateTimeOffset? CreatedDateTime = null,
    string? CreatedUsing = null,
    DateTimeOffset? ModifiedDateTime = null,
    string? Status = null
)
{
    public GroupEligibilitySchedule ToModel() =>
        new(
            Id,
            GroupId,
            PrincipalId,
            AssignmentWords.Access(AccessId),
            ScheduleInfo.StartsAt,
            ScheduleInfo.EndsAt,
            AssignmentWords.Origin(CreatedDateTime, CreatedUsing, ModifiedDateTime, Status)
        );
}
