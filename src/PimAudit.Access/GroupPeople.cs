using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>Somebody in a group, or somebody who may be.</summary>
/// <param name="State">Standing, eligible, activated; Unknown where PIM's list of the group was not read.</param>
/// <param name="EndsAt">UTC; null means without end (nothing where <paramref name="State"/> is Unknown).</param>
/// <param name="InPim">False for a member of the directory whom PIM's list of this group, not empty, does not name.</param>
public sealed record GroupLink(
    Guid GroupId,
    Guid PrincipalId,
    GroupAccess Access,
    HopState State,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    bool InPim,
    ImmutableArray<Evidence> Evidence
);

/// <summary>Who is in a group, by state, and what could not be read of it.</summary>
/// <param name="Members">Ordinal by principal, then state.</param>
/// <param name="Owners">Ordinal by principal, then state.</param>
/// <param name="MembersGap">The directory's member list was not read.</param>
/// <param name="OwnersGap">The directory's owner list was not read.</param>
/// <param name="EligibilitiesGap">PIM's eligible people of the group were not read.</param>
/// <param name="AssignmentsGap">PIM's active people of the group were not read, so who stands and who activated is unknown.</param>
public sealed record GroupPeople(
    Guid GroupId,
    ImmutableArray<GroupLink> Members,
    ImmutableArray<GroupLink> Owners,
    Gap? MembersGap,
    Gap? OwnersGap,
    Gap? EligibilitiesGap,
    Gap? AssignmentsGap
)
{
    /// <summary>Why somebody may be in the group of whom we do not know; null when everybody is known.</summary>
    public Gap? HiddenPeople => MembersGap ?? EligibilitiesGap;

    /// <summary>A member row that is eligible or activated makes a group just-in-time; owners do not count.</summary>
    public bool IsJustInTime => Members.Any(link => link.State is HopState.Eligible or HopState.Activated);

    /// <summary>Why it cannot be said whether the group is just-in-time, standing or empty; null when it can.</summary>
    public Gap? ClassGap =>
        IsJustInTime ? null : EligibilitiesGap ?? AssignmentsGap ?? (Members.IsEmpty ? MembersGap : null);
}
