using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who holds or may activate an Entra role now: the directory's list and PIM's two.</summary>
/// <param name="filter">Such as one role; null for all.</param>
internal sealed class RoleHolders(CollectionRun run, string? filter = null)
{
    private readonly ListRead<RoleAssignmentRow, RoleAssignment> assignments = run.Tenant.RoleAssignments(filter);
    private readonly ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> active = run.Tenant.ActiveAssignments(
        withOrigin: true,
        filter
    );
    private readonly ListRead<RoleEligibilityInstanceRow, RoleEligibilityInstance> eligible =
        run.Tenant.EligibleAssignments(filter);

    public IEnumerable<GraphRead> Reads => [assignments, active, eligible];

    public async Task SettleAsync(CancellationToken cancellation)
    {
        run.Keep(assignments, run.Rows.RoleAssignments);
        if (active.Failure is { HttpStatus: 400, Reason: MissingReason.Malformed } refusal)
            await KeepWithoutOriginAsync(refusal, cancellation);
        else
            run.Keep(active, run.Rows.ActiveAssignments);
        run.Keep(eligible, run.Rows.EligibleAssignments);

        foreach (var row in run.Rows.RoleAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.ActiveAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.EligibleAssignments)
            run.Pool.Touch(row.PrincipalId);
    }

    /// <summary>Where Graph takes no <c>$expand</c> the list is still worth having, though each activation lacks something.</summary>
    private async Task KeepWithoutOriginAsync(ReadFailure refusal, CancellationToken cancellation)
    {
        run.TellsOrigin = false;
        run.OriginUntold = refusal with
        {
            Detail = "Graph did not tell through which eligibility the role was activated. " + refusal.Detail,
        };
        run.Ledger[SnapshotParts.ActiveAssignments].Count(active);
        var plain = run.Tenant.ActiveAssignments(withOrigin: false, filter);
        await run.Reader.ReadAsync(plain, cancellation);
        run.Keep(plain, run.Rows.ActiveAssignments);
    }
}
