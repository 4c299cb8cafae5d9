using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

public sealed class BaselineTests
{
    private static readonly Judgement One = StubRule.Breaks(StubRule.Person(1), Severity.Medium);
    private static readonly Judgement Two = StubRule.Breaks(StubRule.Person(2), Severity.Medium);
    private static readonly Gap Unread = new(SnapshotParts.GroupMembers, MissingReason.Permission, "said no");

    [Test]
    public void What_is_accepted_is_open_and_what_is_not_is_new() =>
        Assert.That(Standing(Against(Of(One), One, Two)), Is.EqualTo(new[] { "Person 1 Open", "Person 2 New" }));

    [Test]
    public void What_is_accepted_is_known_since_then_and_nobody_knows_since_when_the_rest_is() =>
        Assert.That(
            Against(Of(One), One, Two).Findings.Select(finding => finding.FirstSeen),
            Is.EqualTo(new[] { Of(One).Findings[0].Since, (DateOnly?)null })
        );

    [Test]
    public void An_empty_baseline_makes_everything_new() =>
        Assert.That(Standing(Against(Of(), One)), Is.EqualTo(new[] { "Person 1 New" }));

    [TestCase(Severity.Low, FindingStatus.Open)]
    [TestCase(Severity.Medium, FindingStatus.Open)]
    [TestCase(Severity.High, FindingStatus.New)]
    public void A_finding_that_weighs_more_than_accepted_is_new(Severity severity, FindingStatus status)
    {
        var finding = Against(Of(One), StubRule.Breaks(StubRule.Person(1), severity)).Findings.Single();

        Assert.That((finding.Status, finding.BaselinedAs), Is.EqualTo((status, (Severity?)Severity.Medium)));
    }

    [Test]
    public void What_is_gone_is_resolved_where_its_rule_saw_everything() =>
        Assert.That(Standing(Against(Of(One, Two), Two)), Is.EqualTo(new[] { "Person 1 Resolved", "Person 2 Open" }));

    /// <summary>The object that was not read may be the one behind which the fault stands.</summary>
    [Test]
    public void What_is_gone_stays_open_where_its_rule_was_blind_on_anything()
    {
        var finding = Against(Of(One), new Judgement.Blind(StubRule.Person(7), Unread)).Findings.Single();

        Assert.That((finding.Status, finding.NotConfirmed), Is.EqualTo((FindingStatus.Open, "said no")));
    }

    [Test]
    public void A_rule_that_judged_this_very_identity_may_be_blind_elsewhere() =>
        Assert.That(
            Standing(
                Against(
                    Of(One),
                    new Judgement.Meets(StubRule.Person(1)),
                    new Judgement.Blind(StubRule.Person(7), Unread)
                )
            ),
            Is.EqualTo(new[] { "Person 1 Resolved" })
        );

    [Test]
    public void A_rule_that_met_and_was_blind_on_one_identity_confirms_nothing() =>
        Assert.That(
            Standing(
                Against(
                    Of(One),
                    new Judgement.Meets(StubRule.Person(1)),
                    new Judgement.Blind(StubRule.Person(1), Unread)
                )
            ),
            Is.EqualTo(new[] { "Person 1 Open, not confirmed" })
        );

    /// <summary>Of the same person, but of another role.</summary>
    [Test]
    public void Another_identity_of_the_same_subject_confirms_nothing() =>
        Assert.That(
            Standing(
                Against(
                    Of(StubRule.Breaks(StubRule.Person(1), Severity.Medium, StubRule.Person(9))),
                    new Judgement.Meets(StubRule.Person(1)),
                    new Judgement.Blind(StubRule.Person(7), Unread)
                )
            ),
            Is.EqualTo(new[] { "Person 1 Open, not confirmed" })
        );

    [Test]
    public void A_rule_that_is_off_confirms_nothing() =>
        Assert.That(
            Against(Of(One), Configured.With("PIM101", enabled: false)).Findings.Single().NotConfirmed,
            Is.EqualTo("PIM101 is switched off")
        );

    [Test]
    public void A_rule_that_was_not_evaluated_confirms_nothing()
    {
        var refused = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.Refused, MissingReason.Permission);

        Assert.That(
            Against(Of(One), AuditConfiguration.Empty, refused).Findings.Single().NotConfirmed,
            Is.EqualTo("said no")
        );
    }

    [Test]
    public void A_rule_that_this_version_does_not_have_confirms_nothing()
    {
        var other = new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => []);

        Assert.That(
            Against(Of(One), AuditConfiguration.Empty, Judged.Tenant, other).Findings.Single().NotConfirmed,
            Is.EqualTo("PIM101 is no rule of this run")
        );
    }

    [Test]
    public void A_waived_finding_is_neither_new_nor_open()
    {
        var result = Against(Of(One), Waived(1, 2), Judged.Tenant, StubRule.Saying(One, Two));

        Assert.That(Standing(result), Is.EqualTo(new[] { "Person 1 Waived", "Person 2 Waived" }));
    }

    [Test]
    public void A_waiver_covers_what_could_not_be_confirmed_too()
    {
        var result = Against(
            Of(One),
            Waived(1),
            Judged.Tenant,
            StubRule.Saying(new Judgement.Blind(StubRule.Person(7), Unread))
        );

        Assert.That(
            (Standing(result).Single(), result.Waivers.Single().State),
            Is.EqualTo(("Person 1 Waived, not confirmed", WaiverState.Used))
        );
    }

    [Test]
    public void The_outcome_of_a_rule_is_what_it_saw() =>
        Assert.That(Against(Of(One)).Rules.Single().Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void The_run_id_depends_on_what_is_accepted()
    {
        string[] ids =
        [
            Judged.By(StubRule.Saying(One)).Run.Id,
            Against(Of(), One).Run.Id,
            Against(Of(One), One).Run.Id,
            Against(Of(One) with { RunId = "another" }, One).Run.Id,
        ];

        Assert.That(ids, Is.Unique);
        Assert.That(Against(Of(One), One).Run.Id, Is.EqualTo(ids[2]));
    }

    [Test]
    public void A_result_names_the_baseline_that_it_was_compared_with() =>
        Assert.That(
            Against(Of(One), One).Baseline,
            Is.EqualTo(new BaselineInfo(ContentHash.Of(Of(One)), "plain", Judged.TakenAt, Of(One).RunId, 1))
        );

    [Test]
    public void A_baseline_accepts_open_findings_alone()
    {
        var result = Judged.By(Waived(2), StubRule.Saying(One, Two));

        Assert.That(
            Baselines.Of(result).Findings.Select(one => one.Subject.DisplayName),
            Is.EqualTo(new[] { "Person 1" })
        );
    }

    [Test]
    public void What_could_not_be_confirmed_is_accepted_on() =>
        Assert.That(
            Names(Baselines.Of(Against(Of(One), new Judgement.Blind(StubRule.Person(7), Unread))).Findings),
            Is.EqualTo(new[] { "Person 1" })
        );

    [Test]
    public void An_update_accepts_what_is_new_and_lets_go_what_is_resolved()
    {
        var update = Baselines.Update(Of(One), Judged.By(StubRule.Saying(Two)));

        Assert.That(
            (Names(update.Added), Names(update.Resolved), Names(update.After.Findings)),
            Is.EqualTo((new[] { "Person 2" }, new[] { "Person 1" }, new[] { "Person 2" }))
        );
    }

    [Test]
    public void An_update_keeps_what_could_not_be_confirmed()
    {
        var update = Baselines.Update(
            Of(One),
            Judged.By(StubRule.Saying(new Judgement.Blind(StubRule.Person(7), Unread)))
        );

        Assert.That(
            (Names(update.NotConfirmed), Names(update.After.Findings)),
            Is.EqualTo((new[] { "Person 1" }, new[] { "Person 1" }))
        );
    }

    /// <summary>That run knew more than its file holds.</summary>
    [Test]
    public void An_update_believes_the_comparison_of_its_own_run()
    {
        var result = Against(
            Of(One),
            new Judgement.Meets(StubRule.Person(1)),
            new Judgement.Blind(StubRule.Person(7), Unread)
        );

        Assert.That(Names(Baselines.Update(Of(One), result).Resolved), Is.EqualTo(new[] { "Person 1" }));
    }

    [Test]
    public void An_update_lets_go_what_a_waiver_covers_now() =>
        Assert.That(
            Baselines.Update(Of(One), Judged.By(Waived(1), StubRule.Saying(One))),
            Has.Property("Waived").Length.EqualTo(1).And.Property("After").Property("Findings").Empty
        );

    [TestCase(Severity.Low, "2026-09-01", 0, 1)]
    [TestCase(Severity.Medium, "2026-09-01", 0, 0)]
    [TestCase(Severity.High, "2026-10-01", 1, 0)]
    public void An_update_keeps_the_day_unless_it_accepts_more(Severity severity, string since, int risen, int eased)
    {
        var before = Of(One);
        var old = before.Findings[0] with { Since = new(2026, 9, 1) };

        var update = Baselines.Update(
            before with
            {
                Findings = [old],
            },
            Judged.By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1), severity)))
        );

        Assert.That(
            (
                update.After.Findings.Single().Severity,
                $"{update.After.Findings.Single().Since:yyyy-MM-dd}",
                update.Risen.Length,
                update.Eased.Length
            ),
            Is.EqualTo((severity, since, risen, eased))
        );
    }

    [Test]
    public void A_fingerprint_must_belong_to_its_identity()
    {
        var good = Of(One);
        var bad = good with { Findings = [good.Findings[0] with { Identity = [StubRule.Person(2)] }] };

        Assert.That(
            (Baselines.Problem(good), Baselines.Problem(good with { TenantId = Guid.Empty }) is null),
            Is.EqualTo(((string?)null, false))
        );
        Assert.That(Baselines.Problem(bad), Does.Contain("does not belong to the identity"));
    }

    [Test]
    public void A_long_text_is_cut_between_characters()
    {
        var long_ = StubRule.Person(1) with { DisplayName = new string('a', 999) + "😀" };

        Assert.That(Of(StubRule.Breaks(long_)).Findings.Single().Subject.DisplayName, Is.EqualTo(new string('a', 999)));
    }

    private static AuditConfiguration Waived(params int[] people) =>
        AuditConfiguration.Empty with
        {
            Waivers =
            [
                .. people.Select(number => new Waiver(
                    "PIM101",
                    [StubRule.Person(number).Id],
                    "Migration",
                    "Anna",
                    new(2026, 12, 31)
                )),
            ],
        };

    private static Baseline Of(params Judgement[] judgements) => Baselines.Of(Judged.By(StubRule.Saying(judgements)));

    private static AuditResult Against(Baseline baseline, params Judgement[] judgements) =>
        Against(baseline, AuditConfiguration.Empty, Judged.Tenant, StubRule.Saying(judgements));

    private static AuditResult Against(
        Baseline baseline,
        AuditConfiguration configuration,
        TenantSnapshot? tenant = null
    ) => Against(baseline, configuration, tenant ?? Judged.Tenant, StubRule.Saying());

    private static AuditResult Against(
        Baseline baseline,
        AuditConfiguration configuration,
        TenantSnapshot tenant,
        IRule rule
    ) =>
        Evaluator.Evaluate(
            tenant,
            new string('b', 64),
            AuditPlan.Make([rule], Judged.Profile, configuration).Plan,
            new("1.0") { Baseline = baseline }
        );

    private static IEnumerable<string> Standing(AuditResult result) =>
        result.Findings.Select(finding =>
            $"{finding.Subject.Label} {finding.Status}{(finding.NotConfirmed is null ? "" : ", not confirmed")}"
        );

    private static string[] Names(ImmutableArray<BaselinedFinding> findings) =>
        [.. findings.Select(one => one.Subject.Label)];
}
