using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace PimAudit.Service.Tests.Notifications;

public sealed class DelivererTests
{
    private FakeTimeProvider time = new();
    private MemoryOutbox outbox = new(TimeProvider.System);

    [SetUp]
    public void Begin()
    {
        time = new(Channel.Now);
        outbox = new(time);
    }

    [Test]
    public async Task Empties_the_outbox()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        await FillAsync(20);

        var tried = await DeliverAsync(receiver);

        Assert.That((tried, receiver.All.Count), Is.EqualTo((20, 20)));
        Assert.That(outbox.Rows.Select(row => row.State), Is.All.EqualTo("delivered"));
    }

    [Test]
    public async Task What_fails_waits_and_is_delivered_when_the_receiver_is_back()
    {
        await using var receiver = await HttpReceiver.StartAsync(
            (context, before) =>
            {
                context.Response.StatusCode = before < 2 ? 500 : 200;
                return Task.CompletedTask;
            }
        );
        await FillAsync(1);

        await DeliverAsync(receiver);
        time.Advance(Backoff.After("key 0", 0) - TimeSpan.FromMilliseconds(1));
        Assert.That(await DeliverAsync(receiver), Is.Zero);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await DeliverAsync(receiver);
        time.Advance(Backoff.After("key 0", 1));
        await DeliverAsync(receiver);

        Assert.That(
            (outbox.Rows.Single().State, outbox.Rows.Single().Attempts, receiver.All.Count),
            Is.EqualTo(("delivered", 2, 3))
        );
    }

    [Test]
    public async Task A_receiver_that_asks_to_wait_longer_is_heard()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(429, "7200");
        await FillAsync(1);

        await DeliverAsync(receiver);

        Assert.That(outbox.Rows.Single().DueAt, Is.EqualTo(Channel.Now.AddHours(2)));
    }

    [Test]
    public async Task What_is_refused_is_given_up_and_kept_with_its_reason()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(400);
        await FillAsync(1);

        await DeliverAsync(receiver);

        Assert.That(
            (outbox.Rows.Single().State, outbox.Rows.Single().Why),
            Is.EqualTo(("given up", "The receiver answered 400."))
        );
    }

    [Test]
    public async Task What_fails_for_a_day_is_given_up()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(503);
        await FillAsync(1);

        while (outbox.Rows.Single().State is "waits" && time.GetUtcNow() < Channel.Now.AddDays(2))
        {
            await DeliverAsync(receiver);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(outbox.Rows.Single().State, Is.EqualTo("given up"));
        Assert.That(time.GetUtcNow() - Channel.Now, Is.EqualTo(TimeSpan.FromHours(24)).Within(TimeSpan.FromHours(1)));
    }

    [Test]
    public async Task A_channel_that_is_not_configured_here_may_be_configured_elsewhere()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        await outbox.AddAsync([Channel.Message("other")], CancellationToken.None);

        await DeliverAsync(receiver);

        Assert.That(
            (outbox.Rows.Single().State, receiver.All.Count, outbox.Rows.Single().Why),
            Is.EqualTo(("waits", 0, "There is no channel of this name in the configuration."))
        );
    }

    [Test]
    public async Task A_crash_between_sending_and_noting_sends_again_under_the_same_key()
    {
        await using var receiver = await HttpReceiver.AnsweringAsync(200);
        await FillAsync(1);
        outbox.OnDelivered = () => throw new InvalidOperationException("The process was killed.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(receiver));

        outbox.OnDelivered = null;
        Assert.That(await DeliverAsync(receiver, "second"), Is.Zero, "The lease of the first node still runs.");
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.That(await DeliverAsync(receiver, "second"), Is.EqualTo(1));

        Assert.That(
            receiver.All.Select(one => (one.Headers["Idempotency-Key"], one.Body)).Distinct().Count(),
            Is.EqualTo(1)
        );
        Assert.That((receiver.All.Count, outbox.Rows.Single().State), Is.EqualTo((2, "delivered")));
    }

    [Test]
    public async Task A_crash_between_sending_and_noting_mails_again_under_the_same_message_id()
    {
        await using var server = await MailReceiver.StartAsync();
        await outbox.AddAsync([Channel.Message("mail")], CancellationToken.None);
        using var channels = Channel.Set(Channel.Mail(server.Port, MailTls.None), Channel.World(time));
        outbox.OnDelivered = () => throw new InvalidOperationException("The process was killed.");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new Deliverer(outbox, channels, time, "first").DeliverDueAsync(CancellationToken.None)
        );

        outbox.OnDelivered = null;
        time.Advance(TimeSpan.FromMinutes(5));
        await new Deliverer(outbox, channels, time, "second").DeliverDueAsync(CancellationToken.None);

        Assert.That(server.All.Select(mail => mail.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(server.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Asked_to_stop_it_finishes_the_message_that_it_sends_and_begins_no_other()
    {
        using var stop = new CancellationTokenSource();
        await using var receiver = await HttpReceiver.StartAsync((_, _) => stop.CancelAsync());
        await FillAsync(3);

        await DeliverAsync(receiver, stop: stop.Token);

        Assert.That(outbox.Rows.Select(row => row.State), Is.EqualTo(["delivered", "waits", "waits"]));
    }

    private async Task<int> DeliverAsync(HttpReceiver receiver, string node = "first", CancellationToken stop = default)
    {
        using var channels = Channel.Set(Channel.Webhook(receiver.Url), Channel.World(time));
        return (await new Deliverer(outbox, channels, time, node).DeliverDueAsync(stop)).Length;
    }

    private Task FillAsync(int count) =>
        outbox.AddAsync(
            [.. Enumerable.Range(0, count).Select(one => Channel.Message("hook", key: $"key {one}"))],
            CancellationToken.None
        );
}
