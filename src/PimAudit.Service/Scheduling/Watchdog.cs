using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Raises an alarm for each slot that passed, with all the time that its scan could have taken, without a recorded run.</summary>
internal sealed partial class Watchdog(
    ScheduleList list,
    SchedulePlanter planted,
    ISlotBook book,
    Alarms alarms,
    TenantStates states,
    ServiceOptions options,
    TimeProvider time,
    ILogger<Watchdog> log
) : BackgroundService
{
    /// <summary>Of one tenant at one look; who was away for long hears of the newest.</summary>
    private const int Most = 10;

    /// <summary>Nothing of the tenant can be overdue before then; UTC.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> quietUntil = new();

    /// <summary>Schedules that were replaced: what was missed by them is said once, before they are forgotten.</summary>
    public async Task LookBackAsync(CancellationToken cancellation)
    {
        foreach (var old in planted.Replaced)
            await LookAsync(old.Table, old.Since, cancellation);
    }

    public async Task LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var table in list.All)
        {
            var tenant = table.Schedule.Tenant;
            if (quietUntil.GetValueOrDefault(tenant) > now)
                continue;
            var since = await LookAsync(table, planted.Since.GetValueOrDefault(tenant, now), cancellation);
            if (table.After(since) is { } next && table.LateAt(next) + options.Grace is var late && late > now)
                quietUntil[tenant] = late;
        }
    }

    /// <returns>The time from which on slots had to be looked at.</returns>
    private async Task<DateTimeOffset> LookAsync(Timetable table, DateTimeOffset known, CancellationToken cancellation)
    {
        var schedule = table.Schedule;
        var done = await book.NewestDoneAsync(schedule.Tenant, cancellation);
        if (done is { } slot)
            states.Done(schedule.Tenant, slot);
        var since = done > known ? done.Value : known.AddTicks(-1);
        foreach (var missed in table.Overdue(since, time.GetUtcNow(), options.Grace, Most).Reverse())
            await alarms.MissedAsync(schedule, missed, Why(table, missed), cancellation);
        return since;
    }

    private string Why(Timetable table, DateTimeOffset slot) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"No run was recorded until {table.LateAt(slot) + options.Grace:yyyy-MM-dd HH:mm:ss} UTC."
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogBlind(log, error.GetType().Name);
            }
    }

    [LoggerMessage(40, LogLevel.Error, "Whether a scan was missed cannot be told: {Fault}")]
    private static partial void LogBlind(ILogger log, string fault);
}
