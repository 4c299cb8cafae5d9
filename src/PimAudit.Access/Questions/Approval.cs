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
/// <param name="People">Living approvers other than the requester, by id; may be empty where they cannot be named.</param>
/// <param name="Gap">Why there may be more approvers; null when all are known.</param>
public sealed record Approval(ObjectRef Owner, ApproverState State, ImmutableArray<ObjectRef> People, Gap? Gap);

/// <summary>Expands the approvers of a gate to living people.</summary>
internal sealed class ApprovalBook(AccessMap map)
{
    private static readonly ImmutableArray<string> ImplicitRoles =
    [
        WellKnownRoles.GlobalAdministrator.ToString("D"),
        WellKnownRoles.PrivilegedRoleAdministrator.ToString("D"),
    ];

    /// <param name="requesterId">Nobody may approve a request of his own.</param>
    public Approval For(Gates gates, string requesterId)
    {
        var crowd = new Crowd(map, requesterId);
        if (gates.Approvers.IsEmpty)
            AddImplicit(crowd);
        foreach (var approver in gates.Approvers)
            Add(crowd, approver);

        var state =
            crowd.IsSomebody ? ApproverState.Living
            : crowd.Gap is not null ? ApproverState.Unknown
            : ApproverState.Nobody;
        return new(gates.Owner, state, crowd.People, crowd.Gap);
    }

    private static void Add(Crowd crowd, Approver approver)
    {
        switch (approver)
        {
            case { Kind: ApproverKind.RequestorManager }:
                crowd.AddUnnamed();
                break;
            case { Id: { } id } and not { Kind: ApproverKind.Unknown }:
                crowd.AddHolders(id);
                break;
            default:
                crowd.Miss(
                    new(
                        SnapshotParts.RoleSettings,
                        MissingReason.Malformed,
                        "The role settings name an approver of a kind that this version does not know."
                    )
                );
                break;
        }
    }

    /// <summary>Approval on and nobody named: all Global and Privileged Role Administrators who get there without an approval.</summary>
    private void AddImplicit(Crowd crowd)
    {
        foreach (var path in map.Paths.Where(IsImplicitApprover))
            crowd.AddOne(Guid.Parse(path.Principal.Id));

        var grants = map
            .Active.Select(grant => (grant.RoleId, grant.PrincipalId))
            .Concat(map.Eligible.Select(grant => (grant.RoleId, grant.PrincipalId)))
            .Where(grant => ImplicitRoles.Contains(grant.RoleId.ToString("D"), StringComparer.Ordinal));
        foreach (var grant in grants)
            crowd.Miss(map.HoldersOf(grant.PrincipalId).Hidden);
        foreach (var gap in Unread.Lists(map.Snapshot))
            crowd.Miss(gap);
    }

    private static bool IsImplicitApprover(AccessPath path) =>
        string.Equals(path.Scope, "/", StringComparison.Ordinal)
        && ImplicitRoles.Contains(path.Role.Id, StringComparer.Ordinal)
        && path.Principal.Kind is ObjectKind.User
        && path.Hops.All(hop => hop.State is not HopState.Eligible || hop.Gates?.Approval is not true);

    private sealed class Crowd(AccessMap map, string requesterId)
    {
        private readonly SortedDictionary<string, ObjectRef> people = new(StringComparer.Ordinal);
        private bool hasUnnamed;

        public Gap? Gap { get; private set; }

        public bool IsSomebody => hasUnnamed || people.Count > 0;

        public ImmutableArray<ObjectRef> People => [.. people.Values];

        public void AddUnnamed() => hasUnnamed = true;

        public void Miss(Gap? gap) => Gap ??= gap;

        public void AddHolders(Guid id)
        {
            var holders = map.HoldersOf(id);
            Miss(holders.Hidden);
            foreach (var holder in holders.Ids)
                AddOne(holder);
        }

        public void AddOne(Guid id)
        {
            var life = Life.Of(map.Directory, id);
            if (life.Gap is not null)
                Miss(life.Gap);
            else if (life.Fault is null && !string.Equals(id.ToString("D"), requesterId, StringComparison.Ordinal))
                people[id.ToString("D")] = map.Directory.Reference(id);
        }
    }
}
