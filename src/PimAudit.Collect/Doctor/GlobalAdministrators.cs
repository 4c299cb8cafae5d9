using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads who is Global Administrator and through which groups, and nothing else of the tenant.</summary>
/// <remarks>The steps are those of a collection, so that whoever judges the snapshot finds what a whole one would hold.</remarks>
public sealed class GlobalAdministrators(GraphConnection connection, CollectionOptions options, TimeProvider time)
{
    /// <exception cref="SignInFailedException">No token, or Graph did not accept it.</exception>
    /// <exception cref="GraphUnreachableException">Nobody answered.</exception>
    /// <exception cref="WrongTenantException">Another tenant than the configured one answered.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<TenantSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var claims = await connection.ReadClaimsAsync(cancellationToken);
        var resilience = new GraphResilience(time, options.MaxThrottleWait, pacer: null);
        using var limit = new RunLimit(options.Timeout, time);
        var pipe = new GraphPipe(connection, resilience, limit);
        var board = new ProgressBoard(progress: null, connection, resilience.Rules, time);
        var run = new CollectionRun(
            connection,
            options,
            claims,
            new(pipe, new(journal: null), board),
            time.GetUtcNow()
        );
        await Reach.MeasureAsync(connection, run.Tenant.Organization().Question, time, cancellationToken);
        foreach (var step in Steps)
            await step.CollectAsync(run, cancellationToken);

        SnapshotMaker.CountRows(run);
        return SnapshotMaker.Make(run, RecordOf(run));
    }

    private static ICollectionStep[] Steps =>
        [new OrganizationStep(), new AssignmentsStep(), new GroupsStep(), new PeopleStep(), new SecondLookStep()];

    private CollectionRecord RecordOf(CollectionRun run) =>
        new(
            run.Claims.Identity,
            run.Claims.Permissions,
            connection.Endpoint.Origin,
            options.ToolVersion,
            run.TakenAt,
            time.GetUtcNow().ToUniversalTime(),
            [.. run.Ledger.Notes],
            run.Ledger.Records
        );

    /// <summary>Who holds the role, by the directory's list and by PIM's.</summary>
    private sealed class AssignmentsStep : ICollectionStep
    {
        public string Says => "Reading Global Administrators";

        public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
        {
            var filter = $"roleDefinitionId eq '{WellKnownRoles.GlobalAdministrator:D}'";
            var assignments = run.Tenant.RoleAssignments(filter);
            var active = run.Tenant.ActiveAssignments(withOrigin: true, filter);
            await run.Reader.ReadBatchedAsync([assignments, active], cancellation);
            run.Keep(assignments, run.Rows.RoleAssignments);
            run.Keep(active, run.Rows.ActiveAssignments);
            foreach (var row in run.Rows.RoleAssignments)
                run.Pool.Touch(row.PrincipalId);
            foreach (var row in run.Rows.ActiveAssignments)
                run.Pool.Touch(row.PrincipalId);
        }
    }
}
