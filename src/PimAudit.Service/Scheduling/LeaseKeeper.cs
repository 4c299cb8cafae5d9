using Microsoft.Extensions.Logging;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Renews the claim on a slot while its scan runs, and cancels the scan when the claim is lost.</summary>
internal sealed partial class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task keeping;

    private LeaseKeeper(Func<CancellationTokenSource, CancellationToken, Task> keep) =>
        keeping = keep(lost, ended.Token);

    /// <summary>Cancelled when another node may scan.</summary>
    public CancellationToken Lost => lost.Token;

    public static LeaseKeeper Start(
        ISlotBook book,
        TenantSchedule schedule,
        DateTimeOffset slot,
        ServiceOptions options,
        TimeProvider time,
        ILogger log
    ) => new((lost, ended) => KeepAsync(book, schedule, slot, options, time, log, lost, ended));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await keeping;
        ended.Dispose();
        lost.Dispose();
    }

    private static async Task KeepAsync(
        ISlotBook book,
        TenantSchedule schedule,
        DateTimeOffset slot,
        ServiceOptions options,
        TimeProvider time,
        ILogger log,
        CancellationTokenSource lost,
        CancellationToken ended
    )
    {
        var until = time.GetUtcNow() + options.Lease;
        while (!lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.Lease / 3, time, ended);
                var now = time.GetUtcNow();
                if (await book.RenewAsync(schedule.Tenant, slot, options.Owner, options.Lease, ended))
                    until = now + options.Lease;
                else
                    await lost.CancelAsync();
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogNotRenewed(log, schedule.Alias, slot, error.GetType().Name);
                if (time.GetUtcNow() >= until)
                    await lost.CancelAsync();
            }
        }
    }

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The claim on the scan of {Tenant} for {Slot:u} could not be renewed: {Fault}"
    )]
    private static partial void LogNotRenewed(ILogger log, string tenant, DateTimeOffset slot, string fault);
}
