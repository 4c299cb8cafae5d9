using System.Collections.Immutable;
using PimAudit.History;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>An outbox as the contract promises it, for deliverers of one process.</summary>
internal sealed class MemoryOutbox(TimeProvider time) : IOutbox
{
    private readonly List<Row> rows = [];

    public IReadOnlyList<Row> Rows => [.. rows];

    /// <summary>What happens instead of noting a delivery; null notes it.</summary>
    public Action? OnDelivered { get; set; }

    public Task AddAsync(ImmutableArray<OutboxMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages.Where(one => rows.All(row => row.Message.Key != one.Key)))
            rows.Add(new(rows.Count + 1, message, time.GetUtcNow(), time.GetUtcNow()));
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<LeasedMessage>> LeaseAsync(
        string node,
        OutboxScope? scope,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var due = rows.Where(row => row.State is "waits" && row.DueAt <= now && row.LeasedUntil <= now)
            .Where(row =>
                scope is null
                || (scope.Tenants.Contains(row.Message.Tenant) && scope.Channels.Contains(row.Message.Channel))
            )
            .Take(most)
            .ToList();
        foreach (var row in due)
            row.LeasedUntil = now + lease;
        return Task.FromResult<ImmutableArray<LeasedMessage>>([
            .. due.Select(row => new LeasedMessage(row.Id, row.Message, row.Attempts, row.CreatedAt)),
        ]);
    }

    public Task DeliveredAsync(long id, CancellationToken cancellation)
    {
        if (OnDelivered is { } instead)
            instead();
        else
            Of(id).State = "delivered";
        return Task.CompletedTask;
    }

    public Task FailedAsync(long id, string why, DateTimeOffset? again, CancellationToken cancellation)
    {
        var row = Of(id);
        (row.Why, row.Attempts, row.LeasedUntil) = (why, row.Attempts + 1, DateTimeOffset.MinValue);
        if (again is { } at)
            row.DueAt = at;
        else
            row.State = "given up";
        return Task.CompletedTask;
    }

    private Row Of(long id) => rows.Single(row => row.Id == id);

    internal sealed class Row(long id, OutboxMessage message, DateTimeOffset createdAt, DateTimeOffset dueAt)
    {
        public long Id { get; } = id;
        public OutboxMessage Message { get; } = message;
        public DateTimeOffset CreatedAt { get; } = createdAt;
        public DateTimeOffset DueAt { get; set; } = dueAt;
        public DateTimeOffset LeasedUntil { get; set; } = DateTimeOffset.MinValue;
        public int Attempts { get; set; }
        public string State { get; set; } = "waits";
        public string? Why { get; set; }
    }
}
