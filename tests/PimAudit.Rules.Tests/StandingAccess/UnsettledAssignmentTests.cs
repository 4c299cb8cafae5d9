using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

/// <summary>
/// A role assignment that only the directory lists is read again. Where that fails it may be gone, and PIM may list it by now:
/// nobody can say that PIM does not know it, and nobody can say that it does not stand.
/// </summary>
[TestFixture(typeof(PermanentActiveAssignment), "Nadia Haddad")]
[TestFixture(typeof(LongStandingAssignment), "Nadia Haddad")]
[TestFixture(typeof(RoleAssignedToUser), "Nadia Haddad")]
[TestFixture(typeof(AssignedOutsidePim), "Nadia Haddad")]
[TestFixture(typeof(StandingWorkloadIdentity), "hr-sync")]
public sealed class UnsettledAssignmentTests<TRule>(string principal)
    where TRule : IRule, new()
{
    private const string Global = "Global Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Nadia Haddad").Workloads("hr-sync");

    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.RoleAssignments)]
    public void Is_blind_on_a_row_that_could_not_be_read_again(SnapshotParts part)
    {
        var run = Audit.With<TRule>(Tenant.AssignedUnlisted(principal, Global).Gap(part, principal));

        Assert.That((run.Outcome, run.Findings.Length), Is.EqualTo((RuleOutcome.NotEvaluated, 0)));
    }

    [Test]
    public void Is_not_blind_on_a_row_that_was_read_twice_or_that_PIM_lists() =>
        Assert.That(
            new[]
            {
                Audit.With<TRule>(Tenant.AssignedUnlisted(principal, Global)).Outcome,
                Audit
                    .With<TRule>(Tenant.Activated(principal, Global).Gap(SnapshotParts.ActiveAssignments, principal))
                    .Outcome,
            },
            Has.None.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Does_not_mind_roles_of_services() =>
        Assert.That(
            Audit
                .With<TRule>(
                    Tenant
                        .AssignedUnlisted(principal, "Directory Synchronization Accounts")
                        .Gap(SnapshotParts.ActiveAssignments, principal)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );
}
