using PimAudit.History;
using Quartz;

namespace PimAudit.Service;

/// <summary>Whether this node can scan: its database and its scheduler answer.</summary>
/// <param name="Database">Of the history.</param>
internal sealed record ReadyReport(bool Database, bool Scheduler)
{
    public bool IsReady => Database && Scheduler;
}

/// <summary>Asks database and scheduler.</summary>
internal sealed class Readiness(ScheduleLife life, ScheduleList list, ISlotBook book)
{
    public async Task<ReadyReport> LookAsync(CancellationToken cancellation) =>
        new(
            await AnswersAsync(() => AskBookAsync(cancellation)),
            life.Scheduler is { } scheduler && await AnswersAsync(() => AskAsync(scheduler, cancellation))
        );

    private async Task<bool> AskBookAsync(CancellationToken cancellation)
    {
        await book.NewestDoneAsync(list.All is [var first, ..] ? first.Schedule.Tenant : Guid.Empty, cancellation);
        return true;
    }

    private static async Task<bool> AskAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        await scheduler.QueryJobGroups(new() { Take = 1 }, cancellation);
        return await scheduler.GetStatus(cancellation) is SchedulerStatus.Running;
    }

    private static async Task<bool> AnswersAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return false;
        }
    }
}
