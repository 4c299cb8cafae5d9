using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who holds or may activate which Entra role: the directory's list and PIM's two.</summary>
internal sealed class RoleLists(CollectionRun run)
{
    private readonly ListRead<RoleAssignmentRow, RoleAssignment> assignments = run.Tenant.RoleAssignments();
    private readonly ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> active = run.Tenant.ActiveAssignments(
        withOrigin: true
    );
    private readonly ListRead<RoleEligibilityInstanceRow, RoleEligibilityInstance> eligible =
        run.Tenant.EligibleAssignments();
    private readonly ListRead<RoleAssignmentScheduleRow, RoleAssignmentSchedule> assignmentSchedules =
        run.Tenant.AssignmentSchedules();
    private readonly ListRead<RoleEligibilityScheduleRow, RoleEligibilitySchedule> eligibilitySchedules =
        run.Tenant.EligibilitySchedules();

    public IEnumerable<GraphRead> Reads => [assignments, active, eligible, assignmentSchedules, eligibilitySchedules];

    public async Task SettleAsync(CancellationToken cancellation)
    {
        run.Keep(assignments, run.Rows.RoleAssignments);
        if (active.Failure is { HttpStatus: 400, Reason: MissingReason.Malformed } refusal)
            await KeepWithoutOriginAsync(refusal, cancellation);
        else
            run.Keep(active, run.Rows.ActiveAssignments);
        run.Keep(eligible, run.Rows.EligibleAssignments);
        run.Keep(assignmentSchedules, run.Rows.RoleAssignmentSchedules);
        run.Keep(eligibilitySchedules, run.Rows.RoleEligibilitySchedules);
        Schedules.DropEnded(run);

        foreach (var row in run.Rows.RoleAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.ActiveAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.EligibleAssignments)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.RoleAssignmentSchedules)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.RoleEligibilitySchedules)
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
        var plain = run.Tenant.ActiveAssignments(withOrigin: false);
        await run.Reader.ReadAsync(plain, cancellation);
        run.Keep(plain, run.Rows.ActiveAssignments);
    }
}
