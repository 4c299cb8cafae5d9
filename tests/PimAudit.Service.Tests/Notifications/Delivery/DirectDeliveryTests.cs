using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class DirectDeliveryTests
{
    [TestCase(0, 1, true)]
    [TestCase(2, 3, true)]
    [TestCase(3, 3, false)]
    public async Task Three_attempts_are_made_and_no_more(int failures, int attempts, bool isDelivered)
    {
        await using var receiver = await HttpReceiver.StartAsync(
            (context, before) =>
            {
                context.Response.StatusCode = before < failures ? 503 : 200;
                return Task.CompletedTask;
            }
        );

        var delivery = await SendAsync(receiver);

        Assert.That(
            (receiver.All.Count, delivery.IsDelivered),
            Is.EqualTo((attempts, isDelivered)),
            delivery.Answer.Why
        );
        Assert.That(receiver.All.Select(one => one.Headers["Idempotency-Key"]).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_refused_is_not_repeated()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(400);

        Assert.That(((await SendAsync(receiver)).IsDelivered, receiver.All.Count), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task A_receiver_that_asks_to_wait_longer_than_there_is_time_is_left()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(429, "30");

        Assert.That(((await SendAsync(receiver)).IsDelivered, receiver.All.Count), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task One_channel_that_hangs_does_not_keep_the_others_from_being_told()
    {
        var time = new FakeTimeProvider(Channel.Now);
        var reached = new TaskCompletionSource();
        await using var hanging = await HttpReceiver.StartAsync(
            async (context, _) =>
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        using var channels = new ChannelSet(
            new([Channel.Webhook(hanging.Url), new NdjsonSettings("fine", NotifyOn.Default)]),
            Channel.World(time)
        );

        var sending = DirectDelivery.SendAsync(
            [Channel.Message("hook"), Channel.Message("fine")],
            channels,
            time,
            CancellationToken.None
        );
        await reached.Task;
        while (!sending.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.That((await sending).Select(one => one.IsDelivered), Is.EqualTo([false, true]));
    }

    [Test]
    public async Task The_service_delivers_what_is_due_and_survives_an_outbox_that_is_away()
    {
        var time = new FakeTimeProvider(Channel.Now);
        var outbox = new MemoryOutbox(time);
        using var lines = new StringWriter { NewLine = "\n" };
        using var channels = Channel.Set(new NdjsonSettings("log", NotifyOn.Default), Channel.World(time, lines));
        using var service = new NotificationService(
            new(outbox, channels, time, "node"),
            time,
            NullLogger<NotificationService>.Instance
        );
        outbox.OnDelivered = () =>
        {
            outbox.OnDelivered = null;
            throw new HistoryAway();
        };
        await outbox.AddAsync([Channel.Message("log")], CancellationToken.None);

        await service.StartAsync(CancellationToken.None);
        while (outbox.Rows.Single().State is "waits")
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await service.StopAsync(CancellationToken.None);
        var written = lines.ToString().TrimEnd('\n').Split('\n');
        Assert.That((written.Length, written.Distinct().Count()), Is.EqualTo((2, 1)));
    }

    private sealed class HistoryAway() : Exception("The database does not answer.");

    private static async Task<DeliveryAttempt> SendAsync(HttpReceiver receiver)
    {
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World());
        var delivered = await DirectDelivery.SendAsync(
            [Channel.Message("hook")],
            channels,
            new WaitsAreShort(),
            CancellationToken.None
        );
        return delivered.Single();
    }

    /// <summary>Waits of seconds are over at once; the limit of half a minute never comes.</summary>
    private sealed class WaitsAreShort : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(
                callback,
                state,
                dueTime < DirectDelivery.TimeLimit ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
                period
            );
    }
}
