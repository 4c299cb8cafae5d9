using System.Collections.Immutable;
using PimAudit.History;

namespace PimAudit.Service;

/// <summary>Delivers without an outbox: what has not arrived within half a minute is lost, and said so.</summary>
public static class DirectDelivery
{
    /// <summary>Of all attempts together.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<TimeSpan> Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)];

    /// <summary>Each message is tried up to three times, all of them side by side.</summary>
    public static async Task<ImmutableArray<DeliveryAttempt>> SendAsync(
        ImmutableArray<OutboxMessage> messages,
        ChannelSet channels,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return [.. await Task.WhenAll(messages.Select(one => SendAsync(one, channels, time, either.Token)))];
    }

    private static async Task<DeliveryAttempt> SendAsync(
        OutboxMessage message,
        ChannelSet channels,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var answer = new Answer(AnswerKind.TryAgain, "There was no time to try it.");
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                answer = await channels.SendAsync(message, cancellation);
                if (answer.Kind is not AnswerKind.TryAgain || attempt == Waits.Length)
                    break;
                var wait = answer.After > Waits[attempt] ? answer.After.Value : Waits[attempt];
                if (wait >= TimeLimit)
                    break;
                await Task.Delay(wait, time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The last answer, where there was one, says more than that time is up.
        }

        return new(message, answer, Again: null);
    }
}
