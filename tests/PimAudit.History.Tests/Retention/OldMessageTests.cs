using NUnit.Framework;

namespace PimAudit.History.Tests.Retention;

public sealed class OldMessageTests(Kind kind) : DatabaseTests(kind)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly PruneChoice Choice = new(Keep: 1);

    [Test]
    public async Task A_message_that_arrived_goes_after_ninety_days_and_not_before()
    {
        await LeaseAsync("1");
        await History.DeliveredAsync(1, default);

        Time.Advance(Kept);
        Assert.That((await History.PruneAsync(Choice, default)).IsNothing, "90 days to the tick");
        Time.Advance(TimeSpan.FromTicks(1));

        Assert.That((await History.PrunableAsync(Choice, default)).Delivered, Is.EqualTo(1));
        Assert.That((await History.PruneAsync(Choice, default)).Delivered, Is.EqualTo(1));
        Assert.That((await History.PruneAsync(Choice, default)).IsNothing);
    }

    /// <summary>Its key is what keeps a second one of the same matter from being sent.</summary>
    [Test]
    public async Task The_key_of_a_message_is_known_until_it_goes()
    {
        await LeaseAsync("1");
        await History.DeliveredAsync(1, default);
        Time.Advance(Kept);
        await History.PruneAsync(Choice, default);
        Assert.That(await LeaseAsync("1"), Is.Empty);

        Time.Advance(TimeSpan.FromTicks(1));
        await History.PruneAsync(Choice, default);

        Assert.That(await LeaseAsync("1"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task A_message_that_was_given_up_goes_likewise_and_is_told_with_its_reason()
    {
        await LeaseAsync("1");
        await History.FailedAsync(1, "410 Gone", again: null, default);
        var givenUp = Time.GetUtcNow();
        Time.Advance(Kept + TimeSpan.FromTicks(1));

        var pruned = await History.PruneAsync(Choice, default);

        Assert.That(
            pruned.GivenUp,
            Is.EqualTo([new WaitingMessage("1", Sample.Tenant, givenUp, new("teams", 1, null, givenUp, "410 Gone"))])
        );
        Assert.That(pruned.Delivered, Is.Zero);
        Assert.That(await History.UndeliveredAsync(null, default), Is.Empty);
    }

    [Test]
    public async Task A_message_that_waits_stays_however_old_it_is()
    {
        await LeaseAsync("1");
        await History.FailedAsync(1, "503", again: Time.GetUtcNow(), default);
        await History.AddAsync([Sample.Message("2")], default);
        Time.Advance(Kept * 10);

        Assert.That((await History.PruneAsync(Choice, default)).IsNothing);
        Assert.That(
            (await History.UndeliveredAsync(null, default)).Select(message => message.Key),
            Is.EqualTo(new[] { "1", "2" })
        );
    }

    [Test]
    public async Task The_run_that_a_message_spoke_of_stays()
    {
        var run = await History.RecordAsync(
            await Sample.RunAsync(Sample.Result(1)) with
            {
                Messages = [Sample.Message("1")],
            },
            default
        );
        await LeaseAsync();
        await History.DeliveredAsync(1, default);
        Time.Advance(Kept * 2);

        await History.PruneAsync(Choice, default);

        Assert.That(await History.DeliveriesAsync(run, default), Is.Empty);
        Assert.That((await History.NewestAsync(Sample.Tenant, default))!.HasResult);
    }

    /// <summary>Adds messages of these keys and takes what is due.</summary>
    private async Task<string[]> LeaseAsync(params string[] keys)
    {
        await History.AddAsync([.. keys.Select(Sample.Message)], default);
        return
        [
            .. (await History.LeaseAsync("a", scope: null, 9, TimeSpan.FromMinutes(1), default)).Select(one =>
                one.Message.Key
            ),
        ];
    }
}
