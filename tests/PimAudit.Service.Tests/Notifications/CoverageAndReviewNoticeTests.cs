using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Service.Tests.Notifications;

public sealed class CoverageAndReviewNoticeTests
{
    private static AuditResult Settings(PartStatus status, params string[] gaps) =>
        AResult.Empty.With(
            AResult.Read(SnapshotParts.RoleSettings, status, gaps),
            AResult.Read(SnapshotParts.GroupMembers)
        );

    [TestCase(PartStatus.Complete, PartStatus.Refused, true)]
    [TestCase(PartStatus.Complete, PartStatus.Partial, true)]
    [TestCase(PartStatus.Complete, PartStatus.NotAsked, true)]
    [TestCase(PartStatus.Partial, PartStatus.Failed, true)]
    [TestCase(PartStatus.Refused, PartStatus.Refused, false)]
    [TestCase(PartStatus.Refused, PartStatus.Partial, false)]
    [TestCase(PartStatus.NotAsked, PartStatus.NotAsked, false)]
    [TestCase(PartStatus.Refused, PartStatus.Complete, false)]
    public void A_part_that_is_read_worse_than_before_is_lost(PartStatus before, PartStatus now, bool isLost)
    {
        var notice = RunNotice.Of(Settings(now).After(Settings(before)), NotifyOn.Default);

        Assert.That(notice is not null, Is.EqualTo(isLost));
        if (isLost)
            Assert.That(
                (notice!.Headline, notice.NotRead.Single()),
                Is.EqualTo(
                    (
                        "Coverage lost in 1 part of the tenant",
                        new NoticePart(SnapshotParts.RoleSettings, "Role settings", now, IsLost: true)
                    )
                )
            );
    }

    [TestCase("a", false)]
    [TestCase("b", true)]
    public void A_part_that_misses_another_object_is_lost(string missing, bool isLost) =>
        Assert.That(
            RunNotice.Of(
                Settings(PartStatus.Partial, missing).After(Settings(PartStatus.Partial, "a")),
                NotifyOn.Default
            )
                is not null,
            Is.EqualTo(isLost)
        );

    [Test]
    public void A_part_of_which_a_run_no_longer_speaks_is_lost() =>
        Assert.That(
            RunNotice
                .Of(
                    AResult.Empty.With(AResult.Read(SnapshotParts.GroupMembers)).After(AResult.Empty),
                    NotifyOn.Default
                )!
                .NotRead.Single()
                .Part,
            Is.EqualTo(SnapshotParts.RoleSettings)
        );

    [Test]
    public void Without_a_run_before_whatever_was_not_read_is_told()
    {
        var notice = RunNotice.Of(Settings(PartStatus.Refused).AsFirst(), NotifyOn.Default)!;

        Assert.That(notice.Headline, Is.EqualTo("1 part of the tenant was not read"));
        Assert.That(notice.Events, Is.EqualTo([NoticeEvent.CoverageLost]));
    }

    [Test]
    public void Parts_that_nobody_asked_for_are_not_missing_from_a_first_run() =>
        Assert.That(RunNotice.Of(Settings(PartStatus.NotAsked).AsFirst(), NotifyOn.Default), Is.Null);

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void When_only_the_summary_of_the_run_before_is_known_its_count_of_rules_decides(int before, bool isLost)
    {
        var now = AResult.Empty with
        {
            Rules = [AResult.Rule("PIM101", outcome: RuleOutcome.NotEvaluated)],
            Earlier = [AResult.Summary(AResult.Empty, before)],
        };

        Assert.That(
            RunNotice.Of(now.AsFirst(), NotifyOn.Default)?.Headline,
            Is.EqualTo(isLost ? "1 rule could not be evaluated" : null)
        );
    }

    [Test]
    public void A_rule_that_could_be_evaluated_before_is_lost()
    {
        var now = AResult.Empty with { Rules = [AResult.Rule("PIM101", outcome: RuleOutcome.NotEvaluated)] };

        Assert.That(RunNotice.Of(now.After(AResult.Empty), NotifyOn.Default)!.RulesLost, Is.EqualTo(1));
    }

    [Test]
    public void A_channel_that_does_not_ask_for_coverage_is_not_told() =>
        Assert.That(
            RunNotice.Of(
                Settings(PartStatus.Refused).After(AResult.Empty),
                NotifyOn.Default with
                {
                    CoverageLost = false,
                }
            ),
            Is.Null
        );

    [Test]
    public void Rows_of_reviews_are_told_when_they_become_overdue_and_not_again()
    {
        var one = AResult.Empty with { Reviews = [AResult.Review("a", ReviewState.Overdue)] };
        var two = one with { Reviews = [.. one.Reviews, AResult.Review("b", ReviewState.Overdue)] };

        Assert.That(RunNotice.Of(one.After(one), NotifyOn.Default), Is.Null);
        Assert.That(RunNotice.Of(two.After(one), NotifyOn.Default)!.Headline, Is.EqualTo("1 review row is overdue"));
        Assert.That(RunNotice.Of(two.After(one), NotifyOn.Default)!.ReviewsOverdue, Is.EqualTo(2));
        Assert.That(RunNotice.Of(two.After(one), NotifyOn.Default with { ReviewOverdue = false }), Is.Null);
    }
}
