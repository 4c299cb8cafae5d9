using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>Messages that wait, in the order in which they were made.</summary>
internal sealed class Outbox(HistoryStore store, TimeProvider time) : IOutbox
{
    private const string Failed = "The notifications could not be kept.";

    public Task AddAsync(ImmutableArray<OutboxMessage> messages, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                await history.Database.BeginTransactionAsync(cancellation);
                await AddAsync(history, messages, run: null, time.GetUtcNow(), cancellation);
                await history.Database.CommitTransactionAsync(cancellation);
                return messages.Length;
            }
        );

    /// <param name="run">The run that the messages speak of; null for none.</param>
    public static async Task AddAsync(
        HistoryContext history,
        ImmutableArray<OutboxMessage> messages,
        long? run,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var at = UtcText.Write(now);
        foreach (var message in messages)
        {
            var tenant = message.Tenant.ToString("D");
            await history.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO outbox (key, tenant, channel, body, run, created_at, due_at, attempts)
                VALUES ({message.Key}, {tenant}, {message.Channel}, {message.Body}, {run}, {at}, {at}, 0)
                ON CONFLICT (key) DO NOTHING
                """,
                cancellation
            );
        }
    }

    /// <remarks>An attempt counts when it begins: a node that dies in the middle may have delivered.</remarks>
    public Task<ImmutableArray<LeasedMessage>> LeaseAsync(
        string node,
        OutboxScope? scope,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    ) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var now = UtcText.Write(time.GetUtcNow());
                var until = UtcText.Write(time.GetUtcNow() + lease);
                var (statement, values) = LeaseStatement.Of(scope, history.SkipLocked, node, until, now, most);
                var rows = await history.Outbox.FromSqlRaw(statement, values).AsNoTracking().ToListAsync(cancellation);
                return rows.OrderBy(row => row.Id).Select(Leased).ToImmutableArray();
            }
        );

    public Task DeliveredAsync(long id, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            history =>
            {
                var now = time.GetUtcNow();
                return One(history, id)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.DeliveredAt, now)
                                .SetProperty(one => one.LeasedUntil, (DateTimeOffset?)null)
                                .SetProperty(one => one.Failure, (string?)null),
                        cancellation
                    );
            }
        );

    public Task FailedAsync(long id, string why, DateTimeOffset? again, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            history =>
            {
                DateTimeOffset? givenUp = again is null ? time.GetUtcNow() : null;
                var due = again ?? time.GetUtcNow();
                return One(history, id)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(one => one.Failure, why)
                                .SetProperty(one => one.GivenUpAt, givenUp)
                                .SetProperty(one => one.DueAt, due)
                                .SetProperty(one => one.LeasedUntil, (DateTimeOffset?)null),
                        cancellation
                    );
            }
        );

    /// <summary>The messages of a run and what became of them, oldest first.</summary>
    public Task<ImmutableArray<Delivery>> OfAsync(PastRun run, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var rows = await history
                    .Outbox.AsNoTracking()
                    .Where(row => row.Run == run.Number)
                    .OrderBy(row => row.Id)
                    .ToListAsync(cancellation);
                return rows.Select(FateOf).ToImmutableArray();
            }
        );

    /// <summary>What waits, or was given up, oldest first.</summary>
    public Task<ImmutableArray<WaitingMessage>> UndeliveredAsync(Guid? tenant, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var rows = await history
                    .Outbox.AsNoTracking()
                    .Where(row => row.DeliveredAt == null && (tenant == null || row.Tenant == tenant))
                    .OrderBy(row => row.Id)
                    .ToListAsync(cancellation);
                return rows.Select(WaitingOf).ToImmutableArray();
            }
        );

    /// <summary>A message that reached its channel stays delivered, whatever a slower node says.</summary>
    private static IQueryable<OutboxRow> One(HistoryContext history, long id) =>
        history.Outbox.Where(row => row.Id == id && row.DeliveredAt == null);

    public static WaitingMessage WaitingOf(OutboxRow row) => new(row.Key, row.Tenant, row.CreatedAt, FateOf(row));

    private static Delivery FateOf(OutboxRow row) =>
        new(row.Channel, row.Attempts, row.DeliveredAt, row.GivenUpAt, row.Failure);

    private static LeasedMessage Leased(OutboxRow row) =>
        new(row.Id, new(row.Key, row.Tenant, row.Channel, row.Body), row.Attempts - 1, row.CreatedAt);
}
