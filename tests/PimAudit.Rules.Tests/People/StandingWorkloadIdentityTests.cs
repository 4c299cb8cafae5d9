using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class StandingWorkloadIdentityTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Message Center Reader";

    private static readonly TenantSnapshot Tenant = A.Tenant.Workloads("hr-sync");

    [TestCase("Global Administrator", Severity.High)]
    [TestCase(Exchange, Severity.High)]
    [TestCase(Reader, Severity.Low)]
    public void Weighs_by_the_role(string role, Severity severity) =>
        Assert.That(Run(Tenant.Assigned("hr-sync", role)).Severities, Is.EqualTo(new[] { ("hr-sync", severity) }));

    [Test]
    public void Names_role_and_scope()
    {
        var run = Run(Tenant.Assigned("hr-sync", Exchange));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", "scope:/", $"servicePrincipal:{A.Id("hr-sync"):D}" })
            );
            Assert.That(run.Findings.Single().Observed, Is.EqualTo("active, Assigned, no end date"));
        }
    }

    [Test]
    public void Weighs_little_for_applications_of_Microsoft_itself() =>
        Assert.That(
            Run(
                A.Tenant.Workload(
                        "Office 365",
                        workload => workload with { OwnerOrganizationId = new("f8cdef31-a31e-4b4a-93e4-5f571e91255a") }
                    )
                    .Assigned("Office 365", Exchange)
            ).Severities,
            Is.EqualTo(new[] { ("Office 365", Severity.Info) })
        );

    [TestCase(30 * 24 * 60, RuleOutcome.Pass)]
    [TestCase(30 * 24 * 60 + 1, RuleOutcome.Fail)]
    public void Measures_from_start_to_end(int minutes, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Tenant.Assigned(
                    "hr-sync",
                    Exchange,
                    ends: TimeSpan.FromMinutes(minutes) - TimeSpan.FromDays(10),
                    started: TimeSpan.FromDays(10)
                )
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Permanent_when_one_of_two_rows_is() =>
        Assert.That(
            Run(Tenant.Assigned("hr-sync", Exchange).Assigned("hr-sync", Exchange, TimeSpan.FromDays(60)))
                .Findings.Select(finding => (finding.Title, finding.Observed)),
            Is.EqualTo(new[] { ($"hr-sync holds {Exchange} permanently", "active, Assigned, no end date") })
        );

    [Test]
    public void Names_the_last_end_of_two() =>
        Assert.That(
            Run(
                Tenant
                    .Assigned("hr-sync", Exchange, TimeSpan.FromDays(90))
                    .Assigned("hr-sync", Exchange, TimeSpan.FromDays(60))
            )
                .Findings.Select(finding => (finding.Title, finding.Observed)),
            Is.EqualTo(new[] { ($"hr-sync holds {Exchange} for long", "active, Assigned, until 2026-12-30") })
        );

    [Test]
    public void Counts_each_role_alone()
    {
        var (ends, started) = (TimeSpan.FromDays(3), TimeSpan.FromDays(3));
        var counts = Run(
            Tenant.Assigned("hr-sync", Exchange, ends, started).Assigned("hr-sync", Reader, ends, started)
        ).Result.Counts;

        Assert.That((counts.Judged, counts.Findings), Is.EqualTo((2, 0)));
    }

    [Test]
    public void May_be_allowed_by_object_id() =>
        Assert.That(
            Audit
                .With<StandingWorkloadIdentity>(
                    Tenant.Assigned("hr-sync", Exchange),
                    ("allow", A.Id("hr-sync").ToString("D"))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_people_or_groups_or_roles_of_services() =>
        Assert.That(
            Run(
                Tenant
                    .Users("Ines Falk")
                    .Groups("RAG - Exchange")
                    .Assigned("Ines Falk", Exchange)
                    .Assigned("RAG - Exchange", Exchange)
                    .Member("RAG - Exchange", "hr-sync")
                    .Assigned("hr-sync", "Directory Synchronization Accounts")
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Silent_about_a_role_assignment_that_PIM_does_not_list() =>
        Assert.That(Run(Tenant.AssignedUnlisted("hr-sync", Exchange)).Findings, Is.Empty);

    [Test]
    public void Never_advises_to_make_it_eligible() =>
        Assert.That(
            string.Join(' ', Run(Tenant.Assigned("hr-sync", Exchange)).Findings.Single().Fix.Steps),
            Does.Not.Contain("eligible").IgnoreCase
        );

    [Test]
    public void Blind_on_a_principal_that_was_not_read() =>
        Assert.That(Run(A.Tenant.Assigned("Somebody", Exchange)).Blind, Is.EqualTo(new[] { $"{A.Id("Somebody"):D}" }));

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(Tenant.AssignedUnlisted("hr-sync", Exchange).Unlicensed()).Subjects,
            Is.EqualTo(new[] { "hr-sync" })
        );

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<StandingWorkloadIdentity>(tenant);
}
