using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>How a role assignment came about, as far as its rows tell.</summary>
public enum GrantOrigin
{
    /// <summary>PIM made it: it has a schedule of its own.</summary>
    Pim,

    /// <summary>Not created through PIM, or before PIM.</summary>
    OutsidePim,

    /// <summary>PIM does not list it, even when asked again: its type and its end are unknown.</summary>
    Unlisted,
}

/// <summary>A role that a principal holds now: one row of each list, reconciled.</summary>
/// <param name="Id">Id of the role assignment, or of the instance where only that exists.</param>
/// <param name="State">Standing (Assigned), Activated, or Unknown where PIM's list does not tell.</param>
/// <param name="StartsAt">UTC; null when not told.</param>
/// <param name="EndsAt">UTC; null means permanent, and nothing where <paramref name="State"/> is Unknown.</param>
/// <param name="ActivatedThrough">Principal of the eligibility behind an activation; null when none or not told.</param>
public sealed record ActiveGrant(
    string Id,
    Guid RoleId,
    Guid PrincipalId,
    string Scope,
    HopState State,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    GrantOrigin Origin,
    Guid? ActivatedThrough,
    ImmutableArray<Evidence> Evidence
)
{
    public bool IsStanding => State is HopState.Standing;

    /// <summary>Standing without end.</summary>
    public bool IsPermanent => IsStanding && EndsAt is null;
}

/// <summary>A role that a principal may activate.</summary>
/// <param name="EndsAt">UTC; null means permanent.</param>
public sealed record EligibleGrant(
    string Id,
    Guid RoleId,
    Guid PrincipalId,
    string Scope,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    ImmutableArray<Evidence> Evidence
);

/// <summary>All grants of one role at one scope to one group, with the approach that they amount to.</summary>
/// <param name="Active">Standing rows; an Activated row is one activation and makes no approach.</param>
/// <param name="Eligible">Eligible rows.</param>
/// <param name="Gap">Why the approach is Unknown; null otherwise.</param>
public sealed record GroupGrant(
    Guid GroupId,
    Guid RoleId,
    string Scope,
    Approach Approach,
    ImmutableArray<ActiveGrant> Active,
    ImmutableArray<EligibleGrant> Eligible,
    Gap? Gap
);
