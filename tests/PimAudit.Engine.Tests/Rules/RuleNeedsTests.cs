using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Engine.Tests;

/// <summary>Which rules will say nothing, or not everything, before anything was read.</summary>
public sealed class RuleNeedsTests
{
    private static readonly RuleInfo Needing = StubRule.Usual with
    {
        Needs = SnapshotParts.RoleAssignments | SnapshotParts.EligibleAssignments,
    };

    private static readonly RuleInfo Leaning = StubRule.Usual with
    {
        Id = "PIM102",
        Needs = SnapshotParts.RoleSettings,
        LeansOn = SnapshotParts.Principals,
    };

    private static readonly RuleInfo WithoutPim = StubRule.Usual with
    {
        Id = "PIM103",
        Needs = SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments,
        LeansOn = SnapshotParts.GroupEligibilities,
        JudgesWithoutPim = true,
    };

    [TestCase(SnapshotParts.RoleAssignments, "PIM101 PIM103")]
    [TestCase(SnapshotParts.EligibleAssignments, "PIM101")]
    [TestCase(SnapshotParts.Principals, "PIM102")]
    [TestCase(SnapshotParts.RoleSettings | SnapshotParts.ActiveAssignments, "PIM102 PIM103")]
    [TestCase(SnapshotParts.GroupEligibilities, "PIM103")]
    [TestCase(SnapshotParts.AccessReviews, "")]
    [TestCase(SnapshotParts.None, "")]
    public void A_rule_is_blind_without_what_it_needs_or_leans_on(SnapshotParts missing, string rules) =>
        Assert.That(Blind(missing, hasPim: true), Is.EqualTo(rules));

    [TestCase(SnapshotParts.ActiveAssignments | SnapshotParts.GroupEligibilities, "")]
    [TestCase(SnapshotParts.RoleAssignments, "PIM101 PIM103")]
    [TestCase(SnapshotParts.EligibleAssignments, "PIM101")]
    public void Without_pim_a_rule_that_can_do_without_it_needs_only_the_rest(SnapshotParts missing, string rules) =>
        Assert.That(Blind(missing, hasPim: false), Is.EqualTo(rules));

    [Test]
    public void A_rule_whose_part_nobody_wants_is_off_and_blind_for_nothing() =>
        Assert.That(
            Blind(
                SnapshotParts.RoleAssignments | SnapshotParts.Principals,
                hasPim: true,
                SnapshotParts.EligibleAssignments
            ),
            Is.EqualTo("PIM102 PIM103")
        );

    [Test]
    public void A_rule_that_is_switched_off_is_blind_for_nothing() =>
        Assert.That(
            Blind(
                SnapshotParts.RoleAssignments,
                hasPim: true,
                configuration: Configured.With("PIM101", enabled: false)
            ),
            Is.EqualTo("PIM103")
        );

    private static string Blind(
        SnapshotParts missing,
        bool hasPim,
        SnapshotParts off = SnapshotParts.None,
        AuditConfiguration? configuration = null
    )
    {
        IRule[] rules = [.. new[] { Needing, Leaning, WithoutPim }.Select(info => new StubRule(info, _ => []))];
        var (plan, _) = AuditPlan.Make(rules, Judged.Profile, configuration ?? AuditConfiguration.Empty);
        return string.Join(' ', RuleNeeds.BlindWithout(plan, missing, hasPim, off));
    }
}
