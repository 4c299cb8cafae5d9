using Microsoft.Extensions.Logging;

namespace PimAudit.Service;

/// <summary>Says once for each slot what did not come about: in the log, on the health page, and to whoever is notified.</summary>
internal sealed partial class Alarms(
    IEnumerable<IScheduleAlarm> told,
    TenantStates states,
    ScanMeter meter,
    ILogger<Alarms> log
)
{
    public async Task MissedAsync(
        TenantSchedule schedule,
        DateTimeOffset slot,
        string why,
        CancellationToken cancellation
    )
    {
        if (!states.Missed(schedule.Tenant, slot))
            return;
        LogMissed(log, schedule.Alias, slot, why);
        meter.Missed(schedule);
        try
        {
            foreach (var one in told)
                await one.MissedAsync(schedule, slot, why, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            states.Untold(schedule.Tenant, slot);
            LogUntold(log, schedule.Alias, slot, error.GetType().Name);
        }
    }

    public async Task FailedAsync(
        TenantSchedule schedule,
        DateTimeOffset slot,
        string why,
        CancellationToken cancellation
    )
    {
        LogFailed(log, schedule.Alias, slot, why);
        try
        {
            foreach (var one in told)
                await one.FailedAsync(schedule, slot, why, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogUntold(log, schedule.Alias, slot, error.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The scan of {Tenant} for {Slot:u} was missed: {Why}")]
    private static partial void LogMissed(ILogger log, string tenant, DateTimeOffset slot, string why);

    [LoggerMessage(2, LogLevel.Error, "The scan of {Tenant} for {Slot:u} failed for good: {Why}")]
    private static partial void LogFailed(ILogger log, string tenant, DateTimeOffset slot, string why);

    [LoggerMessage(3, LogLevel.Error, "Nobody could be notified about the scan of {Tenant} for {Slot:u}: {Fault}")]
    private static partial void LogUntold(ILogger log, string tenant, DateTimeOffset slot, string fault);
}
