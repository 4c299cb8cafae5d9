using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>How a policy names its approvers; both shapes are seen in v1.0.</summary>
public enum ApproverShape
{
    /// <summary>As documented: <c>userId</c> or <c>groupId</c>.</summary>
    Documented,

    /// <summary>As observed: <c>id</c>, <c>description</c> and <c>isBackup</c>.</summary>
    Observed,
}

/// <summary>Settings of a role or of one side of a group: what the portal shows, to be changed by <c>with</c>.</summary>
public sealed record PolicySettings
{
    /// <summary>Longest activation.</summary>
    public TimeSpan Activation { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Activation asks for multifactor authentication.</summary>
    public bool Mfa { get; init; } = true;

    /// <summary>Activation asks for a reason.</summary>
    public bool Justification { get; init; } = true;

    /// <summary>Activation asks for a ticket.</summary>
    public bool Ticket { get; init; }

    /// <summary>Authentication context that activation asks for, such as <c>c1</c>; null for none.</summary>
    public string? Context { get; init; }

    /// <summary>Activation waits for an approver.</summary>
    public bool Approval { get; init; }

    /// <summary>Names of users and groups; they may stay listed while no approval is asked for.</summary>
    public ImmutableArray<string> Approvers { get; init; } = [];

    /// <summary>Names of fallback approvers, who exist in the observed shape only.</summary>
    public ImmutableArray<string> BackupApprovers { get; init; } = [];

    /// <summary>The requestor's manager approves too.</summary>
    public bool ManagerApproves { get; init; }

    public ApproverShape ApproverShape { get; init; }

    /// <summary>Eligible assignments may be without end.</summary>
    public bool PermanentEligible { get; init; }

    /// <summary>Longest eligible assignment where an end is required.</summary>
    public TimeSpan LongestEligible { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Active assignments may be without end.</summary>
    public bool PermanentActive { get; init; }

    /// <summary>Longest active assignment where an end is required.</summary>
    public TimeSpan LongestActive { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Making somebody active asks for multifactor authentication.</summary>
    public bool AssigningMfa { get; init; }

    /// <summary>Making somebody active asks for a reason.</summary>
    public bool AssigningJustification { get; init; } = true;

    /// <summary>UTC; null for settings that nobody ever touched.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Rule ids of the notifications whose default recipients are off.</summary>
    public ImmutableArray<string> SilencedNotifications { get; init; } = [];

    /// <summary>Addresses added to every notification to administrators.</summary>
    public ImmutableArray<string> AddedRecipients { get; init; } = [];

    /// <summary>What the document asks for an ordinary role or group: eight hours, MFA and a reason.</summary>
    public static PolicySettings Good { get; } =
        new() { AssigningMfa = true, ChangedAt = new DateTimeOffset(2026, 2, 3, 9, 30, 0, TimeSpan.Zero) };

    /// <summary>A role of a fresh tenant, as documented for Global Administrator.</summary>
    public static PolicySettings UntouchedRole { get; } = new() { PermanentEligible = true, PermanentActive = true };

    /// <summary>Either side of a group that nobody configured: no MFA.</summary>
    public static PolicySettings UntouchedGroup { get; } = new() { Mfa = false };
}
