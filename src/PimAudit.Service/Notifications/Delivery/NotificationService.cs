using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PimAudit.Service;

/// <summary>Looks into the outbox again and again while the service runs. What fails is logged and stays in the outbox.</summary>
public sealed partial class NotificationService(
    Deliverer deliverer,
    TimeProvider time,
    ILogger<NotificationService> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await DeliverAsync(stoppingToken);
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>A database that is away for a while must not end the service: the next look may find it.</summary>
    private async Task DeliverAsync(CancellationToken stop)
    {
        try
        {
            foreach (var delivery in await deliverer.DeliverDueAsync(stop))
                Tell(delivery);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NoOutbox(error.GetType().Name);
        }
    }

    private void Tell(DeliveryAttempt delivery)
    {
        var (message, answer) = (delivery.Message, delivery.Answer);
        if (delivery.IsDelivered)
            Delivered(message.Key, message.Channel);
        else if (delivery.Again is { } again)
            Failed(message.Key, message.Channel, answer.Why, again);
        else
            GivenUp(message.Key, message.Channel, answer.Why);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Key} reached channel {Channel}.")]
    private partial void Delivered(string key, string channel);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Notification {Key} did not reach channel {Channel}: {Why} It is tried again at {Again:u}."
    )]
    private partial void Failed(string key, string channel, string why, DateTimeOffset again);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Notification {Key} for channel {Channel} is given up: {Why} 'pimaudit notify list' shows it."
    )]
    private partial void GivenUp(string key, string channel, string why);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The outbox of notifications cannot be used ({Error}). Nothing is lost; it is looked at again soon."
    )]
    private partial void NoOutbox(string error);
}
