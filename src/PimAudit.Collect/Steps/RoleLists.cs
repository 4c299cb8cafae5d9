using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who holds or may activate which Entra role, now and in time to come.</summary>
internal sealed class RoleLists(CollectionRun run)
{
    private readonly RoleHolders holders = new(run);
    private readonly ListRead<RoleAssignmentScheduleRow, RoleAssignmentSchedule> assignmentSchedules =
        run.Tenant.AssignmentSchedules();
    private readonly ListRead<RoleEligibilityScheduleRow, RoleEligibilitySchedule> eligibilitySchedules =
        run.Tenant.EligibilitySchedules();

    public IEnumerable<GraphRead> Reads => [.. holders.Reads, assignmentSchedules, eligibilitySchedules];

    public async Task SettleAsync(CancellationToken cancellation)
    {
        await holders.SettleAsync(cancellation);
        run.Keep(assignmentSchedules, run.Rows.RoleAssignmentSchedules);
        run.Keep(eligibilitySchedules, run.Rows.RoleEligibilitySchedules);
        Schedules.DropEnded(run);

        foreach (var row in run.Rows.RoleAssignmentSchedules)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.RoleEligibilitySchedules)
            run.Pool.Touch(row.PrincipalId);
    }
}
