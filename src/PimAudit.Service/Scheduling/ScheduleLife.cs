using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace PimAudit.Service;

/// <summary>Starts the scheduler once its store holds the configuration, and stops it without breaking off what may still end.</summary>
internal sealed partial class ScheduleLife(
    ISchedulerFactory schedulers,
    SchedulePlanter planter,
    Watchdog watchdog,
    RunningScans running,
    ScheduleList list,
    ServiceOptions options,
    TimeProvider time,
    ILogger<ScheduleLife> log
) : IHostedLifecycleService
{
    private IScheduler? scheduler;

    /// <summary>Null before the start.</summary>
    public IScheduler? Scheduler => scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = await schedulers.GetScheduler(cancellationToken);
        await planter.ApplyAsync(started, cancellationToken);
        await watchdog.LookBackAsync(cancellationToken);
        await watchdog.LookAsync(cancellationToken);
        scheduler = started;
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await scheduler!.Start(cancellationToken);
        LogStarted(log, options.Node, list.All.Length, options.Parallel);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (scheduler is null)
            return;
        LogStopping(log, options.Node);
        await scheduler.Standby(cancellationToken);
        if (!await running.StopAsync(options.StopGrace, time, cancellationToken))
            LogCancelled(log);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(50, LogLevel.Information, "Node {Node} is up. Tenants: {Tenants}, at a time: {Parallel}")]
    private static partial void LogStarted(ILogger log, string node, int tenants, int parallel);

    [LoggerMessage(51, LogLevel.Information, "Node {Node} stops: no scan begins any more")]
    private static partial void LogStopping(ILogger log, string node);

    [LoggerMessage(52, LogLevel.Warning, "Scans that did not end in time were cancelled; their times are free again")]
    private static partial void LogCancelled(ILogger log);
}
