using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class RoleAssignableGroupCapacityTests
{
    [TestCase(399, false)]
    [TestCase(400, true)]
    public void Reports_from_eighty_percent_of_five_hundred_on(int groups, bool isFinding) =>
        Assert.That(
            Audit.With<RoleAssignableGroupCapacity>(With(groups)).Said,
            Is.EqualTo(
                isFinding ? new[] { ("Contoso", "400 role-assignable groups of 500", "below 80 percent of 500") } : []
            )
        );

    [TestCase("10", "50", 4, false)]
    [TestCase("10", "50", 5, true)]
    [TestCase("11", "50", 5, false)]
    [TestCase("11", "50", 6, true)]
    [TestCase("10", "100", 9, false)]
    [TestCase("10", "100", 10, true)]
    public void Takes_limit_and_percent_from_the_configuration(
        string limit,
        string percent,
        int groups,
        bool isFinding
    ) =>
        Assert.That(
            Audit.With<RoleAssignableGroupCapacity>(With(groups), ("limit", limit), ("warnPercent", percent)).Outcome,
            Is.EqualTo(isFinding ? RuleOutcome.Fail : RuleOutcome.Pass)
        );

    [Test]
    public void Weighs_little_and_tells_who_it_is_by_the_tenant_alone()
    {
        var run = Audit.With<RoleAssignableGroupCapacity>(With(400));

        Assert.That(
            (run.Severities, run.Identity),
            Is.EqualTo((new[] { ("Contoso", Severity.Low) }, new[] { $"tenant:{A.Tenant.Tenant.Id:D}" }))
        );
    }

    [Test]
    public void Does_not_count_ordinary_groups() =>
        Assert.That(
            Audit
                .With<RoleAssignableGroupCapacity>(
                    With(399).Group("Ordinary", group => group with { IsRoleAssignable = false })
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(399, RuleOutcome.NotEvaluated)]
    [TestCase(398, RuleOutcome.Pass)]
    [TestCase(400, RuleOutcome.Fail)]
    public void Is_blind_where_a_group_that_may_be_one_would_make_the_difference(int groups, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<RoleAssignableGroupCapacity>(
                    With(groups).Group("Unknown", group => group with { IsRoleAssignable = null })
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Is_not_evaluated_without_the_list_of_groups() =>
        Assert.That(
            Audit.With<RoleAssignableGroupCapacity>(With(400).Refuse(SnapshotParts.RoleAssignableGroups)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot With(int groups) =>
        A.Tenant.Groups([.. Enumerable.Range(1, groups).Select(number => $"RAG - {number}")]);
}
