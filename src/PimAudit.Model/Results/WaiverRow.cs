using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What a waiver did in this run.</summary>
public enum WaiverState
{
    Used,
    Unused,
    Expired,

    /// <summary>Its expiry lies further away than the profile allows, so it covers nothing.</summary>
    TooLong,

    /// <summary>It covers nothing, but its rule was off, not evaluated, or blind where it could matter.</summary>
    NotConfirmed,
}

/// <param name="Targets">Ids.</param>
/// <param name="DaysLeft">Whole days from TakenAt to the end of the last day; negative when expired.</param>
/// <param name="IsBroad">It names fewer ids than the identity of a finding that it covers.</param>
/// <param name="Covered">Findings under it.</param>
public sealed record WaiverRow(
    string RuleId,
    ImmutableArray<string> Targets,
    string Reason,
    string ApprovedBy,
    DateOnly Expires,
    int DaysLeft,
    WaiverState State,
    bool IsBroad,
    int Covered
)
{
    /// <summary>Critical findings that it names without all of their identity, and so does not cover.</summary>
    public int CriticalLeft { get; init; }
}
