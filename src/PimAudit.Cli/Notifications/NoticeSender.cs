using System.Collections.Immutable;
using System.Globalization;
using PimAudit.History;
using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Sends the notices of a run. Whatever fails is told, and changes neither verdict nor exit code.</summary>
internal static class NoticeSender
{
    /// <summary>How long a verb stays for what waits in the outbox; the rest goes out with the next run.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(30);

    /// <summary>By way of the outbox where there is a history, at once where there is none.</summary>
    /// <param name="tenant">The run's; empty when nobody knew it.</param>
    /// <param name="messages">Those that the outbox has already are not stored twice.</param>
    public static async Task TellAsync(
        Run run,
        Guid tenant,
        ImmutableArray<OutboxMessage> messages,
        CancellationToken cancellation
    )
    {
        if (run.Settings.Notifications.Channels.IsEmpty)
            return;

        try
        {
            await using var history = await OpenAsync(run, cancellation);
            if (history is null)
                await SendAsync(run, messages, cancellation);
            else
                await DeliverAsync(run, ScopeOf(run, tenant), history, messages, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            run.Surroundings.Error.WriteLine(
                $"Not notified. {Printable.Of(error.Message.Split('\n')[0])} The result stands."
            );
        }
    }

    /// <summary>A history that cannot be opened, perhaps the very thing to tell, keeps nothing from being sent.</summary>
    /// <returns>Null where none keeps this run.</returns>
    private static async Task<HistoryDatabase?> OpenAsync(Run run, CancellationToken cancellation)
    {
        try
        {
            return run.RedactionKey is null
                ? await HistoryAccess.OpenAsync(run.Settings, run.Surroundings, cancellation)
                : null;
        }
        catch (Exception error) when (error is HistoryException or Failure)
        {
            return null;
        }
    }

    /// <summary>
    /// Others may fill the same outbox. What they have to tell is theirs; what was made before a tenant was known may be this
    /// configuration's where it names none.
    /// </summary>
    private static OutboxScope ScopeOf(Run run, Guid tenant) =>
        new(
            [.. new[] { tenant, run.ExpectedTenant ?? Guid.Empty }.Distinct()],
            [.. run.Settings.Notifications.Channels.Select(channel => channel.Name)]
        );

    private static async Task DeliverAsync(
        Run run,
        OutboxScope scope,
        HistoryDatabase history,
        ImmutableArray<OutboxMessage> messages,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(Stay, run.Surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var channels = Channels(run.Settings, run.Surroundings, LinesOf(run));
        var node = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");
        await history.AddAsync(messages, cancellation);
        var deliverer = new Deliverer(history, channels, run.Surroundings.Time, node, scope);
        Told(run, await deliverer.DeliverDueAsync(either.Token));
    }

    private static void Told(Run run, ImmutableArray<DeliveryAttempt> attempts)
    {
        Reached(run, attempts);
        foreach (var attempt in attempts.Where(one => !one.IsDelivered))
            run.Surroundings.Error.WriteLine(
                $"Not notified: {attempt.Message.Channel}. {Printable.Of(attempt.Answer.Why)} "
                    + (
                        attempt.Again is null
                            ? "It is given up; 'pimaudit notify list' shows it."
                            : "It waits in the outbox for the next run."
                    )
                    + " The result stands."
            );
    }

    private static void Reached(Run run, ImmutableArray<DeliveryAttempt> attempts)
    {
        if (!run.Quiet && attempts.Where(one => one.IsDelivered).ToList() is { Count: > 0 } reached)
            run.Surroundings.Error.WriteLine(
                $"Notified {string.Join(", ", reached.Select(one => one.Message.Channel))}."
            );
    }

    /// <summary>For notices that no history keeps: what does not arrive now is lost.</summary>
    private static async Task SendAsync(Run run, ImmutableArray<OutboxMessage> messages, CancellationToken cancellation)
    {
        if (messages.IsEmpty)
            return;

        using var channels = Channels(run.Settings, run.Surroundings, LinesOf(run));
        var deliveries = await DirectDelivery.SendAsync(messages, channels, run.Surroundings.Time, cancellation);
        Reached(run, deliveries);
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
