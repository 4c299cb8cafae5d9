using Microsoft.Extensions.Logging;
using PimAudit.History;
using Quartz;

namespace PimAudit.Service;

/// <summary>
/// What the scheduler starts for a tenant: at a time of its schedule, at the end of the jitter, for a further attempt, or
/// because the node that scanned died. It leaves at once unless it scans, so that waiting costs no place.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class TenantJob(
    ScheduleList list,
    SlotRunner runner,
    ISlotBook book,
    Alarms alarms,
    NextStep next,
    TimeProvider time,
    ILogger<TenantJob> log
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var fire = Fire.Of(context);
        if (list.Find(ScheduleNames.Tenant(context.JobDetail.Key)) is not { } table)
        {
            LogUnknown(log, context.JobDetail.Key.Name, fire.Slot);
            return;
        }

        if (context.Recovering)
            LogTakenOver(log, table.Schedule.Alias, fire.Slot);
        try
        {
            await ActAsync(context.Scheduler, table, fire, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFault(log, table.Schedule.Alias, fire.Slot, error.GetType().Name);
        }
    }

    private async Task ActAsync(IScheduler scheduler, Timetable table, Fire fire, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (TooLate(table, fire, now) is { } why)
            await LeaveOutAsync(table.Schedule, fire, why, cancellation);
        else if (fire.Attempt == 0 && table.StartOf(fire.Slot) > now)
            await AttemptPlan.AddAsync(scheduler, table.Schedule.Tenant, fire, table.StartOf(fire.Slot), cancellation);
        else
            await next.TakeAsync(
                scheduler,
                table,
                fire,
                await runner.RunAsync(table.Schedule, fire, cancellation),
                CancellationToken.None
            );
    }

    /// <returns>A sentence; null when the slot is still to be scanned.</returns>
    private static string? TooLate(Timetable table, Fire fire, DateTimeOffset now) =>
        table.IsSuperseded(fire.Slot, now) ? "The next time of the schedule came before this one could be scanned."
        : table.Schedule.Misfire is MisfirePolicy.Skip && now > table.LateAt(fire.Slot)
            ? "Nobody was there to scan in time, and the schedule says to skip then."
        : null;

    /// <summary>A slot that is recorded already, such as that of a scan taken over at its end, was not missed.</summary>
    private async Task LeaveOutAsync(TenantSchedule schedule, Fire fire, string why, CancellationToken cancellation)
    {
        if (await book.NewestDoneAsync(schedule.Tenant, cancellation) is not { } done || done < fire.Slot)
            await alarms.MissedAsync(schedule, fire.Slot, why, cancellation);
    }

    [LoggerMessage(30, LogLevel.Warning, "Tenant {Id} is not on the list of this node; its time {Slot:u} is left out")]
    private static partial void LogUnknown(ILogger log, string id, DateTimeOffset slot);

    [LoggerMessage(31, LogLevel.Warning, "The scan of {Tenant} for {Slot:u} is taken over from a node that ended")]
    private static partial void LogTakenOver(ILogger log, string tenant, DateTimeOffset slot);

    [LoggerMessage(32, LogLevel.Error, "The scheduler could not go on with {Tenant} for {Slot:u}: {Fault}")]
    private static partial void LogFault(ILogger log, string tenant, DateTimeOffset slot, string fault);
}
