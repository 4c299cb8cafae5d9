using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>What several waivers do together, in a run and to an earlier result.</summary>
public sealed class WaiverReviewTests
{
    private static readonly DateOnly Today = new(2026, 10, 1);
    private static readonly ObjectRef Role = StubRule.Person(9);
    private static readonly Gap Unread = new(SnapshotParts.GroupMembers, MissingReason.Permission, "said no");

    [TestCase(10, 20)]
    [TestCase(20, 10)]
    public void The_waiver_that_lasts_longest_says_until_when(int first, int second) =>
        Assert.That(
            Run([Of(1, first), Of(1, second)], StubRule.Breaks(StubRule.Person(1))).Findings.Single().WaivedUntil,
            Is.EqualTo(Today.AddDays(20))
        );

    [Test]
    public void A_waiver_that_is_broad_on_several_findings_is_broad()
    {
        var waiver = Run(
            [Of(9)],
            StubRule.Breaks(StubRule.Person(1), null, Role),
            StubRule.Breaks(StubRule.Person(2), null, Role)
        )
            .Waivers.Single();

        Assert.That((waiver.IsBroad, waiver.Covered), Is.EqualTo((true, 2)));
    }

    [Test]
    public void A_waiver_that_covers_something_is_in_no_doubt_although_its_rule_was_blind_elsewhere()
    {
        var use = Told([Of(1)], StubRule.Breaks(StubRule.Person(1)), new Judgement.Blind(StubRule.Person(7), Unread));

        Assert.That((use.Covered, use.Doubt), Is.EqualTo((1, (Gap?)null)));
    }

    [Test]
    public void A_waiver_that_covers_nothing_is_in_doubt_where_its_rule_was_blind() =>
        Assert.That(Told([Of(1)], new Judgement.Blind(StubRule.Person(7), Unread)).Doubt, Is.EqualTo(Unread));

    /// <summary>The rule looked at the person, but at another role of his.</summary>
    [Test]
    public void Only_what_completes_the_targets_and_met_the_rule_ends_the_doubt()
    {
        var blind = new Judgement.Blind(StubRule.Person(7), Unread);

        Assert.That(
            new[]
            {
                Run([Of(1)], new Judgement.Meets(StubRule.Person(1)), blind),
                Run([Of(1)], new Judgement.Meets(StubRule.Person(1)) { Identity = [Role] }, blind),
                Run([Of(1)], new Judgement.Meets(StubRule.Person(2)), blind),
                Run([Of(1)], new Judgement.Meets(StubRule.Person(1)), new Judgement.Blind(StubRule.Person(1), Unread)),
            }.Select(result => result.Waivers.Single().State),
            Is.EqualTo([
                WaiverState.Unused,
                WaiverState.NotConfirmed,
                WaiverState.NotConfirmed,
                WaiverState.NotConfirmed,
            ])
        );
    }

    [Test]
    public void Todays_waivers_are_laid_over_an_earlier_result()
    {
        var result = Run([], StubRule.Breaks(StubRule.Person(1)), StubRule.Breaks(StubRule.Person(2)));
        result = result with
        {
            Findings = result.Findings.SetItem(1, result.Findings[1] with { Status = FindingStatus.Resolved }),
        };

        Assert.That(
            WaiverReview
                .Of([Of(1), Of(2), Of(3), Of(1, 0), Of(1, -1), Of(1, 366)], Today, maxDays: 365, result)
                .Select(use => (use.State, use.Covered)),
            Is.EqualTo([
                (WaiverState.Used, 1),
                (WaiverState.Unused, 0),
                (WaiverState.Unused, 0),
                (WaiverState.Used, 1),
                (WaiverState.Expired, 0),
                (WaiverState.TooLong, 0),
            ])
        );
    }

    [Test]
    public void Nothing_follows_from_a_result_whose_rule_was_off_unknown_blind_or_not_evaluated()
    {
        var refused = Judged.Without(SnapshotParts.RoleAssignments, PartStatus.Refused, MissingReason.Licence);
        AuditResult[] results =
        [
            Run([]),
            Run([], new Judgement.Blind(StubRule.Person(7), Unread)),
            Judged.By(Configured.With("PIM101", enabled: false), StubRule.Saying()),
            Judged.By(new StubRule(StubRule.Usual with { Id = "PIM102" }, _ => [])),
            Judged.Of(refused, Judged.Profile, AuditConfiguration.Empty, StubRule.Saying()),
            Bare(Judged.Of(refused, Judged.Profile, AuditConfiguration.Empty, StubRule.Saying())),
        ];

        Assert.That(
            results
                .Select(result => WaiverReview.Of([Of(1)], Today, 365, result).Single().Doubt)
                .Select(doubt => (doubt?.Reason, doubt?.Detail)),
            Is.EqualTo([
                ((MissingReason?)null, (string?)null),
                (MissingReason.Permission, "said no"),
                (MissingReason.Configuration, "PIM101 was switched off"),
                (MissingReason.Configuration, "PIM101 is no rule of that run"),
                (MissingReason.Licence, "said no"),
                (MissingReason.Configuration, "PIM101 was not evaluated"),
            ])
        );
    }

    [Test]
    public void Without_a_result_nobody_knows_what_a_waiver_covers() =>
        Assert.That(
            WaiverReview.Of([Of(1), Of(1, -1)], Today, 365).Select(use => use.State),
            Is.EqualTo([WaiverState.NotConfirmed, WaiverState.Expired])
        );

    [Test]
    public void Two_waivers_are_about_the_same_whatever_the_order_and_spelling_of_their_targets()
    {
        var waiver = new Waiver("PIM101", ["b", "a"], "Why", "Who", Today);

        Assert.That(
            new[] { waiver.Key, (waiver with { Targets = [" A", "B ", "a"] }).Key },
            Is.All.EqualTo("PIM101/a+b")
        );
    }

    /// <summary>A result that was written by hand, or by another program.</summary>
    private static AuditResult Bare(AuditResult result) =>
        result with
        {
            Rules = [result.Rules[0] with { Reason = null, Detail = null }],
        };

    private static Waiver Of(int person, int days = 30) =>
        new("PIM101", [StubRule.Person(person).Id], "Migration", "Anna", Today.AddDays(days));

    private static AuditResult Run(ImmutableArray<Waiver> waivers, params Judgement[] judgements) =>
        Judged.By(AuditConfiguration.Empty with { Waivers = waivers }, StubRule.Saying(judgements));

    /// <summary>As a rule about waivers is told.</summary>
    private static WaiverUse Told(ImmutableArray<Waiver> waivers, params Judgement[] judgements)
    {
        var told = new List<WaiverUse>();
        Judged.By(
            AuditConfiguration.Empty with
            {
                Waivers = waivers,
            },
            StubRule.Saying(judgements),
            new StubRule(
                StubRule.Usual with
                {
                    Id = "PIM902",
                    Needs = SnapshotParts.None,
                    JudgesWaivers = true,
                },
                context =>
                {
                    told.AddRange(context.Waivers);
                    return [];
                }
            )
        );
        return told.Single();
    }
}
