using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GlobalAdministratorCountTests
{
    private const string Global = "Global Administrator";
    private const string Group = "RAG - Global Admins";

    [TestCase(1, RuleOutcome.Fail)]
    [TestCase(2, RuleOutcome.Pass)]
    [TestCase(8, RuleOutcome.Pass)]
    [TestCase(9, RuleOutcome.Fail)]
    public void Asks_for_two_to_eight_people(int people, RuleOutcome outcome) =>
        Assert.That(Run(With(people)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Prints_the_count_and_its_definition()
    {
        var run = Run(With(1).Workloads("Robot").Assigned("Robot", Global));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Global,
                            "1 enabled person, and 1 workload not counted",
                            "2 to 8 people: distinct enabled users by object id who reach the role for the whole tenant by any path, eligible ones and those through groups included, emergency access accounts counted, workloads never counted"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Global, Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Global):D}", "scope:/" }));
            Assert.That(
                run.Findings.Single().Related.Select(one => (one.Object.Label, one.Relation)),
                Is.EqualTo(new[] { ("Person 0", "counted"), ("Robot", "workload, not counted") })
            );
        }
    }

    [Test]
    public void Nobody_at_all_is_too_few() => Assert.That(Run(A.Tenant).Outcome, Is.EqualTo(RuleOutcome.Fail));

    /// <summary>Three rows, two of them for one person, and two people of one name.</summary>
    [Test]
    public void Counts_people_by_object_id_and_neither_rows_nor_names() =>
        Assert.That(
            Run(
                A.Tenant.User("Ines Falk", user => user)
                    .User("Other Ines", user => user with { DisplayName = "Ines Falk" })
                    .Groups(Group)
                    .Assigned("Ines Falk", Global)
                    .Eligible(Group, Global)
                    .Member(Group, "Ines Falk")
                    .Eligible("Other Ines", Global)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void One_person_by_several_paths_is_one() =>
        Assert.That(
            Run(
                A.Tenant.Users("Ines Falk")
                    .Groups(Group)
                    .Assigned("Ines Falk", Global)
                    .Eligible(Group, Global)
                    .Member(Group, "Ines Falk")
                    .EligibleMember(Group, "Ines Falk")
            )
                .Said.Single()
                .Observed,
            Is.EqualTo("1 enabled person")
        );

    [Test]
    public void Neither_a_disabled_nor_a_deleted_person_counts() =>
        Assert.That(
            Run(
                With(1)
                    .User("Off", user => user with { IsEnabled = false })
                    .Deleted("Gone", TimeSpan.FromDays(3))
                    .Assigned("Off", Global)
                    .Assigned("Gone", Global)
            )
                .Said.Single()
                .Observed,
            Is.EqualTo("1 enabled person")
        );

    [Test]
    public void The_role_in_an_administrative_unit_does_not_count() =>
        Assert.That(
            Run(
                With(1).Users("Ines Falk").Eligible("Ines Falk", Global, scope: $"/administrativeUnits/{A.Id("U"):D}")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Fail)
        );

    [TestCase("true", RuleOutcome.Pass)]
    [TestCase("false", RuleOutcome.Fail)]
    public void Counts_emergency_accounts_when_asked_to(string count, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<GlobalAdministratorCount>(
                    A.Tenant.EmergencyAccounts("Glass 1", "Glass 2"),
                    ("countEmergency", count)
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(1, RuleOutcome.NotEvaluated)]
    [TestCase(2, RuleOutcome.Pass)]
    [TestCase(7, RuleOutcome.Pass)]
    [TestCase(8, RuleOutcome.NotEvaluated)]
    [TestCase(9, RuleOutcome.Fail)]
    public void One_person_of_unknown_state_matters_only_at_a_bound(int people, RuleOutcome outcome) =>
        Assert.That(
            Run(
                With(people).User("Perhaps", user => user with { IsEnabled = null }).Eligible("Perhaps", Global)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(0, RuleOutcome.Fail)]
    [TestCase(1, RuleOutcome.NotEvaluated)]
    public void Too_few_is_a_finding_when_the_unknown_cannot_make_up_for_it(int people, RuleOutcome outcome) =>
        Assert.That(
            Run(
                With(people).User("Perhaps", user => user with { IsEnabled = null }).Eligible("Perhaps", Global)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [TestCase(1, RuleOutcome.NotEvaluated)]
    [TestCase(5, RuleOutcome.NotEvaluated)]
    [TestCase(9, RuleOutcome.Fail)]
    public void Hidden_holders_can_only_add(int people, RuleOutcome outcome) =>
        Assert.That(
            Run(
                With(people).Groups(Group).Eligible(Group, Global).Lose(SnapshotParts.GroupMembers, A.Id(Group))
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_hidden_group_on_another_role_does_not_matter() =>
        Assert.That(
            Run(
                With(3)
                    .Groups(Group)
                    .Eligible(Group, "Exchange Administrator")
                    .Lose(SnapshotParts.GroupMembers, A.Id(Group))
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_unread_principal_may_be_a_person_or_a_group() =>
        Assert.That(Run(With(2).Lose(SnapshotParts.Principals, A.Id("Person 1"))).Blind, Is.EqualTo(new[] { Global }));

    [TestCase("true", RuleOutcome.Pass)]
    [TestCase("false", RuleOutcome.NotEvaluated)]
    public void An_emergency_account_that_was_not_looked_up_matters_when_they_are_left_out(
        string count,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Audit
                .Judge(
                    With(2),
                    PimAudit.Engine.AuditConfiguration.Empty with
                    {
                        EmergencyAccounts = ["glass@contoso.example"],
                        Rules = System.Collections.Immutable.ImmutableSortedDictionary<
                            string,
                            PimAudit.Engine.RuleChange
                        >.Empty.Add(
                            "PIM109",
                            PimAudit.Engine.RuleChange.None with
                            {
                                Parameters = PimAudit.Engine.RuleChange.None.Parameters.Add("countEmergency", [count]),
                            }
                        ),
                    },
                    new GlobalAdministratorCount()
                )
                .Rules.Single()
                .Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void A_tenant_without_pim_is_judged_by_its_role_assignments() =>
        Assert.That(
            Run(
                A.Tenant.Users("Ines Falk", "Mira Solberg")
                    .AssignedUnlisted("Ines Falk", Global)
                    .AssignedUnlisted("Mira Solberg", Global)
                    .Unlicensed()
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.EligibleAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Not_evaluated_without_a_list_of_holders(SnapshotParts part) =>
        Assert.That(Run(With(3).Lose(part)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static TenantSnapshot With(int people) =>
        Enumerable
            .Range(0, people)
            .Select(number => $"Person {number}")
            .Aggregate(A.Tenant, (tenant, name) => tenant.Users(name).Eligible(name, Global));

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<GlobalAdministratorCount>(tenant);
}
