using System.Collections.Immutable;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>
/// Empties an outbox. A message is sent at least once: when the process ends between sending and noting that, its lease runs out
/// and it is sent again under the same key, by which receivers drop it.
/// </summary>
/// <param name="node">Who holds the leases; no two processes share one.</param>
/// <param name="scope">What it may take of an outbox that others fill too; null: whatever waits.</param>
public sealed class Deliverer(
    IOutbox outbox,
    ChannelSet channels,
    TimeProvider time,
    string node,
    OutboxScope? scope = null
)
{
    private const int Batch = 8;

    /// <summary>Long enough for every message of a batch to use up its time.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Tries every message that is due.</summary>
    /// <param name="stop">Ends after the message that is being sent: what was sent is noted.</param>
    /// <exception cref="HistoryException">The outbox cannot be read or written.</exception>
    public async Task<ImmutableArray<DeliveryAttempt>> DeliverDueAsync(CancellationToken stop)
    {
        var tried = ImmutableArray.CreateBuilder<DeliveryAttempt>();
        while (!stop.IsCancellationRequested)
        {
            var until = time.GetUtcNow() + Lease - ChannelSet.TimeLimit;
            var leased = await outbox.LeaseAsync(node, scope, Batch, Lease, CancellationToken.None);
            if (leased.IsEmpty)
                break;
            foreach (var one in leased.TakeWhile(_ => !stop.IsCancellationRequested && time.GetUtcNow() < until))
                tried.Add(await DeliverAsync(one));
        }

        return tried.ToImmutable();
    }

    private async Task<DeliveryAttempt> DeliverAsync(LeasedMessage leased)
    {
        var answer = await channels.SendAsync(leased.Message, CancellationToken.None);
        if (answer.Kind is AnswerKind.Delivered)
        {
            await outbox.DeliveredAsync(leased.Id, CancellationToken.None);
            return new(leased.Message, answer, Again: null);
        }

        var again = answer.Kind is AnswerKind.Refused ? null : Next(leased, answer);
        await outbox.FailedAsync(leased.Id, answer.Why, again, CancellationToken.None);
        return new(leased.Message, answer, again);
    }

    /// <summary>Null when the message has become too old.</summary>
    private DateTimeOffset? Next(LeasedMessage leased, Answer answer)
    {
        var wait = Backoff.After(leased.Message.Key, leased.Attempts);
        if (answer.After > wait)
            wait = answer.After.Value;
        var next = time.GetUtcNow() + wait;
        return next < leased.CreatedAt + Backoff.MostAge ? next : null;
    }
}
