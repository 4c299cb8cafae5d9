using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What is read by id, in as few requests as possible: principals, review instances, groups of users.</summary>
internal sealed class PeopleStep : ICollectionStep
{
    public string Says => "Reading users, groups and service principals";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var listed = run.Rows.Groups.Select(group => group.Id).ToHashSet();
        var users = new PrincipalDetails<UserRow, User>(run, run.Pool.Of(ObjectKind.User), run.Principals.Users);
        var groups = new PrincipalDetails<GroupRow, Group>(
            run,
            GroupsOf(run).Where(id => !listed.Contains(id)),
            run.Principals.Groups
        );
        var others = new PrincipalDetails<ServicePrincipalRow, ServicePrincipal>(
            run,
            run.Pool.Of(ObjectKind.ServicePrincipal).Where(id => !run.AskedWorkloads.Contains(id)),
            run.Principals.ServicePrincipals
        );
        var reviews = run
            .Rows.AccessReviews.Select(review => (review.Id, Read: run.Tenant.AccessReviewInstances(review.Id)))
            .ToList();
        var memberships = WatchedUsers
            .Of(run)
            .Select(user => (User: user, Read: run.Principals.GroupsOf(user)))
            .ToList();

        await run.Reader.ReadBatchedAsync(
            [
                .. users.Reads,
                .. groups.Reads,
                .. others.Reads,
                .. reviews.Select(one => one.Read),
                .. memberships.Select(one => one.Read),
            ],
            cancellation
        );

        users.Settle(run.Rows.Users, user => user.Id);
        groups.Settle(run.Rows.Groups, group => group.Id);
        others.Settle(run.Rows.ServicePrincipals, other => other.Id);
        foreach (var (review, read) in reviews)
            if (run.Ledger.Settle(read, review))
                run.Rows.AccessReviewInstances.AddRange(read.Rows);
        foreach (var (user, read) in memberships)
            if (run.Ledger.Settle(read, user))
                run.Rows.GroupsOfUsers.Add(new(user, [.. read.Rows.Distinct().Order()]));
        MarkUnseenMembers(run);
    }

    /// <summary>A group that only holds others is asked for its name and kind, not for its people.</summary>
    private static IEnumerable<Guid> GroupsOf(CollectionRun run) =>
        run.Pool.Of(ObjectKind.Group).Concat(run.Rows.GroupParents.Select(row => row.ParentId)).Distinct().Order();

    /// <summary>A group that hides its members answers with an empty list, which says nothing.</summary>
    private static void MarkUnseenMembers(CollectionRun run)
    {
        if (run.Claims.Permissions.Contains(Lacking.HiddenMembers, StringComparer.Ordinal))
            return;

        var hidden = new ReadFailure(
            PartStatus.Refused,
            MissingReason.Permission,
            $"The group hides its members; reading them needs {Lacking.HiddenMembers}."
        );
        var visible = run
            .Rows.Memberships.Where(row => row.Access is GroupAccess.Member)
            .Select(row => row.GroupId)
            .ToHashSet();
        var read = run.Rows.Groups.DistinctBy(group => group.Id).ToDictionary(group => group.Id);
        foreach (var group in run.Pool.Of(ObjectKind.Group))
            if (read.GetValueOrDefault(group) is { HasHiddenMembership: { } hides })
                Mark(group, hides ? hidden : null);
            else if (!visible.Contains(group))
                Mark(group, Unread);

        void Mark(Guid group, ReadFailure? why)
        {
            if (why is not null)
                run.Ledger[SnapshotParts.GroupMembers].Gap(group.ToString("D"), why);
        }
    }

    private static readonly ReadFailure Unread = new(
        PartStatus.Failed,
        MissingReason.NotCollected,
        "The group itself could not be read, so nobody knows whether it hides its members."
    );
}

/// <summary>Users for whom Conditional Access may matter by group: emergency accounts and people behind a context.</summary>
internal static class WatchedUsers
{
    public static IReadOnlyList<Guid> Of(CollectionRun run)
    {
        var behind = run
            .Rows.RoleSettings.Where(one => one.ContextRequired is true)
            .SelectMany(one => Gated(run, one.Owner));
        var emergency = run.Rows.EmergencyAccounts.Select(entry => entry.ObjectId).OfType<Guid>();
        var users = run.Pool.Of(ObjectKind.User).ToHashSet();
        return [.. Expand(run, behind).Concat(emergency).Distinct().Where(users.Contains).Order()];
    }

    private static IEnumerable<Guid> Gated(CollectionRun run, SettingsOwner owner) =>
        owner.Access is { } access
            ? run
                .Rows.GroupEligibilities.Where(row => row.GroupId == owner.Id && row.Access == access)
                .Select(row => row.PrincipalId)
            : run
                .Rows.EligibleAssignments.Where(row => row.RoleDefinitionId == owner.Id)
                .Select(row => row.PrincipalId);

    private static HashSet<Guid> Expand(CollectionRun run, IEnumerable<Guid> principals) =>
        Inside.Reach(Inside.Of(run, sides: [GroupAccess.Member, GroupAccess.Owner]), principals);
}
