using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

public sealed class OutcomeTests
{
    private static readonly Gap Unread = new(SnapshotParts.GroupMembers, MissingReason.Throttled, "429");

    [Test]
    public void Nothing_to_judge_is_not_applicable() =>
        Assert.That(OutcomeOf(StubRule.Saying()), Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Subjects_that_meet_the_rule_are_a_pass() =>
        Assert.That(OutcomeOf(StubRule.Saying(new Judgement.Meets(StubRule.Person(1)))), Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void One_blind_subject_is_never_a_pass() =>
        Assert.That(
            OutcomeOf(
                StubRule.Saying(
                    new Judgement.Meets(StubRule.Person(1)),
                    new Judgement.Blind(StubRule.Person(2), Unread)
                )
            ),
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    /// <summary>It may be a group with anybody inside, and the rule could not tell.</summary>
    [TestCase(SnapshotParts.Principals, RuleOutcome.NotEvaluated)]
    [TestCase(SnapshotParts.RoleAssignments, RuleOutcome.Pass)]
    public void A_holder_of_unknown_kind_whom_a_rule_passes_over_is_no_pass(SnapshotParts needs, RuleOutcome outcome)
    {
        var ghost = StubRule.Person(7);
        var tenant = Judged.Tenant with
        {
            RoleEligibilities =
            [
                new("row", WellKnownRoles.GlobalAdministrator, Guid.Parse(ghost.Id), "/", StartsAt: null, EndsAt: null),
            ],
        };
        StubRule Saying(Judgement judgement) => new(StubRule.Usual with { Needs = needs }, _ => [judgement]);
        RuleOutcome Of(TenantSnapshot one, Judgement judgement) =>
            Judged.Of(one, Judged.Profile, AuditConfiguration.Empty, Saying(judgement)).Rules.Single().Outcome;

        Assert.That(Of(tenant, new Judgement.Meets(StubRule.Person(1))), Is.EqualTo(outcome));
        Assert.That(
            Of(tenant, new Judgement.Meets(ghost with { Kind = ObjectKind.Unresolved })),
            Is.EqualTo(RuleOutcome.Pass)
        );
    }

    [Test]
    public void A_finding_beside_a_blind_subject_is_a_fail_that_prints_the_blind_one()
    {
        var rule = Judged
            .By(StubRule.Saying(StubRule.Breaks(StubRule.Person(1)), new Judgement.Blind(StubRule.Person(2), Unread)))
            .Rules.Single();

        Assert.That(
            (rule.Outcome, rule.Reason, rule.Counts),
            Is.EqualTo(
                (RuleOutcome.Fail, (MissingReason?)null, new RuleCounts(Judged: 1, Findings: 1, Waived: 0, Blind: 1))
            )
        );
    }

    [Test]
    public void A_rule_whose_part_is_missing_is_not_run_and_names_the_reason()
    {
        var tenant = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.Refused, MissingReason.Permission);
        var result = Judged.Of(
            tenant,
            Judged.Profile,
            AuditConfiguration.Empty,
            new StubRule(StubRule.Usual, _ => throw new InvalidOperationException("was run"))
        );

        Assert.That(
            result.Rules.Select(rule => (rule.Outcome, rule.Reason, rule.Detail)),
            Is.EqualTo(new[] { (RuleOutcome.NotEvaluated, (MissingReason?)MissingReason.Permission, "said no") })
        );
    }

    [Test]
    public void A_rule_whose_part_was_left_out_on_purpose_is_off_and_says_so()
    {
        var tenant = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.NotAsked, MissingReason.SwitchedOff);
        var result = Judged.Of(
            tenant,
            Judged.Profile,
            AuditConfiguration.Empty,
            new StubRule(StubRule.Usual, _ => throw new InvalidOperationException("was run"))
        );

        Assert.That(
            result.Rules.Select(rule => (rule.Outcome, rule.Reason, rule.Detail)),
            Is.EqualTo(new[] { (RuleOutcome.Off, (MissingReason?)null, "said no") })
        );
        Assert.That(result.Coverage.SelectMany(row => row.BlindRules), Is.Empty);
    }

    /// <summary>It could not be asked because another part failed: nobody decided that.</summary>
    [Test]
    public void A_rule_whose_part_nobody_could_ask_for_is_not_evaluated()
    {
        var tenant = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.NotAsked, MissingReason.NotCollected);

        Assert.That(
            Judged
                .Of(tenant, Judged.Profile, AuditConfiguration.Empty, StubRule.Saying())
                .Rules.Select(rule => rule.Outcome),
            Is.EqualTo(new[] { RuleOutcome.NotEvaluated })
        );
    }

    [Test]
    public void A_part_that_the_rule_does_not_need_may_be_missing()
    {
        var tenant = Judged.Without(SnapshotParts.AccessReviews, PartStatus.Failed, MissingReason.Transport);
        var result = Judged.Of(
            tenant,
            Judged.Profile,
            AuditConfiguration.Empty,
            StubRule.Saying(new Judgement.Meets(StubRule.Person(1)))
        );

        Assert.That(result.Rules.Single().Outcome, Is.EqualTo(RuleOutcome.Pass));
    }

    [Test]
    public void A_rule_that_fails_itself_is_not_evaluated_and_says_so()
    {
        var rule = Judged
            .By(new StubRule(StubRule.Usual, _ => throw new InvalidOperationException("a fault of ours")))
            .Rules.Single();

        Assert.That(rule.Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));
        Assert.That(rule.Detail, Does.Contain("a fault of ours"));
    }

    [Test]
    public void Without_the_licence_a_rule_that_can_do_without_pim_is_judged_and_another_is_not()
    {
        var tenant = Unlicensed();
        var needs = SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.GroupSettings;
        var said = new Judgement.Meets(StubRule.Person(1));

        var result = Judged.Of(
            tenant,
            Judged.Profile,
            AuditConfiguration.Empty,
            new StubRule(StubRule.Usual with { Needs = needs, JudgesWithoutPim = true }, _ => [said]),
            new StubRule(StubRule.Usual with { Id = "PIM102", Needs = needs }, _ => [said])
        );

        Assert.That(
            result.Rules.Select(rule => (rule.Outcome, rule.Reason)),
            Is.EqualTo(
                new[]
                {
                    (RuleOutcome.Pass, (MissingReason?)null),
                    (RuleOutcome.NotEvaluated, (MissingReason?)MissingReason.Licence),
                }
            )
        );
    }

    [Test]
    public void A_rule_beyond_the_practice_is_off_in_a_profile_that_leaves_these_out()
    {
        var beyond = StubRule.Usual with { Practice = RuleInfo.BeyondThePractice, Source = "another source" };
        var result = Judged.Of(
            Judged.Tenant,
            Judged.Profile with
            {
                BeyondThePractice = false,
            },
            AuditConfiguration.Empty,
            new StubRule(beyond, _ => [StubRule.Breaks(StubRule.Person(1))]),
            new StubRule(beyond with { Id = "PIM901" }, _ => [new Judgement.Meets(StubRule.Person(1))])
        );

        Assert.That(
            result.Rules.Select(rule => (rule.Id, rule.Outcome)),
            Is.EqualTo(new[] { ("PIM101", RuleOutcome.Off), ("PIM901", RuleOutcome.Pass) })
        );
    }

    [Test]
    public void Coverage_names_the_rules_that_a_missing_part_blinds_and_the_cure()
    {
        var tenant = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.Refused, MissingReason.Permission);
        var result = Judged.Of(tenant, Judged.Profile, AuditConfiguration.Empty, StubRule.Saying());

        Assert.That(
            result
                .Coverage.Where(row => row.Cure is not null)
                .Select(row => (row.Part, row.BlindRules.Single(), row.Cure)),
            Is.EqualTo(
                new[]
                {
                    (
                        SnapshotParts.RoleAssignments,
                        "PIM101",
                        "Grant the application Some.Read, then run the collection again."
                    ),
                }
            )
        );
    }

    [Test]
    public void A_coverage_rule_learns_which_rules_are_blind()
    {
        var tenant = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.Refused, MissingReason.Permission);
        IEnumerable<string> blind = [];
        Judged.Of(
            tenant,
            Judged.Profile,
            AuditConfiguration.Empty,
            new StubRule(
                StubRule.Usual with
                {
                    Id = "PIM901",
                    Needs = SnapshotParts.None,
                },
                context =>
                {
                    blind = context.RulesBlindFor(SnapshotParts.RoleAssignments);
                    return [];
                }
            ),
            StubRule.Saying()
        );

        Assert.That(blind, Is.EqualTo(new[] { "PIM101" }));
    }

    private static RuleOutcome OutcomeOf(IRule rule) => Judged.By(rule).Rules.Single().Outcome;

    private static TenantSnapshot Unlicensed()
    {
        SnapshotParts[] pim =
        [
            SnapshotParts.ActiveAssignments,
            SnapshotParts.EligibleAssignments,
            SnapshotParts.GroupSettings,
        ];
        return Judged.Tenant with
        {
            Collection = Judged.Tenant.Collection with
            {
                Parts =
                [
                    .. Judged.Tenant.Collection.Parts.Select(record =>
                        pim.Contains(record.Part)
                            ? record with
                            {
                                Status = PartStatus.Unlicensed,
                                Reason = MissingReason.Licence,
                            }
                            : record
                    ),
                ],
            },
        };
    }
}
