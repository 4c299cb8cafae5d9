using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GlobalAdministratorShareTests
{
    private const string Global = "Global Administrator";
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Some";

    [TestCase(3, 3, RuleOutcome.Pass)]
    [TestCase(4, 3, RuleOutcome.Fail)]
    [TestCase(5, 0, RuleOutcome.Fail)]
    [TestCase(0, 5, RuleOutcome.Pass)]
    [TestCase(4, 0, RuleOutcome.NotApplicable)]
    public void Asks_for_at_most_half_of_at_least_five_people(int global, int others, RuleOutcome outcome) =>
        Assert.That(Run(With(global, others)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Prints_both_numbers_and_the_definition()
    {
        var run = Run(With(4, 3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Global,
                            "4 of 7 (57 %)",
                            "at most 50 % of the enabled people who reach a privileged role by any path, eligible ones included, emergency access accounts left out; asked from 5 people on"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Global, Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Global):D}", "scope:/" }));
        }
    }

    [Test]
    public void A_role_that_is_not_privileged_makes_nobody_privileged() =>
        Assert.That(
            Run(With(4, 0).Users("Reader").Eligible("Reader", "Message Center Reader")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void A_global_administrator_with_another_role_counts_once() =>
        Assert.That(Run(With(4, 3).Eligible("Global 0", Exchange)).Said.Single().Observed, Is.EqualTo("4 of 7 (57 %)"));

    [Test]
    public void Neither_emergency_accounts_nor_disabled_people_nor_workloads_count() =>
        Assert.That(
            Run(
                With(3, 3)
                    .EmergencyAccounts("Glass 1", "Glass 2")
                    .User("Off", user => user with { IsEnabled = false })
                    .Assigned("Off", Global)
                    .Workloads("Robot")
                    .Assigned("Robot", Global)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(3, 3, RuleOutcome.NotEvaluated)]
    [TestCase(2, 3, RuleOutcome.Pass)]
    [TestCase(4, 3, RuleOutcome.Fail)]
    public void A_global_administrator_of_unknown_state_matters_only_at_the_limit(
        int global,
        int others,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Run(
                With(global, others).User("Perhaps", user => user with { IsEnabled = null }).Eligible("Perhaps", Global)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(4, 3, RuleOutcome.NotEvaluated)]
    [TestCase(5, 3, RuleOutcome.Fail)]
    [TestCase(4, 0, RuleOutcome.NotEvaluated)]
    [TestCase(3, 3, RuleOutcome.Pass)]
    public void Another_administrator_of_unknown_state_matters_only_at_the_limit(
        int global,
        int others,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Run(
                With(global, others)
                    .User("Perhaps", user => user with { IsEnabled = null })
                    .Eligible("Perhaps", Exchange)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(Global, 5, 1, RuleOutcome.Fail)]
    [TestCase(Global, 1, 5, RuleOutcome.NotEvaluated)]
    [TestCase(Exchange, 5, 1, RuleOutcome.NotEvaluated)]
    [TestCase(Exchange, 1, 5, RuleOutcome.Pass)]
    [TestCase("Message Center Reader", 5, 1, RuleOutcome.Fail)]
    public void Hidden_holders_move_the_share_in_one_direction(
        string role,
        int global,
        int others,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Run(
                With(global, others).Groups(Group).Eligible(Group, role).Lose(SnapshotParts.GroupMembers, A.Id(Group))
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(
            Run(With(4, 3).Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot With(int global, int others) => Add(Add(A.Tenant, Global, global), Exchange, others);

    private static TenantSnapshot Add(TenantSnapshot to, string role, int people) =>
        Enumerable
            .Range(0, people)
            .Select(number => $"{role.Split(' ')[0]} {number}")
            .Aggregate(to, (tenant, name) => tenant.Users(name).Eligible(name, role));

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<GlobalAdministratorShare>(tenant);
}
