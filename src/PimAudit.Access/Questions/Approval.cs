using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Whether somebody can consent to an activation.</summary>
public enum ApproverState
{
    /// <summary>A living approver other than the requester exists.</summary>
    Living,

    /// <summary>Nobody can: the request waits until it expires.</summary>
    Nobody,

    /// <summary>It was not read whether anybody can.</summary>
    Unknown,
}

/// <summary>One consent that a path needs.</summary>
/// <param name="Owner">Role or group whose activation waits for it.</param>
/// <param name="People">Living approvers other than the requester, by id; empty unless there is one.</param>
/// <param name="MustActivate">Each of them must activate something first, so nobody can approve at once.</param>
/// <param name="Gap">Why there may be more approvers; null when all are known.</param>
public sealed record Approval(
    ObjectRef Owner,
    ApproverState State,
    ImmutableArray<ObjectRef> People,
    bool MustActivate,
    Gap? Gap
);

/// <summary>Expands the approvers of a gate to living people.</summary>
/// <param name="now">UTC; who can approve then.</param>
internal sealed class ApprovalBook(AccessMap map, DateTimeOffset now)
{
    private readonly ApproverReach reach = new(map, now);

    /// <param name="requesterId">Nobody may approve a request of his own.</param>
    public Approval For(Gates gates, string requesterId)
    {
        var crowd = reach.Of(gates);
        var people = crowd
            .People.Select(map.Directory.Reference)
            .Where(one => !string.Equals(one.Id, requesterId, StringComparison.Ordinal))
            .OrderBy(one => one.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var state =
            !people.IsEmpty ? ApproverState.Living
            : crowd.Gap is not null ? ApproverState.Unknown
            : ApproverState.Nobody;
        var mustActivate = !people.IsEmpty && people.All(one => !crowd.Ready.Contains(Guid.Parse(one.Id)));
        return new(gates.Owner, state, people, mustActivate, crowd.Gap);
    }
}
