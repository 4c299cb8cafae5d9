using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Tries every part with as little as tells whether it can be read: a first page, or one object.</summary>
/// <remarks>A part without a probe is judged by what the token says.</remarks>
internal sealed class Probes(CollectionRun run, FirstPages pages)
{
    /// <summary>A short stretch of the audit log tells whether it can be read.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    private readonly List<GraphRead> asked = [];
    private readonly Specimens found = new();

    /// <summary>A role-assignable group hides its members.</summary>
    public bool HidesMembers { get; private set; }

    public IReadOnlyList<Subscription> Subscriptions { get; private set; } = [];

    /// <summary>What was asked about a part; empty when there was nothing to ask it with.</summary>
    public IReadOnlyList<GraphRead> Of(SnapshotParts part) => [.. asked.Where(read => read.Question.Part == part)];

    public async Task AskAsync(CancellationToken cancellation)
    {
        var named = await AskListsAsync(cancellation);
        await TellKindsAsync(named, cancellation);
        var workloads = run.Principals.ServicePrincipals(found.ServicePrincipals);
        await AskAsync(
            [.. OfObjects(), .. found.ServicePrincipals.Count > 0 ? [workloads] : (GraphRead[])[]],
            cancellation
        );
        found.Take(workloads.Rows, run.Rows.Tenant!.Id);
        await AskApplicationsAsync(cancellation);
    }

    /// <returns>Principals that the lists name.</returns>
    private async Task<IReadOnlyList<Guid>> AskListsAsync(CancellationToken cancellation)
    {
        var subscriptions = run.Tenant.Subscriptions();
        var assignments = run.Tenant.RoleAssignments();
        var active = run.Tenant.ActiveAssignments(withOrigin: false);
        var eligible = run.Tenant.EligibleAssignments();
        var groups = run.Tenant.RoleAssignableGroups();
        var reviews = run.Tenant.AccessReviews();
        await AskAsync([subscriptions, assignments, active, eligible, groups, reviews, .. OtherLists()], cancellation);

        Subscriptions = subscriptions.Rows;
        HidesMembers = groups.Rows.Any(group => group.HasHiddenMembership is true);
        found.Take(groups.Rows.Select(group => group.Id));
        found.Review = (
            reviews.Rows.FirstOrDefault(review => !review.Targets.IsEmpty) ?? reviews.Rows.FirstOrDefault()
        )?.Id;
        return
        [
            .. assignments
                .Rows.Select(row => row.PrincipalId)
                .Concat(active.Rows.Select(row => row.PrincipalId))
                .Concat(eligible.Rows.Select(row => row.PrincipalId))
                .Distinct()
                .Order(),
        ];
    }

    private IEnumerable<GraphRead> OtherLists()
    {
        yield return run.Tenant.Organization();
        yield return run.Tenant.RoleDefinitions();
        yield return run.Settings.OfAllRolesWithoutRules();
        yield return run.Tenant.AdministrativeUnits();
        yield return run.Tenant.ConditionalAccessPolicies();
        yield return run.Tenant.AuthenticationContexts();
        yield return run.Tenant.AssignmentSchedules();
        yield return run.Tenant.EligibilitySchedules();
        yield return run.Audit.Between(run.TakenAt - LookBack, run.TakenAt, most: 0);
        yield return run.Use.Registrations(_ => false, _ => true);
        yield return run.Beta.PrivilegedRoles();
        yield return run.Beta.PimGroups();
        yield return run.Beta.PimAlerts();
        if (run.Options.GroupNamePrefix is { Length: > 0 } prefix)
            yield return run.Tenant.NamedGroups(prefix);
    }

    private IEnumerable<GraphRead> OfObjects()
    {
        if (found.Group is { } group)
        {
            yield return run.Groups.Members(group);
            yield return run.Groups.Owners(group);
            yield return run.Groups.Parents(group);
            yield return run.Groups.Eligibilities(group);
            yield return run.Groups.Assignments(group);
            yield return run.Groups.EligibilitySchedules(group);
            yield return run.Groups.AssignmentSchedules(group);
            yield return run.Settings.OfGroup(group);
            yield return run.Principals.Groups([group]);
        }

        if (found.User is { } user)
        {
            yield return run.Principals.Users([user]);
            yield return run.Principals.GroupsOf(user);
            yield return run.Use.SignIn(user);
        }

        if (found.ServicePrincipals is [var workload, ..])
            yield return run.Workloads.OwnersOfServicePrincipal(workload);
        if ((found.Absent ?? found.User) is { } absent)
            yield return run.Principals.DeletedItem(absent);
        if (found.Review is { } review)
            yield return run.Tenant.AccessReviewInstances(review);
        if (EmergencyAccount is { } account)
            yield return run.Principals.EmergencyAccount(account);
    }

    /// <summary>A configured one, else anybody: the request is the same.</summary>
    private string? EmergencyAccount =>
        run.Options.EmergencyAccounts.FirstOrDefault(entry => !string.IsNullOrWhiteSpace(entry))
        ?? found.User?.ToString("D");

    private async Task TellKindsAsync(IReadOnlyList<Guid> named, CancellationToken cancellation)
    {
        if (named.Count == 0)
            return;

        var some = named.Take(PrincipalReads.MostKinds).ToList();
        var kinds = run.Principals.Kinds(some);
        await pages.AskAsync([kinds], cancellation);
        if (kinds.Failure is null)
        {
            found.Take(kinds.Rows.Select(row => (row.Id, row.Kind)));
            found.TakeAbsent(some.Except(kinds.Rows.Select(row => row.Id)));
        }
        else
            await TellKindsByListsAsync([.. named.Take(PrincipalReads.MostDetails)], cancellation);
    }

    /// <summary>Where <c>getByIds</c> is refused, each kind is asked for a few ids, and that is the probe of principals too.</summary>
    private async Task TellKindsByListsAsync(IReadOnlyList<Guid> some, CancellationToken cancellation)
    {
        var users = run.Principals.Users(some);
        var groups = run.Principals.Groups(some);
        var others = run.Principals.ServicePrincipals(some);
        await AskAsync([users, groups, others], cancellation);
        found.Take([
            .. users.Rows.Select(user => (user.Id, ObjectKind.User)),
            .. groups.Rows.Select(group => (group.Id, ObjectKind.Group)),
            .. others.Rows.Select(other => (other.Id, ObjectKind.ServicePrincipal)),
        ]);
    }

    private async Task AskApplicationsAsync(CancellationToken cancellation)
    {
        var applications = found.ClientIds.Select(run.Workloads.Applications).ToList();
        await AskAsync(applications, cancellation);
        if (applications.SelectMany(read => read.Rows).FirstOrDefault() is { } application)
            await AskAsync([run.Workloads.OwnersOfApplication(application.Id)], cancellation);
    }

    /// <summary>What is switched off is not asked for.</summary>
    private async Task AskAsync(IReadOnlyList<GraphRead> reads, CancellationToken cancellation)
    {
        var wanted = reads.Where(read => run.Wants(read.Question.Part)).ToList();
        asked.AddRange(wanted);
        await pages.AskAsync(wanted, cancellation);
    }
}
