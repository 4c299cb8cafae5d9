using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests.Comparing;

public sealed class EarlierHistoryTests
{
    private static readonly Judgement One = StubRule.Breaks(StubRule.Person(1));
    private static readonly Judgement Two = StubRule.Breaks(StubRule.Person(2));
    private static readonly Judgement Three = StubRule.Breaks(StubRule.Person(3));
    private static readonly Judgement Blind = new Judgement.Blind(
        StubRule.Person(7),
        new(SnapshotParts.GroupMembers, MissingReason.Permission, "said no")
    );

    private static readonly DateOnly Today = DateOnly.FromDateTime(Judged.TakenAt.UtcDateTime);

    [Test]
    public void Where_no_earlier_run_is_named_its_newest_decides_what_is_new_and_what_is_resolved()
    {
        var result = After(Knowing(Ran(One, Two)), Two, Three);

        Assert.That(Standing(result), Is.EqualTo(["Person 1 Resolved", "Person 2 Open", "Person 3 New"]));
    }

    [Test]
    public void A_run_that_is_named_goes_before_the_newest_of_the_history()
    {
        var options = new RunOptions("1.0") { Earlier = [new(Ran(One, Two), "named")], History = Knowing(Ran(Three)) };

        var result = After(options, Two, Three);

        Assert.That(Standing(result), Is.EqualTo(["Person 1 Resolved", "Person 2 Open", "Person 3 New"]));
        Assert.That(result.Earlier.Select(run => run.Id), Is.EqualTo([Ran(One, Two).Run.Id]));
    }

    [Test]
    public void A_baseline_decides_and_the_trend_is_that_of_the_history()
    {
        var options = new RunOptions("1.0") { Baseline = Baselines.Of(Ran(Two)), History = Knowing(Ran(One)) };

        var result = After(options, One, Two);

        Assert.That(Standing(result), Is.EqualTo(["Person 1 New", "Person 2 Open"]));
        Assert.That(result.Earlier, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_trend_is_taken_as_the_history_has_it()
    {
        ImmutableArray<EarlierRun> trend =
        [
            EarlierRuns.Summary(Ran(Three)) with
            {
                TakenAt = Judged.TakenAt.AddDays(-9),
            },
            EarlierRuns.Summary(Ran(One)),
        ];

        Assert.That(After(Knowing(Ran(One)) with { Trend = trend }, One).Earlier, Is.EqualTo(trend));
    }

    /// <summary>Results that were pruned leave first days behind.</summary>
    [Test]
    public void Without_a_result_that_is_left_nothing_is_new_or_resolved_and_first_days_are_known()
    {
        var history = Seen(
            new([], Newest: null, ImmutableSortedDictionary<string, DateTimeOffset>.Empty),
            One,
            days: -400
        );

        var result = After(history, One, Two);

        Assert.That(Standing(result), Is.EqualTo(["Person 1 Open", "Person 2 Open"]));
        Assert.That(Dates(result), Is.EqualTo(new DateOnly?[] { Today.AddDays(-400), Today }));
        Assert.That(
            (result.Earlier, result.Changes),
            Is.EqualTo((ImmutableArray<EarlierRun>.Empty, ImmutableArray<ChangeRow>.Empty))
        );
    }

    [Test]
    public void What_the_history_does_not_know_is_there_since_the_snapshot() =>
        Assert.That(Dates(After(Knowing(Ran(Two)), One, Two))[0], Is.EqualTo(Today));

    [TestCase(-30, -90, -90)]
    [TestCase(-90, -30, -90)]
    public void Of_baseline_and_history_the_earlier_day_counts(int inBaseline, int inHistory, int expected)
    {
        var accepted = Baselines.Of(
            Ran(One) with
            {
                Snapshot = Ran().Snapshot with { TakenAt = Judged.TakenAt.AddDays(inBaseline) },
            }
        );
        var options = new RunOptions("1.0") { Baseline = accepted, History = Seen(Knowing(Ran(One)), One, inHistory) };

        Assert.That(Dates(After(options, One)), Is.EqualTo(new DateOnly?[] { Today.AddDays(expected) }));
    }

    /// <summary>Nobody saw it today, so today is not when it was seen first.</summary>
    [Test]
    public void What_was_not_confirmed_has_the_day_that_is_known_and_else_none()
    {
        var known = Seen(Knowing(Ran(One)), One, days: -7);

        Assert.That(Standing(After(known, Blind)), Is.EqualTo(["Person 1 Open, not confirmed"]));
        Assert.That(Dates(After(known, Blind)), Is.EqualTo(new DateOnly?[] { Today.AddDays(-7) }));
        Assert.That(Dates(After(Knowing(Ran(One)), Blind)), Is.EqualTo(new DateOnly?[] { null }));
    }

    [Test]
    public void Without_a_history_no_day_is_made_up() =>
        Assert.That(Dates(After(new RunOptions("1.0"), One)), Is.EqualTo(new DateOnly?[] { null }));

    [Test]
    public void The_run_id_depends_on_all_that_the_history_says()
    {
        var history = Knowing(Ran(One));
        EarlierHistory?[] others =
        [
            null,
            history,
            history with
            {
                Newest = history.Newest! with { Hash = "another" },
            },
            history with
            {
                Newest = null,
            },
            history with
            {
                Trend = [.. history.Trend, EarlierRuns.Summary(Ran(Two))],
            },
            history with
            {
                Trend = [history.Trend[0] with { TakenAt = Judged.TakenAt.AddTicks(-1) }],
            },
            Seen(history, One, days: -1),
            Seen(history, One, days: -2),
            Seen(history, Two, days: -1),
        ];

        Assert.That(others.Select(Id), Is.Unique);
        Assert.That(Id(Knowing(Ran(One))), Is.EqualTo(Id(history)));
    }

    /// <summary>A day is all that a result shows of it.</summary>
    [Test]
    public void The_run_id_does_not_depend_on_the_hour_in_which_a_finding_was_seen_first()
    {
        var seen = Seen(Knowing(Ran(One)), One, days: -1);
        var hour = seen.FirstSeen.Single();
        var midnight = new DateTimeOffset(hour.Value.UtcDateTime.Date, TimeSpan.Zero);

        Assert.That(
            Id(seen with { FirstSeen = seen.FirstSeen.SetItem(hour.Key, midnight) }),
            Is.EqualTo(Id(seen with { FirstSeen = seen.FirstSeen.SetItem(hour.Key, midnight.AddDays(1).AddTicks(-1)) }))
        );
    }

    private static string Id(EarlierHistory? history) => After(new RunOptions("1.0") { History = history }, One).Run.Id;

    private static AuditResult Ran(params Judgement[] judgements) => Judged.By(StubRule.Saying(judgements));

    /// <summary>A history whose only run is this.</summary>
    private static EarlierHistory Knowing(AuditResult newest) =>
        new(
            [EarlierRuns.Summary(newest)],
            new(newest, "newest"),
            ImmutableSortedDictionary<string, DateTimeOffset>.Empty
        );

    /// <param name="one">What that run found.</param>
    /// <param name="days">Before the snapshot, hence below 0.</param>
    private static EarlierHistory Seen(EarlierHistory history, Judgement one, int days) =>
        history with
        {
            FirstSeen = history.FirstSeen.SetItem(Ran(one).Findings[0].Fingerprint, Judged.TakenAt.AddDays(days)),
        };

    private static AuditResult After(EarlierHistory history, params Judgement[] judgements) =>
        After(new RunOptions("1.0") { History = history }, judgements);

    private static AuditResult After(RunOptions options, params Judgement[] judgements) =>
        Evaluator.Evaluate(
            Judged.Tenant,
            new string('b', 64),
            AuditPlan.Make([StubRule.Saying(judgements)], Judged.Profile, AuditConfiguration.Empty).Plan,
            options
        );

    private static DateOnly?[] Dates(AuditResult result) => [.. result.Findings.Select(finding => finding.FirstSeen)];

    private static IEnumerable<string> Standing(AuditResult result) =>
        result.Findings.Select(finding =>
            $"{finding.Subject.Label} {finding.Status}{(finding.NotConfirmed is null ? "" : ", not confirmed")}"
        );
}
