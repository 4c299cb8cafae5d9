using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class WorkloadIdentityTakeoverTests
{
    private const string Sync = "hr-sync";
    private const string Users = "User Administrator";
    private const string Group = "RAG - Operators";

    private static readonly Guid Key = A.Id("secret");
    private static readonly Guid AppObject = A.Id("application of hr-sync");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public void Reports_a_valid_secret_on_the_service_principal()
    {
        var run = Run(Workload([Secret(Minute)]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            Sync,
                            "client secret on the service principal, valid until 2026-10-01; reaches User Administrator",
                            "no client secret, and no owner who does not hold an equal role"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { (Sync, Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"servicePrincipal:{A.Id(Sync):D}" }));
            Assert.That(
                run.Findings.Single().Fix.Command,
                Is.EqualTo($"Remove-MgServicePrincipalPassword -ServicePrincipalId '{A.Id(Sync):D}' -KeyId '{Key:D}'")
            );
        }
    }

    [Test]
    public void Reports_a_valid_secret_on_the_application() =>
        Assert.That(
            Run(Workload([]).WithApplication([Secret(Minute)])).Findings.Select(finding => finding.Fix.Command),
            Is.EqualTo(new[] { $"Remove-MgApplicationPassword -ApplicationId '{AppObject:D}' -KeyId '{Key:D}'" })
        );

    [Test]
    public void A_secret_has_ended_at_its_end() =>
        Assert.That(Run(Workload([Secret(TimeSpan.Zero)])).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void A_secret_begins_at_its_start() =>
        Assert.That(
            new[] { TimeSpan.Zero, Minute }.Select(start => Run(Workload([Secret(Minute * 2, start)])).Outcome),
            Is.EqualTo(new[] { RuleOutcome.Fail, RuleOutcome.Pass })
        );

    [Test]
    public void A_certificate_is_no_deviation() =>
        Assert.That(
            Run(Workload([Secret(Minute) with { Kind = CredentialKind.Key }])).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_end_that_was_not_told_is_neither_never_nor_always() =>
        Assert.That(Run(Workload([Secret(Minute) with { EndsAt = null }])).Blind, Is.EqualTo(new[] { Sync }));

    [Test]
    public void A_start_that_was_not_told_leaves_an_ended_secret_ended() =>
        Assert.That(
            new[] { TimeSpan.Zero, Minute }.Select(end =>
                Run(Workload([Secret(end) with { StartsAt = null }])).Outcome
            ),
            Is.EqualTo(new[] { RuleOutcome.Pass, RuleOutcome.NotEvaluated })
        );

    [Test]
    public void A_certain_secret_is_reported_beside_an_unknown_one() =>
        Assert.That(
            Run(Workload([Secret(Minute), Secret(Minute) with { EndsAt = null }])).Subjects,
            Is.EqualTo(new[] { Sync })
        );

    [Test]
    public void Is_critical_on_a_highly_privileged_role() =>
        Assert.That(
            Run(Workload([Secret(Minute)]).Assigned(Sync, "Global Administrator")).Severities,
            Is.EqualTo(new[] { (Sync, Severity.Critical) })
        );

    [Test]
    public void Looks_at_privileged_roles_alone_and_through_groups_too() =>
        Assert.That(
            Run(
                A.Tenant.Workload("reader", one => one with { Credentials = [Secret(Minute)] })
                    .Workload("member", one => one with { Credentials = [Secret(Minute)] })
                    .Groups(Group)
                    .Assigned("reader", "Reports Reader")
                    .Assigned(Group, "Security Operator")
                    .Member(Group, "member")
            ).Subjects,
            Is.EqualTo(new[] { "member" })
        );

    [Test]
    public void Reports_owners_of_either_who_hold_no_equal_role()
    {
        var run = Run(
            Workload([])
                .WithApplication([])
                .Users("Ines Falk", "Mira Solberg")
                .Owned(A.Id(Sync), "Ines Falk")
                .OwnedApplication("Mira Solberg")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Findings.Select(finding => finding.Observed),
                Is.EqualTo(
                    new[]
                    {
                        "Ines Falk owns the service principal and holds no equal role; Mira Solberg owns the application and holds no equal role; reaches User Administrator",
                    }
                )
            );
            Assert.That(
                run.Findings.Single().Fix.Command!.Split('\n'),
                Is.EqualTo(
                    new[]
                    {
                        $"Remove-MgServicePrincipalOwnerDirectoryObjectByRef -ServicePrincipalId '{A.Id(Sync):D}' -DirectoryObjectId '{A.Id("Ines Falk"):D}'",
                        $"Remove-MgApplicationOwnerDirectoryObjectByRef -ApplicationId '{AppObject:D}' -DirectoryObjectId '{A.Id("Mira Solberg"):D}'",
                    }
                )
            );
        }
    }

    [TestCase("User Administrator", "/", RuleOutcome.Pass)]
    [TestCase("Global Administrator", "/", RuleOutcome.Pass)]
    [TestCase("Security Reader", "/", RuleOutcome.Fail)]
    [TestCase("User Administrator", "/administrativeUnits/11111111-1111-1111-1111-111111111111", RuleOutcome.Fail)]
    [TestCase("Global Administrator", "/administrativeUnits/11111111-1111-1111-1111-111111111111", RuleOutcome.Fail)]
    public void An_owner_needs_each_role_or_a_highest_one_in_the_whole_tenant(
        string role,
        string scope,
        RuleOutcome outcome
    ) =>
        Assert.That(
            Run(
                Workload([]).Users("Ines Falk").Owned(A.Id(Sync), "Ines Falk").Eligible("Ines Falk", role, scope: scope)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void An_owner_who_may_hold_the_role_through_a_hidden_group_is_not_blamed() =>
        Assert.That(
            Run(
                Workload([])
                    .Users("Ines Falk")
                    .Owned(A.Id(Sync), "Ines Falk")
                    .Groups(Group)
                    .Eligible(Group, Users)
                    .Gap(SnapshotParts.GroupMembers, Group)
            ).Blind,
            Is.EquivalentTo(new[] { Sync, Group })
        );

    [Test]
    public void A_workload_that_owns_itself_is_no_stranger() =>
        Assert.That(Run(Workload([]).Owned(A.Id(Sync), Sync)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Owners_of_a_managed_identity_can_add_no_secret() =>
        Assert.That(
            Run(
                A.Tenant.Workload(Sync, one => one with { Type = "ManagedIdentity", Credentials = [] })
                    .Assigned(Sync, Users)
                    .Users("Ines Falk")
                    .Owned(A.Id(Sync), "Ines Falk")
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void An_application_of_another_tenant_is_no_gap() =>
        Assert.That(
            Run(
                A.Tenant.Workload(Sync, one => one with { OwnerOrganizationId = A.Id("Elsewhere"), Credentials = [] })
                    .Assigned(Sync, Users)
                    .Refuse(SnapshotParts.Applications, SnapshotParts.ApplicationOwners)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_a_disabled_workload_to_another_rule() =>
        Assert.That(
            Run(
                A.Tenant.Workload(Sync, one => one with { IsEnabled = false, Credentials = [Secret(Minute)] })
                    .Assigned(Sync, Users)
            ).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [TestCase(SnapshotParts.Applications)]
    [TestCase(SnapshotParts.ServicePrincipalOwners)]
    public void Blind_where_something_about_the_workload_was_not_read(SnapshotParts part) =>
        Assert.That(
            new[] { Workload([]).Refuse(part), Workload([]).Gap(part, Sync) }.Select(tenant =>
                Run(tenant).Blind.Single()
            ),
            Is.EqualTo(new[] { Sync, Sync })
        );

    [Test]
    public void Blind_where_the_owners_of_the_application_were_not_read() =>
        Assert.That(
            Run(Workload([]).WithApplication([]).Gap(SnapshotParts.ApplicationOwners, AppObject)).Blind,
            Is.EqualTo(new[] { Sync })
        );

    [Test]
    public void Blind_where_the_client_id_was_not_told() =>
        Assert.That(
            Run(
                A.Tenant.Workload(Sync, one => one with { AppId = null, Credentials = [] }).Assigned(Sync, Users)
            ).Blind,
            Is.EqualTo(new[] { Sync })
        );

    [Test]
    public void Blind_where_credentials_were_not_read() =>
        Assert.That(
            new[] { Workload(null), Workload([]).WithApplication(null) }.Select(tenant => Run(tenant).Blind.Single()),
            Is.EqualTo(new[] { Sync, Sync })
        );

    [Test]
    public void A_secret_is_certain_whatever_was_not_read() =>
        Assert.That(
            Run(
                Workload([Secret(Minute)]).Refuse(SnapshotParts.Applications, SnapshotParts.ServicePrincipalOwners)
            ).Subjects,
            Is.EqualTo(new[] { Sync })
        );

    [Test]
    public void Not_evaluated_without_the_principals() =>
        Assert.That(
            Run(Workload([Secret(Minute)]).Lose(SnapshotParts.Principals)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static Credential Secret(TimeSpan ends, TimeSpan? starts = null) =>
        new(CredentialKind.Password, Key, A.TakenAt + (starts ?? TimeSpan.FromDays(-60)), A.TakenAt + ends);

    private static TenantSnapshot Workload(Credential[]? credentials) =>
        A
            .Tenant.Workload(Sync, one => one with { Credentials = credentials is null ? null : [.. credentials] })
            .Assigned(Sync, Users);

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<WorkloadIdentityTakeover>(tenant);
}

file static class Workloads
{
    private const string Sync = "hr-sync";

    /// <summary>The application behind the workload, with these credentials; null: not read.</summary>
    public static TenantSnapshot WithApplication(this TenantSnapshot tenant, Credential[]? credentials) =>
        tenant with
        {
            Applications =
            [
                new(
                    A.Id("application of hr-sync"),
                    A.Id("app " + Sync),
                    Sync,
                    credentials is null ? null : [.. credentials]
                ),
            ],
        };

    public static TenantSnapshot Owned(this TenantSnapshot tenant, Guid workload, string owner) =>
        tenant with
        {
            ServicePrincipalOwners = [.. tenant.ServicePrincipalOwners, new(workload, A.Id(owner), ObjectKind.User)],
        };

    public static TenantSnapshot OwnedApplication(this TenantSnapshot tenant, string owner) =>
        tenant with
        {
            ApplicationOwners = [new(A.Id("application of hr-sync"), A.Id(owner), ObjectKind.User)],
        };
}
