using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.History;

/// <summary>The history in a database: a SQLite file, or a PostgreSQL server that several nodes share.</summary>
public sealed class HistoryDatabase : IRunHistory, ISlotBook, IOutbox, IAsyncDisposable
{
    private readonly HistoryStore store;
    private readonly RunReader reader;
    private readonly RunBook book;
    private readonly SlotBook slots;
    private readonly Outbox outbox;
    private readonly Retention retention;
    private readonly ReviewShelf reviews;

    private HistoryDatabase(HistoryStore store, TimeProvider time)
    {
        this.store = store;
        reader = new(store);
        book = new(store, time);
        slots = new(store, time);
        outbox = new(store, time);
        retention = new(store, time);
        reviews = new(store, time);
    }

    /// <summary>Where it is, for messages; no password.</summary>
    public string Place => store.Place;

    /// <summary>Creates what is not there, and brings what is older up to date.</summary>
    /// <param name="connection">
    /// <c>Data Source=</c> a file (relative to the current folder of the process), or <c>Host=</c> a PostgreSQL server.
    /// </param>
    /// <exception cref="HistoryException">It cannot be used, or a newer program wrote it.</exception>
    public static async Task<HistoryDatabase> OpenAsync(
        string connection,
        TimeProvider time,
        CancellationToken cancellation
    ) => new(await Provider.OpenAsync(connection, cancellation), time);

    public Task<PastRun?> NewestAsync(Guid tenant, CancellationToken cancellation) =>
        reader.NewestAsync(tenant, cancellation);

    /// <returns>Null when no run has the number.</returns>
    public Task<PastRun?> FindAsync(long number, CancellationToken cancellation) =>
        reader.FindAsync(number, cancellation);

    public Task<ImmutableArray<PastRun>> ListAsync(RunChoice choice, CancellationToken cancellation) =>
        reader.ListAsync(choice, cancellation);

    public Task<ArchivedResult> ResultAsync(PastRun run, CancellationToken cancellation) =>
        reader.ResultAsync(run, cancellation);

    public Task<ReadOnlyMemory<byte>> ManifestAsync(PastRun run, CancellationToken cancellation) =>
        reader.ManifestAsync(run, cancellation);

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(
        Guid tenant,
        CancellationToken cancellation
    ) => reader.FirstSeenAsync(tenant, before: null, cancellation);

    /// <summary>The same as it was before a snapshot of that time: what a run on it is told, however often it is repeated.</summary>
    /// <param name="before">UTC.</param>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(
        Guid tenant,
        DateTimeOffset before,
        CancellationToken cancellation
    ) => reader.FirstSeenAsync(tenant, before, cancellation);

    public Task<PastRun> RecordAsync(RunToRecord run, CancellationToken cancellation) =>
        book.RecordAsync(run, cancellation);

    public Task<SlotClaim> ClaimAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) => slots.ClaimAsync(tenant, slot, node, lease, cancellation);

    public Task<bool> RenewAsync(
        Guid tenant,
        DateTimeOffset slot,
        string node,
        TimeSpan lease,
        CancellationToken cancellation
    ) => slots.RenewAsync(tenant, slot, node, lease, cancellation);

    public Task ReleaseAsync(Guid tenant, DateTimeOffset slot, string node, CancellationToken cancellation) =>
        slots.ReleaseAsync(tenant, slot, node, cancellation);

    public Task<DateTimeOffset?> NewestDoneAsync(Guid tenant, CancellationToken cancellation) =>
        slots.NewestDoneAsync(tenant, cancellation);

    public Task AddAsync(ImmutableArray<OutboxMessage> messages, CancellationToken cancellation) =>
        outbox.AddAsync(messages, cancellation);

    public Task<ImmutableArray<LeasedMessage>> LeaseAsync(
        string node,
        OutboxScope? scope,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    ) => outbox.LeaseAsync(node, scope, most, lease, cancellation);

    public Task DeliveredAsync(long id, CancellationToken cancellation) => outbox.DeliveredAsync(id, cancellation);

    public Task FailedAsync(long id, string why, DateTimeOffset? again, CancellationToken cancellation) =>
        outbox.FailedAsync(id, why, again, cancellation);

    /// <summary>The notifications about a run, oldest first.</summary>
    public Task<ImmutableArray<Delivery>> DeliveriesAsync(PastRun run, CancellationToken cancellation) =>
        outbox.OfAsync(run, cancellation);

    /// <summary>Keeps a review and its decisions; one of the same name is replaced.</summary>
    /// <param name="file">The bytes of <c>review-NAME.json</c>.</param>
    public Task KeepReviewAsync(ReviewRecord review, ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        reviews.KeepAsync(review, file, cancellation);

    /// <summary>The reviews of a tenant, ordinal by name.</summary>
    public Task<ImmutableArray<ArchivedReview>> ReviewsAsync(Guid tenant, CancellationToken cancellation) =>
        reviews.OfAsync(tenant, cancellation);

    /// <summary>The notifications that wait or were given up, oldest first.</summary>
    /// <param name="tenant">Null for those of every tenant.</param>
    public Task<ImmutableArray<WaitingMessage>> UndeliveredAsync(Guid? tenant, CancellationToken cancellation) =>
        outbox.UndeliveredAsync(tenant, cancellation);

    /// <summary>What <see cref="PruneAsync"/> would let go.</summary>
    public Task<Pruned> PrunableAsync(PruneChoice choice, CancellationToken cancellation) =>
        retention.PrunableAsync(choice, cancellation);

    /// <summary>Lets results go, never the newest of a tenant, and messages that came to an end long ago; the rest of a run stays.</summary>
    public Task<Pruned> PruneAsync(PruneChoice choice, CancellationToken cancellation) =>
        retention.PruneAsync(choice, cancellation);

    /// <summary>How many runs <see cref="PurgeAsync"/> would take the result of.</summary>
    public Task<int> PurgeableAsync(PurgeChoice choice, CancellationToken cancellation) =>
        retention.PurgeableAsync(choice, cancellation);

    /// <summary>Removes personal data for good: what is left is hashes and counts.</summary>
    public Task<int> PurgeAsync(PurgeChoice choice, CancellationToken cancellation) =>
        retention.PurgeAsync(choice, cancellation);

    /// <summary>Writes the chosen runs as files.</summary>
    /// <param name="folder">Absolute.</param>
    public Task<int> ExportAsync(string folder, RunChoice choice, CancellationToken cancellation) =>
        new HistoryExport(reader).WriteAsync(folder, choice, cancellation);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
