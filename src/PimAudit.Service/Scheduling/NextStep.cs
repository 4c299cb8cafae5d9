using Microsoft.Extensions.Logging;
using Quartz;

namespace PimAudit.Service;

/// <summary>What follows from an attempt: nothing, another one later, or an alarm.</summary>
internal sealed partial class NextStep(
    Alarms alarms,
    TenantStates states,
    ServiceOptions options,
    TimeProvider time,
    ILogger<NextStep> log
)
{
    public async Task TakeAsync(
        IScheduler scheduler,
        Timetable table,
        Fire fire,
        SlotResult result,
        CancellationToken cancellation
    )
    {
        var tenant = table.Schedule.Tenant;
        var now = time.GetUtcNow();
        switch (result.End)
        {
            case SlotEnd.Scanned or SlotEnd.Done:
                states.Done(tenant, fire.Slot);
                break;
            case SlotEnd.Held or SlotEnd.Lost:
                await AttemptPlan.AddAsync(scheduler, tenant, fire, now + options.Lease, cancellation);
                break;
            case SlotEnd.Stopped:
                await AttemptPlan.AddAsync(scheduler, tenant, fire, now, cancellation);
                break;
            case SlotEnd.Failed:
                await AgainAsync(scheduler, table, fire, result.Why ?? "", cancellation);
                break;
        }
    }

    private async Task AgainAsync(
        IScheduler scheduler,
        Timetable table,
        Fire fire,
        string why,
        CancellationToken cancellation
    )
    {
        var schedule = table.Schedule;
        states.Failed(schedule.Tenant, fire.Slot, why);
        if (
            fire.Attempt < options.Backoff.Length
            && time.GetUtcNow() + options.Backoff[fire.Attempt] is var again
            && !table.IsSuperseded(fire.Slot, again)
        )
        {
            LogAgain(log, schedule.Alias, fire.Slot, again, why);
            var next = fire with { Attempt = fire.Attempt + 1 };
            await AttemptPlan.AddAsync(scheduler, schedule.Tenant, next, again, cancellation);
        }
        else
            await alarms.FailedAsync(schedule, fire.Slot, why, cancellation);
    }

    [LoggerMessage(33, LogLevel.Warning, "The scan of {Tenant} for {Slot:u} failed; again at {Again:u}: {Why}")]
    private static partial void LogAgain(
        ILogger log,
        string tenant,
        DateTimeOffset slot,
        DateTimeOffset again,
        string why
    );
}
