using Microsoft.Extensions.Logging;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Scans one tenant for one slot, if nobody else did or does.</summary>
internal sealed partial class SlotRunner(
    ISlotBook book,
    ITenantScanner scanner,
    ServiceOptions options,
    RunningScans running,
    ScanMeter meter,
    TimeProvider time,
    ILogger<SlotRunner> log
)
{
    public async Task<SlotResult> RunAsync(TenantSchedule schedule, Fire fire, CancellationToken cancellation)
    {
        running.Begin();
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, running.Stopping);
            return await ClaimAndScanAsync(schedule, fire, stopping.Token);
        }
        catch (OperationCanceledException) when (running.Stopping.IsCancellationRequested)
        {
            return new(SlotEnd.Stopped);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFault(log, error.GetType().Name, schedule.Alias, fire.Slot);
            return new(SlotEnd.Failed, $"The history does not answer ({error.GetType().Name}).");
        }
        finally
        {
            running.End();
        }
    }

    private async Task<SlotResult> ClaimAndScanAsync(TenantSchedule schedule, Fire fire, CancellationToken stopping)
    {
        var claim = await book.ClaimAsync(schedule.Tenant, fire.Slot, options.Owner, options.Lease, stopping);
        if (claim is not SlotClaim.Granted)
            return new(claim is SlotClaim.Done ? SlotEnd.Done : SlotEnd.Held);

        using var scan = meter.Begin(schedule, fire);
        LogBegin(log, schedule.Alias, fire.Slot, fire.Attempt + 1);
        var (result, outcome) = await ScanAsync(schedule, fire, stopping);
        scan.Ended(result.End, outcome);
        LogEnd(log, schedule.Alias, fire.Slot, result.End, outcome?.ExitCode, scan.Elapsed.TotalSeconds);
        if (result.End is SlotEnd.Failed or SlotEnd.Stopped)
            await book.ReleaseAsync(schedule.Tenant, fire.Slot, options.Owner, CancellationToken.None);
        return result;
    }

    private async Task<(SlotResult Result, TenantOutcome? Outcome)> ScanAsync(
        TenantSchedule schedule,
        Fire fire,
        CancellationToken stopping
    )
    {
        await using var lease = LeaseKeeper.Start(book, schedule, fire.Slot, options, time, log);
        using var limit = new CancellationTokenSource(schedule.TimeLimit * Timetable.HardLimit, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost, limit.Token);
        try
        {
            var outcome = await scanner.ScanAsync(schedule.Alias, fire.Slot, any.Token);
            return outcome.WhyNot is { } why
                ? (new(SlotEnd.Failed, FirstLine(why)), outcome)
                : (new(SlotEnd.Scanned), outcome);
        }
        catch (OperationCanceledException) when (any.IsCancellationRequested)
        {
            return (Ended(schedule, stopping, lease.Lost), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFault(log, error.GetType().Name, schedule.Alias, fire.Slot);
            return (new(SlotEnd.Failed, $"The program met a fault of its own ({error.GetType().Name})."), null);
        }
    }

    private static SlotResult Ended(TenantSchedule schedule, CancellationToken stopping, CancellationToken lost) =>
        lost.IsCancellationRequested ? new(SlotEnd.Lost)
        : stopping.IsCancellationRequested ? new(SlotEnd.Stopped)
        : new(
            SlotEnd.Failed,
            $"The scan was stopped after {Span.Of(schedule.TimeLimit * Timetable.HardLimit)}, twice its time limit."
        );

    private static string FirstLine(string why) => why.Split('\n', 2)[0].Trim();

    [LoggerMessage(20, LogLevel.Information, "The scan of {Tenant} for {Slot:u} begins, attempt {Attempt}")]
    private static partial void LogBegin(ILogger log, string tenant, DateTimeOffset slot, int attempt);

    [LoggerMessage(
        21,
        LogLevel.Information,
        "The scan of {Tenant} for {Slot:u} ended: {End}, exit code {ExitCode}, {Seconds:0.0} s"
    )]
    private static partial void LogEnd(
        ILogger log,
        string tenant,
        DateTimeOffset slot,
        SlotEnd end,
        int? exitCode,
        double seconds
    );

    [LoggerMessage(22, LogLevel.Error, "{Fault} in the scan of {Tenant} for {Slot:u}")]
    private static partial void LogFault(ILogger log, string fault, string tenant, DateTimeOffset slot);
}
