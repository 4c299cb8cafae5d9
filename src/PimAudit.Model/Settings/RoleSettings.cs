using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Whose role settings these are: a role, or one side of a group.</summary>
/// <param name="Id">Role definition id, or object id of the group.</param>
/// <param name="Access">Null for a role.</param>
public readonly record struct SettingsOwner(Guid Id, GroupAccess? Access)
{
    public static SettingsOwner Role(Guid roleDefinitionId) => new(roleDefinitionId, Access: null);

    public static SettingsOwner Group(Guid groupId, GroupAccess access) => new(groupId, access);

    public bool IsRole => Access is null;
}

/// <summary>How an approver is named.</summary>
public enum ApproverKind
{
    User,
    Group,
    RequestorManager,
    ServicePrincipal,

    /// <summary>A kind that this version does not know; it is never counted as somebody who can approve.</summary>
    Unknown,
}

/// <summary>Somebody who may consent to an activation.</summary>
/// <param name="Id">Object id; null for the requestor's manager and for unknown kinds without one.</param>
/// <param name="Description">Name as the policy holds it; null when none.</param>
/// <param name="IsBackup">A fallback approver, asked only where the primaries cannot.</param>
public sealed record Approver(ApproverKind Kind, Guid? Id, string? Description, bool IsBackup);

/// <summary>A notification rule: who is told when something happens.</summary>
/// <param name="RuleId">Graph's id, such as <c>Notification_Admin_EndUser_Assignment</c>.</param>
/// <param name="Level">All or Critical.</param>
public sealed record NotificationSetting(
    string RuleId,
    bool? DefaultRecipients,
    string? Level,
    ImmutableArray<string> Recipients
);

/// <summary>Role settings of a role or of one side of a group. Every null means: that rule was not in the policy, so unknown.</summary>
/// <param name="Owner">Whose settings.</param>
/// <param name="PolicyId">Graph's policy id; changes when a group is onboarded, so never a key.</param>
/// <param name="ChangedAt">UTC; null when never changed since the policy was made.</param>
/// <param name="LongestActivation">Maximum duration of an activation.</param>
/// <param name="Mfa">Activation asks for multifactor authentication through the enablement rule.</param>
/// <param name="Justification">Activation asks for a reason.</param>
/// <param name="Ticket">Activation asks for a ticket.</param>
/// <param name="ContextRequired">Activation asks for an authentication context; which one: <paramref name="AuthenticationContext"/>.</param>
/// <param name="AuthenticationContext">Claim value such as <c>c1</c>; null when none is asked for.</param>
/// <param name="ApprovalRequired">Activation waits for an approver.</param>
/// <param name="Approvers">Named approvers; they may stay listed while no approval is required. Empty with approval on: all Global and Privileged Role Administrators.</param>
/// <param name="PermanentEligibleAllowed">Eligible assignments without end are allowed.</param>
/// <param name="LongestEligible">Longest eligible assignment where an end is required.</param>
/// <param name="PermanentActiveAllowed">Active assignments without end are allowed.</param>
/// <param name="LongestActive">Longest active assignment where an end is required.</param>
/// <param name="AssigningMfa">Making somebody active asks for MFA.</param>
/// <param name="AssigningJustification">Making somebody active asks for a reason.</param>
/// <param name="Notifications">Ordinal by rule id.</param>
/// <remarks>Source: Graph v1.0 <c>policies/roleManagementPolicyAssignments?$expand=policy($expand=rules)</c>.</remarks>
public sealed record RoleSettings(
    SettingsOwner Owner,
    string PolicyId,
    DateTimeOffset? ChangedAt,
    TimeSpan? LongestActivation,
    bool? Mfa,
    bool? Justification,
    bool? Ticket,
    bool? ContextRequired,
    string? AuthenticationContext,
    bool? ApprovalRequired,
    ImmutableArray<Approver> Approvers,
    bool? PermanentEligibleAllowed,
    TimeSpan? LongestEligible,
    bool? PermanentActiveAllowed,
    TimeSpan? LongestActive,
    bool? AssigningMfa,
    bool? AssigningJustification,
    ImmutableArray<NotificationSetting> Notifications
);
