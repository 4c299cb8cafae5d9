using NUnit.Framework;

namespace PimAudit.History.Tests.Service;

public sealed class OutboxTests(Kind kind) : DatabaseTests(kind)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Test]
    public async Task A_message_is_leased_once_and_the_oldest_first()
    {
        await History.AddAsync([Sample.Message("1"), Sample.Message("2"), Sample.Message("3")], default);

        Assert.That(await LeaseAsync("a", 2), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(await LeaseAsync("b", 2), Is.EqualTo(new[] { "3" }));
        Assert.That(await LeaseAsync("b", 2), Is.Empty);
    }

    [Test]
    public async Task Nodes_that_ask_together_share_the_messages()
    {
        await History.AddAsync([.. Enumerable.Range(0, 20).Select(number => Sample.Message($"{number:00}"))], default);

        var leased = await Task.WhenAll(Enumerable.Range(0, 6).Select(node => LeaseAsync($"node {node}", 5)));

        Assert.That(leased.SelectMany(keys => keys), Is.Unique);
    }

    [Test]
    public async Task A_key_is_stored_once()
    {
        await History.AddAsync([Sample.Message("1")], default);
        await History.RecordAsync(
            await Sample.RunAsync(Sample.Result(1)) with
            {
                Messages = [Sample.Message("1"), Sample.Message("2")],
            },
            default
        );

        Assert.That(await LeaseAsync("a", 9), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task A_message_of_a_node_that_died_is_taken_up_after_its_lease()
    {
        await History.AddAsync([Sample.Message("1")], default);
        await LeaseAsync("a", 1);
        Time.Advance(Lease);

        var again = await History.LeaseAsync("b", scope: null, 1, Lease, default);

        Assert.That(again.Single().Attempts, Is.EqualTo(1));
        Assert.That(again.Single().CreatedAt, Is.EqualTo(Sample.Day(0)));
        Assert.That(again.Single().Message, Is.EqualTo(Sample.Message("1")));
    }

    [Test]
    public async Task A_failed_message_waits_for_its_time()
    {
        await History.AddAsync([Sample.Message("1")], default);
        var id = (await History.LeaseAsync("a", scope: null, 1, Lease, default)).Single().Id;

        await History.FailedAsync(id, "503", Time.GetUtcNow() + Lease * 3, default);

        Time.Advance(Lease * 3 - TimeSpan.FromTicks(1));
        Assert.That(await LeaseAsync("a", 1), Is.Empty);
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.That(await LeaseAsync("a", 1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task The_history_tells_what_became_of_the_messages_of_a_run()
    {
        var run = await History.RecordAsync(
            await Sample.RunAsync(Sample.Result(1)) with
            {
                Messages = [Sample.Message("1"), Sample.Message("2"), Sample.Message("3")],
            },
            default
        );
        var leased = await History.LeaseAsync("a", scope: null, 2, Lease, default);
        await History.DeliveredAsync(leased[0].Id, default);
        await History.FailedAsync(leased[1].Id, "410 Gone", again: null, default);
        await History.FailedAsync(leased[0].Id, "too late to say so", again: null, default);
        Time.Advance(Lease * 2);

        Assert.That(
            await History.DeliveriesAsync(run, default),
            Is.EqualTo([
                new Delivery("teams", 1, Sample.Day(0), null, null),
                new Delivery("teams", 1, null, Sample.Day(0), "410 Gone"),
                new Delivery("teams", 0, null, null, null),
            ])
        );
        Assert.That(await LeaseAsync("b", 9), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task Who_answers_for_some_messages_alone_leaves_the_others_as_they_are()
    {
        await History.AddAsync(
            [
                Sample.Message("1") with
                {
                    Tenant = Sample.Other,
                },
                Sample.Message("2") with
                {
                    Channel = "mail",
                },
                Sample.Message("3") with
                {
                    Tenant = Guid.Empty,
                },
                Sample.Message("4"),
                Sample.Message("5") with
                {
                    Channel = "teams'; DROP TABLE outbox; --",
                },
            ],
            default
        );

        Assert.That(await LeaseAsync("a", 9, new([Sample.Tenant], ["teams", "log"])), Is.EqualTo(new[] { "4" }));
        Assert.That(
            await LeaseAsync("a", 9, new([Sample.Tenant, Guid.Empty], ["teams'; DROP TABLE outbox; --", "teams"])),
            Is.EqualTo(new[] { "3", "5" })
        );
        var others = await History.LeaseAsync("b", scope: null, 9, Lease, default);
        Assert.That(others.Select(one => (one.Message.Key, one.Attempts)), Is.EqualTo(new[] { ("1", 0), ("2", 0) }));
    }

    [Test]
    public async Task Who_answers_for_nothing_gets_nothing()
    {
        await History.AddAsync([Sample.Message("1")], default);

        Assert.That(await LeaseAsync("a", 9, new([], ["teams"])), Is.Empty);
        Assert.That(await LeaseAsync("a", 9, new([Sample.Tenant], [])), Is.Empty);
    }

    private async Task<string[]> LeaseAsync(string node, int most, OutboxScope? scope = null) =>
        [.. (await History.LeaseAsync(node, scope, most, Lease, default)).Select(leased => leased.Message.Key)];
}
