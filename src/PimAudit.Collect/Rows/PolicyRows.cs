using System.Text.Json.Serialization;

namespace PimAudit.Collect;

internal sealed record PolicyAssignmentRow(
    string Id,
    string PolicyId,
    string? RoleDefinitionId = null,
    PolicyRow? Policy = null
);

internal sealed record PolicyRow(DateTimeOffset? LastModifiedDateTime = null, PolicyRuleRow[]? Rules = null);

/// <summary>A rule of any kind: what its kind does not have stays null.</summary>
internal sealed record PolicyRuleRow(
    string Id,
    string? MaximumDuration = null,
    bool? IsExpirationRequired = null,
    string[]? EnabledRules = null,
    bool? IsEnabled = null,
    string? ClaimValue = null,
    ApprovalRow? Setting = null,
    bool? IsDefaultRecipientsEnabled = null,
    string? NotificationLevel = null,
    string[]? NotificationRecipients = null
);

internal sealed record ApprovalRow(bool? IsApprovalRequired = null, ApprovalStageRow[]? ApprovalStages = null);

internal sealed record ApprovalStageRow(ApproverRow[]? PrimaryApprovers = null);

/// <summary>An approver: v1.0 documents <c>userId</c> and <c>groupId</c>, beta and some tenants send <c>id</c>.</summary>
internal sealed record ApproverRow(
    [property: JsonPropertyName("@odata.type")] string? Type = null,
    string? UserId = null,
    string? GroupId = null,
    string? ServicePrincipalId = null,
    string? Id = null,
    string? Description = null,
    bool? IsBackup = null
);
