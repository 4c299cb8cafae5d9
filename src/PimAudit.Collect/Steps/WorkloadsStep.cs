using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Service principals, and for those that hold or can reach a role who controls them: their owners, the application behind
/// them, and its owners. Owners are read by name and followed no further.
/// </summary>
internal sealed class WorkloadsStep : ICollectionStep
{
    private static readonly ReadFailure NoClientId = new(
        PartStatus.Failed,
        MissingReason.NotCollected,
        "The service principal itself could not be read, so nobody knows its application."
    );

    public string Says => "Reading service principals, applications and their owners";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var all = run.Pool.Of(ObjectKind.ServicePrincipal);
        var reaching = Reaching(run).Intersect(all).Order().ToList();
        await ReadServicePrincipalsAsync(run, all, reaching, cancellation);
        await ReadApplicationsAsync(run, reaching, cancellation);
        await ReadApplicationOwnersAsync(run, cancellation);

        foreach (var row in run.Rows.ServicePrincipalOwners.Concat(run.Rows.ApplicationOwners))
            run.Pool.Touch(row.OwnerId, row.OwnerKind);
        await PrincipalKinds.ResolveAsync(run, cancellation);
    }

    /// <summary>Principals of roles, and members of such groups at any depth, eligible ones too.</summary>
    private static HashSet<Guid> Reaching(CollectionRun run) =>
        Inside.Reach(
            Inside.Of(run, GroupAccess.Member),
            run.Rows.RoleAssignments.Select(row => row.PrincipalId)
                .Concat(run.Rows.ActiveAssignments.Select(row => row.PrincipalId))
                .Concat(run.Rows.EligibleAssignments.Select(row => row.PrincipalId))
        );

    private static async Task ReadServicePrincipalsAsync(
        CollectionRun run,
        IReadOnlyList<Guid> all,
        IReadOnlyList<Guid> reaching,
        CancellationToken cancellation
    )
    {
        var details = new PrincipalDetails<ServicePrincipalRow, ServicePrincipal>(
            run,
            all,
            run.Principals.ServicePrincipals
        );
        var owners = reaching.Select(id => (Id: id, Read: run.Workloads.OwnersOfServicePrincipal(id))).ToList();
        await run.Reader.ReadBatchedAsync([.. details.Reads, .. owners.Select(one => one.Read)], cancellation);

        details.Settle(run.Rows.ServicePrincipals, one => one.Id);
        run.AskedWorkloads.UnionWith(all);
        foreach (var (id, read) in owners)
            run.Keep(read, id, run.Rows.ServicePrincipalOwners);
    }

    /// <summary>A managed identity has no application, and one of another tenant is not to be read here.</summary>
    private static async Task ReadApplicationsAsync(
        CollectionRun run,
        IReadOnlyList<Guid> reaching,
        CancellationToken cancellation
    )
    {
        var known = run.Rows.ServicePrincipals.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        var asked = new List<(Guid Id, ListRead<ApplicationRow, Application> Read)>();
        foreach (var id in reaching.Intersect(run.Pool.Of(ObjectKind.ServicePrincipal)))
            if (known.GetValueOrDefault(id) is not { AppId: { } appId } workload)
                run.Ledger[SnapshotParts.Applications].Gap(id.ToString("D"), NoClientId);
            else if (IsRegisteredHere(run, workload))
                asked.Add((id, run.Workloads.Applications(appId)));

        await run.Reader.ReadBatchedAsync(asked.Select(one => one.Read), cancellation);
        foreach (var (id, read) in asked)
            run.Keep(read, id, run.Rows.Applications);
    }

    private static bool IsRegisteredHere(CollectionRun run, ServicePrincipal workload) =>
        !Spelling.Same(workload.Type, "ManagedIdentity")
        && (workload.OwnerOrganizationId is not { } owner || owner == run.Rows.Tenant?.Id);

    private static async Task ReadApplicationOwnersAsync(CollectionRun run, CancellationToken cancellation)
    {
        var asked = run
            .Rows.Applications.Select(application => application.Id)
            .Distinct()
            .Order()
            .Select(id => (Id: id, Read: run.Workloads.OwnersOfApplication(id)))
            .ToList();
        await run.Reader.ReadBatchedAsync(asked.Select(one => one.Read), cancellation);
        foreach (var (id, read) in asked)
            run.Keep(read, id, run.Rows.ApplicationOwners);
    }
}
