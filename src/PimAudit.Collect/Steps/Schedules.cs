using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Schedules that have ended are dropped; those to come are what the lists are read for.</summary>
internal static class Schedules
{
    public static void DropEnded(CollectionRun run)
    {
        DropEnded(run, SnapshotParts.RoleAssignmentSchedules, run.Rows.RoleAssignmentSchedules, row => row.EndsAt);
        DropEnded(run, SnapshotParts.RoleEligibilitySchedules, run.Rows.RoleEligibilitySchedules, row => row.EndsAt);
        DropEnded(run, SnapshotParts.GroupAssignmentSchedules, run.Rows.GroupAssignmentSchedules, row => row.EndsAt);
        DropEnded(run, SnapshotParts.GroupEligibilitySchedules, run.Rows.GroupEligibilitySchedules, row => row.EndsAt);
    }

    private static void DropEnded<TRow>(
        CollectionRun run,
        SnapshotParts part,
        List<TRow> rows,
        Func<TRow, DateTimeOffset?> endsAt
    ) => run.Ledger[part].Dropped += rows.RemoveAll(row => endsAt(row) <= run.TakenAt);
}
