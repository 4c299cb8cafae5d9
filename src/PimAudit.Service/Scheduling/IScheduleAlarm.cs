namespace PimAudit.Service;

/// <summary>Is told of scans that did not come about. May be told twice of the same slot, by several nodes or after a restart.</summary>
public interface IScheduleAlarm
{
    /// <param name="slot">UTC; the time of the schedule without a recorded run.</param>
    /// <param name="why">One sentence without a name from the tenant.</param>
    Task MissedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation);

    /// <summary>The last attempt at the slot failed.</summary>
    Task FailedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation);
}
