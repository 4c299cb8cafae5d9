using System.Collections.Immutable;
using PimAudit.History;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Sends the notices of a run. Whatever fails is told, and changes neither verdict nor exit code.</summary>
internal static class NoticeSender
{
    /// <summary>For notices that no history keeps: what does not arrive now is lost.</summary>
    public static async Task SendAsync(Run run, ImmutableArray<OutboxMessage> messages, CancellationToken cancellation)
    {
        if (messages.IsEmpty)
            return;

        using var channels = Channels(run.Settings, run.Surroundings, LinesOf(run));
        var deliveries = await DirectDelivery.SendAsync(messages, channels, run.Surroundings.Time, cancellation);
        if (!run.Quiet && deliveries.Where(one => one.IsDelivered).ToList() is { Count: > 0 } reached)
            run.Surroundings.Error.WriteLine(
                $"Notified {string.Join(", ", reached.Select(one => one.Message.Channel))}."
            );
        foreach (var attempt in deliveries.Where(one => !one.IsDelivered))
            run.Surroundings.Error.WriteLine(
                $"Not notified: {attempt.Message.Channel}. {Printable.Of(attempt.Answer.Why)} "
                    + "The notice is lost: there is no history that would keep it. The result stands."
            );
    }

    public static ChannelSet Channels(Settings settings, Surroundings surroundings, TextWriter lines) =>
        new(settings.Notifications, new(surroundings.Variable, surroundings.Time, lines, Product.Version));

    /// <summary>Lines for a collector go where the summary goes: not into a report.</summary>
    private static TextWriter LinesOf(Run run) => run.Talk;
}
