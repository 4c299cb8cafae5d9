using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.History.Tests.Runs;

public sealed class FirstSeenTests(Kind kind) : DatabaseTests(kind)
{
    [Test]
    public async Task A_finding_keeps_the_day_on_which_it_was_seen_first()
    {
        await RecordAsync(
            Sample.Result(1, Sample.Finding(1)),
            Sample.Result(2, Sample.Finding(1), Sample.Finding(2, FindingStatus.New))
        );

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "1 since 1", "2 since 2" }));
    }

    [Test]
    public async Task What_a_run_calls_resolved_is_open_no_more()
    {
        await RecordAsync(
            Sample.Result(1, Sample.Finding(1), Sample.Finding(2)),
            Sample.Result(2, Sample.Finding(1, FindingStatus.Resolved), Sample.Finding(2))
        );

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "2 since 1" }));
    }

    [Test]
    public async Task A_finding_that_nobody_could_look_at_stays_open()
    {
        await RecordAsync(
            Sample.Result(1, Sample.Finding(1), Sample.Finding(2)),
            Sample.Result(2, Sample.Finding(1, notConfirmed: "its rule was not evaluated"))
        );

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "1 since 1", "2 since 1" }));
    }

    [Test]
    public async Task A_finding_that_comes_back_begins_anew()
    {
        await RecordAsync(
            Sample.Result(1, Sample.Finding(1)),
            Sample.Result(2, Sample.Finding(1, FindingStatus.Resolved)),
            Sample.Result(3, Sample.Finding(1, FindingStatus.New))
        );

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "1 since 3" }));
    }

    [Test]
    public async Task A_waived_finding_is_seen()
    {
        await RecordAsync(Sample.Result(1, Sample.Finding(1, FindingStatus.Waived)));

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "1 since 1" }));
    }

    [Test]
    public async Task An_older_snapshot_judged_later_only_moves_the_first_day_back()
    {
        await RecordAsync(
            Sample.Result(5, Sample.Finding(1), Sample.Finding(2)),
            Sample.Result(3, Sample.Finding(1), Sample.Finding(2, FindingStatus.Resolved))
        );

        Assert.That(await DaysAsync(), Is.EqualTo(new[] { "1 since 3", "2 since 5" }));
    }

    /// <summary>So that a snapshot judged a second time is told the same, and gives the same bytes.</summary>
    [Test]
    public async Task What_was_known_before_a_snapshot_does_not_change_by_recording_it()
    {
        await RecordAsync(Sample.Result(1, Sample.Finding(1), Sample.Finding(2)));
        var before = await History.FirstSeenAsync(Sample.Tenant, Sample.Day(2), default);

        await RecordAsync(
            Sample.Result(2, Sample.Finding(1, FindingStatus.Resolved), Sample.Finding(2), Sample.Finding(3))
        );

        Assert.That(await History.FirstSeenAsync(Sample.Tenant, Sample.Day(2), default), Is.EqualTo(before));
        Assert.That(before, Has.Count.EqualTo(2));
    }

    private async Task<IEnumerable<string>> DaysAsync() =>
        (await History.FirstSeenAsync(Sample.Tenant, default))
            .Select(pair => $"{Convert.ToInt32(pair.Key, 16)} since {(pair.Value - Sample.Day(0)).Days}")
            .Order(StringComparer.Ordinal);
}
