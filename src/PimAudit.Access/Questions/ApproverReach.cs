using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>
/// Who can approve, whatever the nesting. An approver who must activate first may need an approver himself: people count
/// only when somebody else can let them in, so two who wait for each other are nobody.
/// </summary>
/// <param name="now">UTC; whoever is in only until then is out.</param>
internal sealed class ApproverReach(AccessMap map, DateTimeOffset now)
{
    private static readonly ImmutableArray<Guid> ImplicitRoles =
    [
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
    ];

    private readonly Dictionary<(string Owner, GroupAccess? Access), Crowd> gates = [];
    private readonly Dictionary<Guid, Crowd> groups = [];
    private readonly List<Crowd> fresh = [];

    /// <summary>Living people who can approve what these gates ask, the requester included.</summary>
    public Crowd Of(Gates asked)
    {
        var crowd = Gate(asked);
        while (fresh.Aggregate(false, (grown, one) => one.Grow() || grown))
        {
            // Each round lets in those whose approvers came in with the one before.
        }

        fresh.Clear();
        return crowd;
    }

    private Crowd Gate(Gates asked)
    {
        var key = (asked.Owner.Key, asked.Access);
        if (gates.TryGetValue(key, out var crowd))
            return crowd;

        gates[key] = crowd = Added(new(asked.Approvers.IsEmpty ? LivesAsUser : Lives));
        if (asked.Approvers.IsEmpty)
            AddImplicit(crowd);
        foreach (var approver in asked.Approvers)
            Add(crowd, approver);
        return crowd;
    }

    private Crowd Group(Guid id)
    {
        if (groups.TryGetValue(id, out var crowd))
            return crowd;

        groups[id] = crowd = Added(new(_ => (true, null)));
        var people = map.People(id);
        crowd.Miss(people.HiddenPeople);
        foreach (var link in people.Members.Where(link => IsStill(link.EndsAt)))
        {
            var gated =
                link.State is HopState.Eligible ? map.GatesOf(SettingsOwner.Group(link.GroupId, link.Access)) : null;
            Enter(crowd, link.PrincipalId, gated);
        }

        return crowd;
    }

    private void Add(Crowd crowd, Approver approver)
    {
        switch (approver)
        {
            case { Kind: ApproverKind.RequestorManager }:
                crowd.Miss(ManagerUnread);
                break;
            case { Id: { } id } and not { Kind: ApproverKind.Unknown }:
                Enter(crowd, id, gated: null);
                break;
            default:
                crowd.Miss(OfUnknownKind);
                break;
        }
    }

    /// <summary>Approval on and nobody named: all Global and Privileged Role Administrators of the whole tenant.</summary>
    private void AddImplicit(Crowd crowd)
    {
        foreach (var grant in map.Active.Where(grant => IsImplicit(grant.RoleId, grant.Scope) && IsStill(grant.EndsAt)))
            Enter(crowd, grant.PrincipalId, gated: null);
        foreach (
            var grant in map.Eligible.Where(grant => IsImplicit(grant.RoleId, grant.Scope) && IsStill(grant.EndsAt))
        )
            Enter(crowd, grant.PrincipalId, map.GatesOf(SettingsOwner.Role(grant.RoleId)));
        foreach (var gap in Unread.Lists(map.Snapshot))
            crowd.Miss(gap);
    }

    private bool IsStill(DateTimeOffset? endsAt) => endsAt is not { } end || end > now;

    private static bool IsImplicit(Guid roleId, string scope) =>
        ImplicitRoles.Contains(roleId) && string.Equals(scope, "/", StringComparison.Ordinal);

    /// <param name="gated">What the way in asks; null when it stands open.</param>
    private void Enter(Crowd crowd, Guid id, Gates? gated)
    {
        var needed = gated is { Approval: true } ? Gate(gated) : null;
        var kind = map.Directory.Reference(id).Kind;
        if (kind is ObjectKind.Group)
            crowd.Entrances.Add(new(Person: null, Group(id), needed, gated is not null));
        else if (kind is not ObjectKind.Other)
            crowd.Entrances.Add(new(id, Crowd: null, needed, gated is not null));
    }

    private (bool Admitted, Gap? Gap) Lives(Guid id)
    {
        var life = Life.Of(map.Directory, id);
        return (life is { Gap: null, Fault: null }, life.Gap);
    }

    private (bool Admitted, Gap? Gap) LivesAsUser(Guid id) =>
        map.Directory.Reference(id).Kind is ObjectKind.ServicePrincipal ? (false, null) : Lives(id);

    private Crowd Added(Crowd crowd)
    {
        fresh.Add(crowd);
        return crowd;
    }

    private static readonly Gap ManagerUnread = new(
        SnapshotParts.Principals,
        MissingReason.NotCollected,
        "The requester's manager approves, and nobody's manager is read."
    );

    private static readonly Gap OfUnknownKind = new(
        SnapshotParts.RoleSettings,
        MissingReason.Malformed,
        "The role settings name an approver of a kind that this version does not know."
    );
}
