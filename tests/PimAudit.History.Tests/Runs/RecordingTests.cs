using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.History.Tests.Runs;

public sealed class RecordingTests(Kind kind) : DatabaseTests(kind)
{
    [Test]
    public async Task A_run_is_read_back_as_it_was_recorded()
    {
        var run = await Sample.RunAsync(Sample.Result(1, Sample.Finding(1))) with { Slot = Sample.Day(0) };

        var recorded = await History.RecordAsync(run, default);

        var past = await History.NewestAsync(Sample.Tenant, default);
        Assert.That(past, Is.EqualTo(recorded with { Trend = past!.Trend }));
        Assert.That(past.Trend.TakenAt, Is.EqualTo(Sample.Day(1)), "to the tick");
        Assert.That(past.Trend.Open, Is.EqualTo(run.Trend.Open));
        Assert.That((past.Slot, past.Previous, past.HasResult), Is.EqualTo((Sample.Day(0), (string?)null, true)));
        Assert.That((await History.ManifestAsync(past, default)).ToArray(), Is.EqualTo(run.Manifest.ToArray()));
        var read = await History.ResultAsync(past, default);
        Assert.That(read.Hash, Is.EqualTo(past.ResultHash));
        Assert.That(read.Result.Findings[0].Title, Is.EqualTo(run.Result.Findings[0].Title));
    }

    [Test]
    public async Task The_same_manifest_a_second_time_changes_nothing()
    {
        var run = await Sample.RunAsync(Sample.Result(1)) with { Messages = [Sample.Message("one")] };
        var first = await History.RecordAsync(run, default);

        var second = await History.RecordAsync(run, default);

        Assert.That(second.Number, Is.EqualTo(first.Number));
        Assert.That(await History.ListAsync(new(), default), Has.Length.EqualTo(1));
    }

    /// <summary>As a folder has it to which another report was added.</summary>
    [Test]
    public async Task The_newest_run_that_was_written_again_has_the_manifest_of_its_folder()
    {
        var before = (await RecordAsync(Sample.Result(1)))[0];
        var run = await Sample.RunAsync(Sample.Result(2), before);
        var first = await History.RecordAsync(run, default);
        var again = run with
        {
            Manifest = Sample.WithFile(run.Manifest, "findings.md"),
            Messages = [Sample.Message("m")],
        };

        var second = await History.RecordAsync(again, default);

        Assert.That(second.Number, Is.EqualTo(first.Number));
        Assert.That(second.ManifestHash, Is.EqualTo(RunCheck.HashOf(again.Manifest)));
        Assert.That((await History.ManifestAsync(second, default)).ToArray(), Is.EqualTo(again.Manifest.ToArray()));
        Assert.That(await History.DeliveriesAsync(second, default), Has.Length.EqualTo(1));
        Assert.That((await RecordAsync(Sample.Result(3)))[0].Previous, Is.EqualTo(second.ManifestHash));
    }

    [Test]
    public async Task An_older_run_that_was_written_again_is_refused_as_is_one_with_another_result()
    {
        var old = await Sample.RunAsync(Sample.Result(1));
        var first = await History.RecordAsync(old, default);
        var newest = await History.RecordAsync(await Sample.RunAsync(Sample.Result(2), first), default);
        var other = await Sample.RunAsync(Sample.Result(2, Sample.Finding(1)), first);

        await Assert.ThrowsAsync<HistoryException>(() =>
            History.RecordAsync(old with { Manifest = Sample.WithFile(old.Manifest, "findings.md") }, default)
        );
        await Assert.ThrowsAsync<HistoryException>(() => History.RecordAsync(other, default));

        Assert.That(
            (await History.ListAsync(new(), default)).Select(run => run.ManifestHash),
            Is.EqualTo([first.ManifestHash, newest.ManifestHash])
        );
    }

    [Test]
    public async Task A_run_that_does_not_name_the_newest_one_is_refused_and_leaves_nothing()
    {
        var first = await RecordAsync(Sample.Result(1));
        await RecordAsync(Sample.Result(2));
        var late = await Sample.RunAsync(Sample.Result(3, Sample.Finding(9)), first[0]) with
        {
            Messages = [Sample.Message("late")],
        };

        var error = await Assert.ThrowsAsync<HistoryException>(() => History.RecordAsync(late, default));

        Assert.That(
            error!.Message,
            Does.Contain($"Run 2 of this tenant, {2:x16}, was recorded meanwhile.").And.Contain("Scan again")
        );
        Assert.That(await History.ListAsync(new(), default), Has.Length.EqualTo(2));
        Assert.That(await History.LeaseAsync("n", scope: null, 9, TimeSpan.FromMinutes(1), default), Is.Empty);
        Assert.That(await History.FirstSeenAsync(Sample.Tenant, default), Is.Empty);
    }

    [Test]
    public async Task A_first_run_may_continue_a_chain_that_is_older_than_the_history()
    {
        var elsewhere = (await RecordAsync(Sample.Result(1)))[0] with { ManifestHash = new string('9', 64) };
        var first = await Sample.RunAsync(
            Sample.Result(2) with
            {
                Tenant = new(Sample.Other, "Fabrikam", null),
            },
            elsewhere
        );

        var past = await History.RecordAsync(first, default);

        Assert.That(past.Previous, Is.EqualTo(elsewhere.ManifestHash));
    }

    [Test]
    public async Task A_run_that_another_process_took_up_gets_its_slot_and_its_messages()
    {
        var run = await Sample.RunAsync(Sample.Result(1));
        await History.RecordAsync(run, default);

        var past = await History.RecordAsync(
            run with
            {
                Slot = Sample.Day(0),
                Messages = [Sample.Message("one")],
            },
            default
        );

        Assert.That(past.Slot, Is.EqualTo(Sample.Day(0)));
        Assert.That(await History.NewestDoneAsync(Sample.Tenant, default), Is.EqualTo(Sample.Day(0)));
        Assert.That(await History.DeliveriesAsync(past, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Tenants_do_not_follow_each_other()
    {
        await RecordAsync(Sample.Result(1));

        await RecordAsync(Sample.Result(2) with { Tenant = new(Sample.Other, "Fabrikam", null) });

        Assert.That(
            (await History.ListAsync(new(Sample.Other), default)).Select(run => run.Previous),
            Is.EqualTo(new string?[] { null })
        );
    }

    [Test]
    public async Task Of_many_that_record_after_the_same_run_one_wins()
    {
        var first = (await RecordAsync(Sample.Result(0)))[0];
        var runs = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(day => Sample.RunAsync(Sample.Result(day, Sample.Finding(day)), first))
        );

        var won = await Task.WhenAll(runs.Select(WinsAsync));

        Assert.That(won.Count(one => one), Is.EqualTo(1));
        Assert.That(await History.ListAsync(new(), default), Has.Length.EqualTo(2));
        Assert.That(await History.FirstSeenAsync(Sample.Tenant, default), Has.Count.EqualTo(1));
    }

    private async Task<bool> WinsAsync(RunToRecord run)
    {
        await using var other = await AnotherAsync();
        try
        {
            await other.RecordAsync(run, default);
            return true;
        }
        catch (HistoryException)
        {
            return false;
        }
    }

    [Test]
    public async Task A_slot_gives_one_run()
    {
        var slot = Sample.Day(0);
        var first = await History.RecordAsync(await Sample.RunAsync(Sample.Result(1)) with { Slot = slot }, default);
        var twice = await Sample.RunAsync(Sample.Result(2), first) with { Slot = slot };

        var error = await Assert.ThrowsAsync<HistoryException>(() => History.RecordAsync(twice, default));

        Assert.That(error!.Message, Does.Contain("Another run is recorded for its time of the schedule"));
    }

    [Test]
    public async Task Files_that_do_not_belong_together_are_refused()
    {
        var run = await Sample.RunAsync(Sample.Result(1, Sample.Finding(1)));
        var other = await Sample.RunAsync(Sample.Result(2));

        await Assert.ThrowsAsync<HistoryException>(() =>
            History.RecordAsync(run with { ResultFile = Sample.Changed(run.ResultFile) }, default)
        );
        await Assert.ThrowsAsync<HistoryException>(() =>
            History.RecordAsync(run with { Manifest = other.Manifest }, default)
        );
        await Assert.ThrowsAsync<HistoryException>(() =>
            History.RecordAsync(run with { Manifest = "no manifest"u8.ToArray() }, default)
        );
        Assert.That(await History.ListAsync(new(), default), Is.Empty);
    }

    [Test]
    public async Task Runs_are_chosen_by_tenant_and_time_oldest_first()
    {
        await RecordAsync([.. Enumerable.Range(1, 4).Select(day => Sample.Result(day))]);

        Assert.That(await DaysAsync(new(Sample.Tenant)), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(await DaysAsync(new(Since: Sample.Day(2), Until: Sample.Day(4))), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(await DaysAsync(new(Most: 2)), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(await DaysAsync(new(Sample.Other)), Is.Empty);
    }

    private async Task<IEnumerable<int>> DaysAsync(RunChoice choice) =>
        (await History.ListAsync(choice, default)).Select(run => Convert.ToInt32(run.Trend.Id, 16));

    [Test]
    public async Task Severities_without_a_finding_are_left_out_of_the_trend()
    {
        var run = await Sample.RunAsync(Sample.Result(1));
        var counts = run.Trend.Open.Add(Severity.Info, 3).Add(Severity.Critical, 2);

        var past = await History.RecordAsync(run with { Trend = run.Trend with { Open = counts } }, default);

        Assert.That((await History.FindAsync(past.Number, default))!.Trend.Open, Is.EqualTo(counts));
        Assert.That(await History.FindAsync(past.Number + 1, default), Is.Null);
    }
}
