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
        using var session = await CollectionSession.BeginAsync(connection, options, time, cancellationToken);
        var organization = session.Run.Tenant.Organization().Question;
        await Reach.MeasureAsync(connection, organization, time, cancellationToken);
        return await session.CollectAsync(Steps, cancellationToken);
    }

    private static ICollectionStep[] Steps =>
        [new OrganizationStep(), new AssignmentsStep(), new GroupsStep(), new PeopleStep(), new SecondLookStep()];

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
