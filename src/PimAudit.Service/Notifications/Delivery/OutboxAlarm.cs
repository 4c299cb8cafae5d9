using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Puts what the schedule missed into the outbox. The same slot told twice, by whichever node, is one message.</summary>
public sealed class OutboxAlarm(IOutbox outbox, NotificationSettings settings, TimeProvider time) : IScheduleAlarm
{
    public Task MissedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation) =>
        AddAsync(schedule, slot, why, isMissed: true, cancellation);

    public Task FailedAsync(TenantSchedule schedule, DateTimeOffset slot, string why, CancellationToken cancellation) =>
        AddAsync(schedule, slot, why, isMissed: false, cancellation);

    private Task AddAsync(
        TenantSchedule schedule,
        DateTimeOffset slot,
        string why,
        bool isMissed,
        CancellationToken cancellation
    )
    {
        var trouble = new ScanTrouble(schedule.Tenant, slot, time.GetUtcNow(), why, isMissed)
        {
            Alias = schedule.Alias,
        };
        return outbox.AddAsync(NoticeMessages.Of(trouble, settings), cancellation);
    }
}
