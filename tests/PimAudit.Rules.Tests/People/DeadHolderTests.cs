using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class DeadHolderTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Exchange Admins";

    [Test]
    public void Reports_a_disabled_person_who_is_eligible()
    {
        var run = Run(Disabled().Eligible("Ines Falk", Exchange));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        ("Ines Falk", "disabled; reaches Exchange Administrator", "no assignment and no eligibility"),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
        }
    }

    [Test]
    public void Merges_all_that_one_person_holds() =>
        Assert.That(
            Run(
                Disabled()
                    .Groups(Group)
                    .Assigned("Ines Falk", Exchange)
                    .Assigned(Group, "Helpdesk Administrator")
                    .Member(Group, "Ines Falk")
            )
                .Findings.Select(finding => finding.Related.Length),
            Is.EqualTo(new[] { 2 })
        );

    [Test]
    public void Silent_about_enabled_people() =>
        Assert.That(
            Run(A.Tenant.Users("Ines Falk").Assigned("Ines Falk", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Reports_a_disabled_workload() =>
        Assert.That(
            Run(
                A.Tenant.Workload("hr-sync", workload => workload with { IsEnabled = false })
                    .Assigned("hr-sync", Exchange)
            ).Subjects,
            Is.EqualTo(new[] { "hr-sync" })
        );

    [TestCase(24 * 60, RuleOutcome.Pass)]
    [TestCase(24 * 60 + 1, RuleOutcome.Fail)]
    public void Gives_a_deleted_person_a_day(int minutes, RuleOutcome outcome) =>
        Assert.That(
            Run(A.Tenant.Deleted("Ines Falk", TimeSpan.FromMinutes(minutes)).Eligible("Ines Falk", Exchange)).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Takes_the_hours_from_the_profile() =>
        Assert.That(
            Audit
                .With<DeadHolder>(
                    A.Tenant.Deleted("Ines Falk", TimeSpan.FromHours(3)).Eligible("Ines Falk", Exchange),
                    ("phantomHours", "2")
                )
                .Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Reports_a_deleted_group_that_is_still_assigned()
    {
        var tenant = A.Tenant.Assigned(Group, Exchange) with
        {
            DeletedObjects = [new(A.Id(Group), ObjectKind.Group, Group, A.TakenAt.AddDays(-3))],
        };

        Assert.That(
            Run(tenant).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        Group,
                        "deleted on 2026-09-28; reaches Exchange Administrator",
                        "no assignment and no eligibility"
                    ),
                }
            )
        );
    }

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(
            Run(Disabled().Emergency("Ines Falk").Assigned("Ines Falk", "Global Administrator")).Findings,
            Is.Empty
        );

    [Test]
    public void Takes_the_person_out_of_groups_by_id() =>
        Assert.That(
            Run(Disabled().Groups(Group).Eligible(Group, Exchange).Member(Group, "Ines Falk"))
                .Findings.Single()
                .Fix.Command,
            Is.EqualTo(
                $"Remove-MgGroupMemberByRef -GroupId '{A.Id(Group):D}' -DirectoryObjectId '{A.Id("Ines Falk"):D}'"
            )
        );

    [Test]
    public void Blind_when_it_was_not_told_whether_the_account_is_enabled() =>
        Assert.That(
            Run(
                A.Tenant.User("Ines Falk", user => user with { IsEnabled = null }).Assigned("Ines Falk", Exchange)
            ).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_a_principal_that_was_not_read() =>
        Assert.That(
            Run(A.Tenant.Assigned("Ines Falk", Exchange).Gap(SnapshotParts.Principals, "Ines Falk")).Blind,
            Is.EqualTo(new[] { $"{A.Id("Ines Falk"):D}" })
        );

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(Disabled().AssignedUnlisted("Ines Falk", Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    private static TenantSnapshot Disabled() => A.Tenant.User("Ines Falk", user => user with { IsEnabled = false });

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<DeadHolder>(tenant);
}
