using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>
/// Messages with which nothing happens any more. Their keys are remembered for a while, so that what is told a second time is not
/// sent a second time. One that waits never grows old.
/// </summary>
internal static class OldMessages
{
    /// <summary>After it was delivered or given up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static Task<int> DeliveredAsync(
        HistoryContext history,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => Delivered(history, now - Kept).CountAsync(cancellation);

    public static async Task<ImmutableArray<WaitingMessage>> GivenUpAsync(
        HistoryContext history,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var rows = await GivenUp(history, now - Kept).AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. rows.Select(Outbox.WaitingOf)];
    }

    public static async Task LetGoAsync(HistoryContext history, DateTimeOffset now, CancellationToken cancellation)
    {
        await Delivered(history, now - Kept).ExecuteDeleteAsync(cancellation);
        await GivenUp(history, now - Kept).ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<OutboxRow> Delivered(HistoryContext history, DateTimeOffset before) =>
        history.Outbox.Where(row => row.DeliveredAt < before);

    private static IQueryable<OutboxRow> GivenUp(HistoryContext history, DateTimeOffset before) =>
        history.Outbox.Where(row => row.DeliveredAt == null && row.GivenUpAt < before);
}
