using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

/// <summary>The checks that need no rule.</summary>
public sealed class EmergencyTableTests
{
    private const string Crew = "RAG - Glass";
    private const string Global = "Global Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Glass").Groups(Crew);

    [TestCase("glass@contoso.example", "found by name; the object id would be safer")]
    [TestCase(null, "found by object id")]
    public void An_account_that_is_found_is_told_how(string? name, string value) =>
        Assert.That(Checks(Tenant, name)[0], Is.EqualTo(new EmergencyCheck("Account exists", RuleOutcome.Pass, value)));

    [TestCase(true, RuleOutcome.Pass)]
    [TestCase(false, RuleOutcome.Fail)]
    [TestCase(null, RuleOutcome.NotEvaluated)]
    public void An_account_is_enabled_or_not_or_nobody_read_it(bool? isEnabled, RuleOutcome outcome) =>
        Assert.That(
            Checks(A.Tenant.User("Glass", user => user with { IsEnabled = isEnabled }))[1].Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void The_role_is_held_directly_through_a_group_or_not_for_good() =>
        Assert.That(
            new[]
            {
                Tenant.Assigned("Glass", Global),
                Tenant.Assigned(Crew, Global).Member(Crew, "Glass"),
                Tenant.Assigned("Glass", Global, ends: TimeSpan.FromDays(9)),
                Tenant.AssignedUnlisted("Glass", Global),
            }
                .Select(tenant => Checks(tenant)[2])
                .Select(check => (check.Outcome, check.Value)),
            Is.EqualTo([
                (RuleOutcome.Pass, "assigned directly"),
                (RuleOutcome.Pass, $"through {Crew}"),
                (RuleOutcome.Fail, "not assigned that way"),
                (RuleOutcome.NotEvaluated, "PIM does not tell how Glass holds Global Administrator, and until when."),
            ])
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    public void Without_a_list_of_who_is_active_nobody_can_say_how_the_role_is_held(SnapshotParts part) =>
        Assert.That(
            Checks(Tenant.Assigned("Glass", Global).Refuse(part))[2].Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    [Test]
    public void Without_the_licence_every_assignment_stands_for_good() =>
        Assert.That(
            Checks(Tenant.AssignedUnlisted("Glass", Global).Unlicensed())[2],
            Is.EqualTo(
                new EmergencyCheck(
                    "Global Administrator without activation or end",
                    RuleOutcome.Pass,
                    "assigned directly"
                )
            )
        );

    private static IReadOnlyList<EmergencyCheck> Checks(TenantSnapshot tenant, string? entry = null) =>
        Audit
            .Judge(tenant, AuditConfiguration.Empty with { EmergencyAccounts = [entry ?? A.Id("Glass").ToString("D")] })
            .EmergencyAccounts.Single()
            .Checks;
}
