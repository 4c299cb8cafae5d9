using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests.Comparing;

public sealed class EarlierRunTests
{
    private static readonly Judgement One = StubRule.Breaks(StubRule.Person(1), Severity.Medium);
    private static readonly Judgement Two = StubRule.Breaks(StubRule.Person(2), Severity.High);
    private static readonly Judgement Blind = new Judgement.Blind(
        StubRule.Person(7),
        new(SnapshotParts.GroupMembers, MissingReason.Permission, "said no")
    );

    [Test]
    public void Findings_are_new_open_or_resolved_against_the_earlier_run() =>
        Assert.That(
            Standing(After(Ran(One, Two), Two, StubRule.Breaks(StubRule.Person(3)))),
            Is.EqualTo(["Person 1 Resolved", "Person 2 Open", "Person 3 New"])
        );

    [Test]
    public void A_finding_that_weighs_more_than_before_is_new() =>
        Assert.That(
            Standing(After(Ran(One), StubRule.Breaks(StubRule.Person(1), Severity.High))),
            Is.EqualTo(["Person 1 New"])
        );

    [Test]
    public void What_is_gone_while_its_rule_was_blind_is_not_confirmed() =>
        Assert.That(Standing(After(Ran(One), Blind)), Is.EqualTo(["Person 1 Open, not confirmed"]));

    /// <summary>Somebody who meets the rule by what was read may break it through the group that was not.</summary>
    [Test]
    public void What_is_gone_while_an_id_was_not_resolved_is_not_confirmed()
    {
        var ghost = new Judgement.Blind(
            StubRule.Person(7) with
            {
                Kind = ObjectKind.Unresolved,
            },
            new(SnapshotParts.Principals, MissingReason.Throttled, "429")
        );

        Assert.That(
            Standing(After(Ran(One), new Judgement.Meets(StubRule.Person(1)), ghost)),
            Is.EqualTo(["Person 1 Open, not confirmed"])
        );
    }

    /// <summary>The evaluator saw that the very identity met the rule; a result alone does not say so.</summary>
    [Test]
    public void A_result_alone_confirms_less_than_the_evaluator()
    {
        Judgement[] judged = [new Judgement.Meets(StubRule.Person(1)), Blind];

        Assert.That(Standing(After(Ran(One), judged)), Is.EqualTo(["Person 1 Resolved"]));
        Assert.That(
            Standing(EarlierRuns.With(Ran(judged), [Kept(Ran(One))])),
            Is.EqualTo(["Person 1 Open, not confirmed"])
        );
    }

    [Test]
    public void A_result_that_is_compared_again_forgets_the_first_comparison()
    {
        var first = After(Ran(One), Two);

        Assert.That(Standing(EarlierRuns.With(first, [Kept(Ran(Two))])), Is.EqualTo(["Person 2 Open"]));
    }

    [Test]
    public void A_finding_whose_waiver_ended_is_not_new() =>
        Assert.That(
            Standing(After(Ran(One) with { Findings = [Waived(Ran(One).Findings[0])] }, One)),
            Is.EqualTo(["Person 1 Open"])
        );

    [Test]
    public void What_was_resolved_already_is_not_resolved_again() =>
        Assert.That(Standing(After(After(Ran(One), Two), Two)), Is.EqualTo(["Person 2 Open"]));

    [Test]
    public void A_baseline_decides_where_there_is_one()
    {
        var result = After(Ran(One), new RunOptions("1.0") { Baseline = Baselines.Of(Ran(Two)) }, One, Two);

        Assert.That(Standing(result), Is.EqualTo(["Person 1 New", "Person 2 Open"]));
        Assert.That(result.Earlier, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_trend_counts_open_findings_oldest_run_first()
    {
        var older = Kept(Ran(One) with { Snapshot = At(-20) }, "a");
        var newer = Kept(Ran(One, Two) with { Snapshot = At(-10) }, "b");
        var result = EarlierRuns.With(Ran(Two), [newer, older, newer]);

        Assert.That(
            result.Earlier.Select(run => string.Join(", ", run.Open.Select(pair => $"{pair.Key} {pair.Value}"))),
            Is.EqualTo(["Medium 1", "Medium 1, High 1"])
        );
        Assert.That(Standing(result), Is.EqualTo(["Person 1 Resolved", "Person 2 Open"]));
    }

    [Test]
    public void The_run_id_depends_on_the_earlier_runs_and_not_on_their_order()
    {
        var (a, b) = (Kept(Ran(One) with { Snapshot = At(-20) }, "a"), Kept(Ran(One) with { Snapshot = At(-10) }, "b"));
        string Id(params EarlierResult[] earlier) =>
            After(new RunOptions("1.0") { Earlier = [.. earlier] }, One).Run.Id;

        string[] ids = [Id(), Id(a), Id(b), Id(a, b)];

        Assert.That(ids, Is.Unique);
        Assert.That(Id(b, a), Is.EqualTo(ids[3]));
        Assert.That(Id(), Is.EqualTo(Ran(One).Run.Id));
    }

    [Test]
    public void Nothing_earlier_leaves_a_result_as_it_is()
    {
        var result = Ran(One);

        Assert.That(EarlierRuns.With(result, []), Is.SameAs(result));
    }

    private static AuditResult Ran(params Judgement[] judgements) => Judged.By(StubRule.Saying(judgements));

    private static AuditResult After(AuditResult before, params Judgement[] judgements) =>
        After(before, new RunOptions("1.0"), judgements);

    private static AuditResult After(AuditResult before, RunOptions options, params Judgement[] judgements) =>
        After(options with { Earlier = [Kept(before)] }, judgements);

    private static AuditResult After(RunOptions options, params Judgement[] judgements) =>
        Evaluator.Evaluate(
            Judged.Tenant,
            new string('b', 64),
            AuditPlan.Make([StubRule.Saying(judgements)], Judged.Profile, AuditConfiguration.Empty).Plan,
            options
        );

    private static EarlierResult Kept(AuditResult result, string hash = "0") => new(result, hash);

    private static SnapshotInfo At(int days) => Ran().Snapshot with { TakenAt = Judged.TakenAt.AddDays(days) };

    private static Finding Waived(Finding finding) =>
        finding with
        {
            Status = FindingStatus.Waived,
            WaivedUntil = new(2026, 9, 30),
        };

    private static IEnumerable<string> Standing(AuditResult result) =>
        result.Findings.Select(finding =>
            $"{finding.Subject.Label} {finding.Status}{(finding.NotConfirmed is null ? "" : ", not confirmed")}"
        );
}
