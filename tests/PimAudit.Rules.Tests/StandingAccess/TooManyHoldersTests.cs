using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TooManyHoldersTests
{
    private const string Security = "Security Administrator";
    private const string Group = "RAG - Security";

    private static readonly string Unit = $"/administrativeUnits/{A.Id("Lisbon"):D}";

    [TestCase(10, RuleOutcome.Pass)]
    [TestCase(11, RuleOutcome.Fail)]
    public void Asks_for_at_most_ten_holders(int holders, RuleOutcome outcome) =>
        Assert.That(Run(With(holders)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Names_the_role_the_number_and_the_definition()
    {
        var run = Run(With(11));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Security,
                            "11 holders",
                            "at most 10 holders: distinct users and workloads by object id, by any path, eligible ones included, emergency access accounts left out"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Security, Severity.Low) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Security):D}", "scope:/" }));
        }
    }

    [Test]
    public void Counts_workloads_and_disabled_people_but_nobody_twice() =>
        Assert.That(
            Run(
                With(9)
                    .Eligible("Person 0", Security)
                    .Workloads("Robot")
                    .Assigned("Robot", Security)
                    .User("Off", user => user with { IsEnabled = false })
                    .Assigned("Off", Security)
            )
                .Said.Single()
                .Observed,
            Is.EqualTo("11 holders")
        );

    [Test]
    public void Leaves_out_emergency_accounts_and_deleted_people() =>
        Assert.That(
            Run(
                With(10)
                    .Users("Glass")
                    .Emergency("Glass")
                    .Assigned("Glass", Security)
                    .Deleted("Gone", TimeSpan.FromDays(2))
                    .Eligible("Gone", Security)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void The_same_role_at_two_scopes_is_two_counts() =>
        Assert.That(
            Run(With(10).Users("Ines Falk").Eligible("Ines Falk", Security, scope: Unit)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Looks_at_listed_roles_alone()
    {
        var tenant = With(11).Users("Ines Falk").Eligible("Ines Falk", "Teams Administrator");
        var teams = A.Role("Teams Administrator").ToString("D");

        Assert.That(
            Audit.With<TooManyHolders>(tenant, ("roles", teams), ("max", "0")).Subjects,
            Is.EqualTo(new[] { "Teams Administrator" })
        );
    }

    [TestCase(10, RuleOutcome.NotEvaluated)]
    [TestCase(11, RuleOutcome.Fail)]
    public void Hidden_holders_matter_only_up_to_the_limit(int holders, RuleOutcome outcome) =>
        Assert.That(
            Run(
                With(holders).Groups(Group).Eligible(Group, Security).Lose(SnapshotParts.GroupMembers, A.Id(Group))
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_hidden_group_on_another_role_does_not_matter() =>
        Assert.That(
            Run(
                With(10)
                    .Groups(Group)
                    .Eligible(Group, "Teams Administrator")
                    .Lose(SnapshotParts.GroupMembers, A.Id(Group))
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_where_nobody_holds_a_listed_role() =>
        Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Not_evaluated_without_the_eligible_assignments() =>
        Assert.That(
            Run(With(11).Lose(SnapshotParts.EligibleAssignments)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot With(int holders) =>
        Enumerable
            .Range(0, holders)
            .Select(number => $"Person {number}")
            .Aggregate(
                A.Tenant.Groups("RAG - All").Eligible("RAG - All", Security),
                (tenant, name) => tenant.Users(name).Member("RAG - All", name)
            );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<TooManyHolders>(tenant);
}
