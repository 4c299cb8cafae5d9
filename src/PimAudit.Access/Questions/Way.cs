using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>How far a principal is from a role.</summary>
public enum WayBand
{
    /// <summary>Usable without an activation.</summary>
    Now,

    /// <summary>Usable within the time of the question.</summary>
    Within,

    /// <summary>A living approver must consent first, or a schedule begin, and that may take longer than the question allows.</summary>
    Later,

    /// <summary>Cannot be used as things are: the account is dead, nobody can approve, or it has ended since.</summary>
    Blocked,

    /// <summary>Could give himself the role through an ownership.</summary>
    Takeover,
}

/// <summary>A path with what it takes to walk it.</summary>
/// <param name="Gates">One per hop that must be activated first, in the order of the hops.</param>
/// <param name="Approvals">One per activation that asks for approval.</param>
/// <param name="Weakest">The gates that ask least among the activations; null when there are none.</param>
/// <param name="Longest">
/// How long the access lasts at most once activated, the end of the path counted in; null when nothing is activated, or a
/// limit was not read.
/// </param>
/// <param name="ReadyAt">
/// UTC; when it can be used at the latest if it is asked for now, an approval counted with the whole time that PIM gives an
/// approver. Null when it is blocked.
/// </param>
/// <param name="Blockers">Why it cannot be used, as ends of sentences.</param>
/// <param name="Unread">What was not read of its gates, its approvers and its principal.</param>
public sealed record Way(
    AccessPath Path,
    WayBand Band,
    ImmutableArray<WayGate> Gates,
    ImmutableArray<Approval> Approvals,
    WayGate? Weakest,
    TimeSpan? Longest,
    DateTimeOffset? ReadyAt,
    ImmutableArray<string> Blockers,
    ImmutableArray<UnreadFact> Unread
)
{
    /// <summary>UTC; when its last hop begins by schedule, or began after the snapshot. Null for a way that the snapshot shows open.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>How many hops must be activated first.</summary>
    public int Activations => Gates.Length;

    /// <summary>What any of its activations asks; null where one was not read and no other asks.</summary>
    public bool? Asks(Func<WayGate, bool?> question) => Maybe.Any(Gates.Select(question));
}
