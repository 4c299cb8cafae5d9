using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Which assignments of a role, or which people, a review looks at.</summary>
public enum ReviewScope
{
    /// <summary>A role, eligible and active.</summary>
    Role,

    /// <summary>A role, eligible people only.</summary>
    RoleEligible,

    /// <summary>A role, active people only.</summary>
    RoleActive,

    /// <summary>Guests in a role.</summary>
    RoleGuests,

    /// <summary>Service principals in a role.</summary>
    RoleWorkloads,

    /// <summary>The people of a group.</summary>
    Group,

    /// <summary>Guests of a group.</summary>
    GroupGuests,
}

/// <summary>An access review that recurs.</summary>
public sealed record AccessReviewSettings
{
    /// <summary>Names of roles or of groups, as the scope asks.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    public ReviewScope Scope { get; init; }

    /// <summary>Names of the users who review; empty: people review themselves.</summary>
    public ImmutableArray<string> Reviewers { get; init; } = [];

    /// <summary>Every so many months; 0: once.</summary>
    public int EveryMonths { get; init; } = 3;

    /// <summary>Last day on which an instance may begin; null: no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Graph's word.</summary>
    public string Status { get; init; } = "InProgress";

    /// <summary>Days since the last finished instance ended; null: none has finished.</summary>
    public int? LastFinishedDaysAgo { get; init; } = 30;

    public bool AppliesDecisions { get; init; } = true;

    /// <summary>What silence means; null: no default decision.</summary>
    public string? Silence { get; init; } = "Deny";
}
