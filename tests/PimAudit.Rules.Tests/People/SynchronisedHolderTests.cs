using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class SynchronisedHolderTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    [Test]
    public void Reports_a_synchronised_person_on_a_privileged_path()
    {
        var run = Run(Synchronised(true).Eligible("Ines Falk", Exchange));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Ines Falk",
                            "onPremisesSyncEnabled is true; reaches Exchange Administrator",
                            "a cloud-only account for privileged roles"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
            Assert.That(
                run.Findings.Single().Evidence,
                Is.EqualTo(
                    new Evidence[]
                    {
                        new(SnapshotParts.Principals, A.Id("Ines Falk").ToString("D")),
                        new(SnapshotParts.EligibleAssignments, RolesOf.RowId("re", "Ines Falk", Exchange)),
                    }
                )
            );
        }
    }

    [Test]
    public void Reports_a_person_once_whatever_he_reaches_and_however() =>
        Assert.That(
            Run(
                Synchronised(true)
                    .Groups(Group)
                    .Assigned("Ines Falk", "Global Reader")
                    .Assigned(Group, Exchange)
                    .EligibleMember(Group, "Ines Falk")
            )
                .Findings.Select(finding => finding.Related.Length),
            Is.EqualTo(new[] { 2 })
        );

    [TestCase(false, RuleOutcome.Pass)]
    [TestCase(true, RuleOutcome.Fail)]
    public void Goes_by_the_flag(bool isSynchronised, RuleOutcome outcome) =>
        Assert.That(Run(Synchronised(isSynchronised).Assigned("Ines Falk", Exchange)).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Looks_at_privileged_roles_alone() =>
        Assert.That(
            Run(Synchronised(true).Assigned("Ines Falk", "Reports Reader")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Tells_people_of_one_name_apart_by_id() =>
        Assert.That(
            Run(
                Synchronised(true)
                    .User("The other", user => user with { DisplayName = "Ines Falk" })
                    .Assigned("Ines Falk", Exchange)
                    .Assigned("The other", Exchange)
            )
                .Findings.Select(finding => finding.Subject.Id),
            Is.EqualTo(new[] { A.Id("Ines Falk").ToString("D") })
        );

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(
            Run(Synchronised(true).Emergency("Ines Falk").Assigned("Ines Falk", "Global Administrator")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Leaves_deleted_people_to_another_rule() =>
        Assert.That(
            Run(A.Tenant.Deleted("Gone", TimeSpan.FromDays(2)).Eligible("Gone", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_when_it_was_not_told() =>
        Assert.That(Run(Synchronised(null).Eligible("Ines Falk", Exchange)).Blind, Is.EqualTo(new[] { "Ines Falk" }));

    [Test]
    public void Blind_on_a_group_whose_people_may_be_hidden_before_a_privileged_role() =>
        Assert.That(
            Run(A.Tenant.Groups(Group).Assigned(Group, Exchange).Gap(SnapshotParts.GroupMembers, Group)).Blind,
            Is.EqualTo(new[] { Group })
        );

    [Test]
    public void Not_blind_on_a_group_before_an_ordinary_role() =>
        Assert.That(
            Run(
                Synchronised(false)
                    .Groups(Group)
                    .Assigned("Ines Falk", Exchange)
                    .Assigned(Group, "Reports Reader")
                    .Gap(SnapshotParts.GroupMembers, Group)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_on_a_person_who_was_not_read() =>
        Assert.That(
            Run(
                Synchronised(true)
                    .Groups(Group)
                    .Assigned(Group, Exchange)
                    .Member(Group, "Ines Falk")
                    .Lose(SnapshotParts.Principals, A.Id("Ines Falk"))
            ).Blind,
            Is.EqualTo(new[] { $"{A.Id("Ines Falk"):D}" })
        );

    [Test]
    public void Not_evaluated_without_the_people() =>
        Assert.That(
            Run(Synchronised(true).Eligible("Ines Falk", Exchange).Lose(SnapshotParts.Principals)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(Synchronised(true).AssignedUnlisted("Ines Falk", Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    private static TenantSnapshot Synchronised(bool? isSynchronised) =>
        A.Tenant.User("Ines Falk", user => user with { IsSynchronised = isSynchronised });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<SynchronisedHolder>(tenant);
}
