using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ForeignPrincipalTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Agents = "RAG - Agents";

    private static readonly Guid Partner = A.Id("Partner tenant");

    [Test]
    public void Reports_a_principal_of_another_tenant()
    {
        var run = Run(OfPartner(A.Tenant.Unresolved("Partner agents").Assigned("Partner agents", Exchange)));
        var id = A.Id("Partner agents");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            $"{id:D}",
                            $"principalOrganizationId {Partner:D}; reaches Exchange Administrator",
                            "a principal of this tenant"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ($"{id:D}", Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"unresolved:{id:D}" }));
        }
    }

    [Test]
    public void Reports_a_group_of_another_tenant_that_the_directory_shows() =>
        Assert.That(
            Run(OfPartner(A.Tenant.Groups(Agents).Assigned(Agents, "Reports Reader"))).Subjects,
            Is.EqualTo(new[] { Agents })
        );

    [Test]
    public void Reports_a_principal_that_nobody_knows() =>
        Assert.That(
            Run(A.Tenant.Unresolved("Phantom").Eligible("Phantom", "Reports Reader"))
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(new[] { "neither in the directory nor among its deleted items; reaches Reports Reader" })
        );

    [Test]
    public void Reports_an_eligible_member_that_nobody_knows() =>
        Assert.That(
            Run(
                A.Tenant.Groups(Agents)
                    .Assigned(Agents, Exchange)
                    .Unresolved("Phantom")
                    .EligibleMember(Agents, "Phantom")
            )
                .Findings.Single()
                .Fix.Command,
            Is.EqualTo(
                $"New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{{ action = 'adminRemove'; accessId = 'member'; groupId = '{A.Id(Agents):D}'; principalId = '{A.Id("Phantom"):D}' }}"
            )
        );

    [Test]
    public void One_finding_whatever_the_principal_reaches() =>
        Assert.That(
            Run(A.Tenant.Unresolved("Phantom").Eligible("Phantom", "Reports Reader").Assigned("Phantom", Exchange))
                .Findings.Select(finding => finding.Related.Length),
            Is.EqualTo(new[] { 2 })
        );

    /// <summary>What is among the deleted items is another rule's, and that rule is silent about the rest.</summary>
    [Test]
    public void Shares_phantoms_with_the_rule_about_dead_holders_and_reports_none_twice()
    {
        var tenant = A
            .Tenant.Deleted("Gone", TimeSpan.FromDays(3))
            .Eligible("Gone", Exchange)
            .Unresolved("Phantom")
            .Eligible("Phantom", Exchange);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Run(tenant).Subjects, Is.EqualTo(new[] { $"{A.Id("Phantom"):D}" }));
            Assert.That(Audit.With<DeadHolder>(tenant).Subjects, Is.EqualTo(new[] { "Gone" }));
        }
    }

    [Test]
    public void Silent_about_principals_of_this_tenant() =>
        Assert.That(
            Run(A.Tenant.Users("Ines Falk").Assigned("Ines Falk", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_organisation_that_was_not_told_is_not_another_one() =>
        Assert.That(
            Run(Of(A.Tenant.Users("Ines Falk").Assigned("Ines Falk", Exchange), null)).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(Run(OfPartner(A.Tenant.EmergencyAccounts("Glass"))).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_on_a_principal_that_was_not_looked_up() =>
        Assert.That(
            Run(A.Tenant.Eligible("Phantom", Exchange).Gap(SnapshotParts.DeletedItems, "Phantom")).Blind.Distinct(),
            Is.EqualTo(new[] { $"{A.Id("Phantom"):D}" })
        );

    [Test]
    public void Not_evaluated_where_nothing_told_which_tenant_this_is() =>
        Assert.That(
            Run(A.Tenant.Users("Ines Falk").Assigned("Ines Falk", Exchange).Refuse(SnapshotParts.Organization)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Judges_a_tenant_without_PIM_by_its_role_assignments() =>
        Assert.That(
            Run(OfPartner(A.Tenant.Unresolved("Phantom").AssignedUnlisted("Phantom", Exchange)).Unlicensed()).Subjects,
            Is.EqualTo(new[] { $"{A.Id("Phantom"):D}" })
        );

    private static TenantSnapshot OfPartner(TenantSnapshot tenant) => Of(tenant, Partner);

    private static TenantSnapshot Of(TenantSnapshot tenant, Guid? organisation) =>
        tenant with
        {
            RoleAssignments =
            [
                .. tenant.RoleAssignments.Select(row => row with { PrincipalOrganizationId = organisation }),
            ],
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<ForeignPrincipal>(tenant);
}
