using System.Collections.Immutable;

namespace PimAudit.History;

/// <summary>Messages that wait for delivery. They outlive the process; several nodes may empty it together.</summary>
public interface IOutbox
{
    /// <summary>For messages without a run, such as a missed schedule. A key that is known already is left alone.</summary>
    Task AddAsync(ImmutableArray<OutboxMessage> messages, CancellationToken cancellation);

    /// <summary>The oldest messages that are due and that no other node holds.</summary>
    /// <param name="scope">Null: whatever waits.</param>
    Task<ImmutableArray<LeasedMessage>> LeaseAsync(
        string node,
        OutboxScope? scope,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    );

    Task DeliveredAsync(long id, CancellationToken cancellation);

    /// <param name="why">For <c>history show</c>; no secret.</param>
    /// <param name="again">UTC; null gives the message up, and keeps it with its reason.</param>
    Task FailedAsync(long id, string why, DateTimeOffset? again, CancellationToken cancellation);
}
