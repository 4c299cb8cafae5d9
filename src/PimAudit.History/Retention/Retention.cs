using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>
/// Lets results go, and messages of long ago. Manifests, hashes and counts stay, so that the chain and the trend stay whole.
/// </summary>
internal sealed class Retention(HistoryStore store, TimeProvider time)
{
    private const string Failed = "The history could not be cut back.";

    /// <summary>What <see cref="PruneAsync"/> would let go: never the newest result of a tenant, never a message that waits.</summary>
    public Task<Pruned> PrunableAsync(PruneChoice choice, CancellationToken cancellation)
    {
        Refuse(choice);
        return store.UseAsync(Failed, history => PrunableAsync(history, choice, time.GetUtcNow(), cancellation));
    }

    /// <returns>What is gone.</returns>
    public Task<Pruned> PruneAsync(PruneChoice choice, CancellationToken cancellation)
    {
        Refuse(choice);
        return store.UseAsync(
            Failed,
            async history =>
            {
                var now = time.GetUtcNow();
                await history.Database.BeginTransactionAsync(cancellation);
                var pruned = await PrunableAsync(history, choice, now, cancellation);
                foreach (var some in pruned.Runs.Select(run => run.Number).Chunk(500))
                    await LetGoAsync(history, history.Runs.Where(row => some.Contains(row.Number)), cancellation);
                await OldMessages.LetGoAsync(history, now, cancellation);
                await history.Database.CommitTransactionAsync(cancellation);
                if (!pruned.IsNothing)
                    await history.WipeAsync(cancellation);
                return pruned;
            }
        );
    }

    private static async Task<Pruned> PrunableAsync(
        HistoryContext history,
        PruneChoice choice,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var rows = await history.Runs.AsNoTracking().Where(row => row.HasResult).ToListAsync(cancellation);
        return new(
            [
                .. rows.GroupBy(row => row.Tenant)
                    .SelectMany(runs => runs.OrderByDescending(row => row.Number).Skip(Math.Max(1, choice.Keep ?? 1)))
                    .Where(row => choice.Before is not { } before || row.TakenAt < before)
                    .OrderBy(row => row.Number)
                    .Select(Rows.ToPast),
            ],
            await OldMessages.DeliveredAsync(history, now, cancellation),
            await OldMessages.GivenUpAsync(history, now, cancellation)
        );
    }

    private static void Refuse(PruneChoice choice)
    {
        if (choice is { Keep: null, Before: null })
            throw new ArgumentException("Nothing says what goes.", nameof(choice));
    }

    /// <summary>Removes results, titles, paths, reviews and messages that have arrived, for good; the newest run too.</summary>
    /// <returns>How many runs lost their result.</returns>
    public Task<int> PurgeAsync(PurgeChoice choice, CancellationToken cancellation) =>
        choice is { Tenant: null, Before: null }
            ? throw new ArgumentException("Nothing says what goes.", nameof(choice))
            : store.UseAsync(
                Failed,
                async history =>
                {
                    await history.Database.BeginTransactionAsync(cancellation);
                    var count = await LetGoAsync(history, Runs(history, choice), cancellation);
                    await ForgetAsync(history, choice, cancellation);
                    await history.Database.CommitTransactionAsync(cancellation);
                    await history.WipeAsync(cancellation);
                    return count;
                }
            );

    public Task<int> PurgeableAsync(PurgeChoice choice, CancellationToken cancellation) =>
        store.UseAsync(Failed, history => Runs(history, choice).CountAsync(row => row.HasResult, cancellation));

    private static async Task<int> LetGoAsync(
        HistoryContext history,
        IQueryable<RunRow> runs,
        CancellationToken cancellation
    )
    {
        var numbers = runs.Select(row => row.Number);
        var count = await history.Results.Where(row => numbers.Contains(row.Number)).ExecuteDeleteAsync(cancellation);
        await runs.ExecuteUpdateAsync(row => row.SetProperty(one => one.HasResult, false), cancellation);
        return count;
    }

    private static async Task ForgetAsync(HistoryContext history, PurgeChoice choice, CancellationToken cancellation)
    {
        await Runs(history, choice).ExecuteUpdateAsync(row => row.SetProperty(one => one.Folder, ""), cancellation);
        await Of(history.Findings, nameof(FindingRow.LastSeen), choice)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Title, ""), cancellation);
        await Of(history.Snapshots, nameof(SnapshotRow.TakenAt), choice)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Path, (string?)null), cancellation);
        await Of(history.Reviews, nameof(ReviewRow.KeptAt), choice).ExecuteDeleteAsync(cancellation);
        await Of(history.Outbox, nameof(OutboxRow.CreatedAt), choice)
            .Where(row => row.DeliveredAt != null || row.GivenUpAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Body, ""), cancellation);
    }

    private static IQueryable<RunRow> Runs(HistoryContext history, PurgeChoice choice) =>
        Of(history.Runs, nameof(RunRow.TakenAt), choice);

    /// <param name="time">Name of the property that says how old a row is.</param>
    private static IQueryable<T> Of<T>(IQueryable<T> rows, string time, PurgeChoice choice)
        where T : class
    {
        if (choice.Tenant is { } tenant)
            rows = rows.Where(row => EF.Property<Guid>(row, nameof(RunRow.Tenant)) == tenant);
        if (choice.Before is { } before)
            rows = rows.Where(row => EF.Property<DateTimeOffset>(row, time) < before);
        return rows;
    }
}
