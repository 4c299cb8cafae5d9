using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TenantUnlicensedTests
{
    private const string Exchange = "Exchange Administrator";

    private static readonly Guid P2 = new("eec0eb4f-6444-4f95-aba0-50c24d67f998");

    [Test]
    public void High_without_a_subscription_that_includes_PIM()
    {
        var run = Run(A.Tenant with { Subscriptions = [] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Contoso", Severity.High) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"tenant:{A.Tenant.Tenant.Id:D}" }));
        }
    }

    [TestCase("Warning", "Microsoft Entra ID P2 or ID Governance only in a subscription in its grace period")]
    [TestCase("Suspended", "no enabled subscription with Microsoft Entra ID P2 or ID Governance")]
    public void High_when_the_subscription_is_not_enabled(string status, string observed) =>
        Assert.That(
            Run(Seats(10, status)).Findings.Select(finding => (finding.Severity, finding.Observed)),
            Is.EqualTo(new[] { (Severity.High, observed) })
        );

    [Test]
    public void Judges_a_tenant_without_PIM() =>
        Assert.That(
            Run((A.Tenant with { Subscriptions = [] }).Unlicensed()).Severities,
            Is.EqualTo(new[] { ("Contoso", Severity.High) })
        );

    [TestCase(3, RuleOutcome.Pass)]
    [TestCase(2, RuleOutcome.Fail)]
    public void Counts_eligible_and_time_bound_people_and_approvers_once_each(int seats, RuleOutcome outcome) =>
        Assert.That(
            Run(
                Seats(seats)
                    .HighestRolesSettled()
                    .Users("Approver", "Ines Falk", "Mira Solberg", "Dario Venn")
                    .Eligible("Ines Falk", Exchange)
                    .Eligible("Ines Falk", "Global Reader")
                    .Settings(Exchange)
                    .Settings("Global Reader")
                    .Assigned("Mira Solberg", Exchange, ends: TimeSpan.FromDays(3))
                    .Assigned("Dario Venn", Exchange)
            ).Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Medium_on_a_shortfall() =>
        Assert.That(
            Run(
                Seats(0)
                    .Users("Ines Falk")
                    .Eligible("Ines Falk", Exchange)
                    .Settings(Exchange, settings => settings with { ApprovalRequired = false })
            )
                .Findings.Select(finding => (finding.Severity, finding.Observed)),
            Is.EqualTo(new[] { (Severity.Medium, "0 seats for 1 person, eligible, time-bound or approvers") })
        );

    [Test]
    public void Adds_the_seats_of_all_enabled_subscriptions()
    {
        var tenant = Seats(1).HighestRolesSettled().Users("Approver", "Ines Falk").Eligible("Ines Falk", Exchange);

        Assert.That(
            Run(
                tenant.Settings(Exchange) with
                {
                    Subscriptions = [.. tenant.Subscriptions, new(A.Id("P2"), "AAD_PREMIUM_P2", "Enabled", 1, 0, [P2])],
                }
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );
    }

    [Test]
    public void Does_not_count_emergency_accounts() =>
        Assert.That(
            Run(
                Seats(0)
                    .Settings("Global Administrator", Plain)
                    .Settings("Privileged Role Administrator", Plain)
                    .EmergencyAccounts("Glass 1")
                    .Eligible("Glass 1", Exchange)
                    .Settings(Exchange, Plain)
            ).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_when_there_may_be_more_people() =>
        Assert.That(
            Run(
                Seats(5)
                    .HighestRolesSettled()
                    .Users("Approver")
                    .Groups("RAG - Exchange")
                    .Eligible("RAG - Exchange", Exchange)
                    .Settings(Exchange)
                    .Gap(SnapshotParts.GroupMembers, "RAG - Exchange")
            ).Blind,
            Is.EqualTo(new[] { "Contoso" })
        );

    [Test]
    public void Not_evaluated_when_the_subscriptions_were_refused() =>
        Assert.That(Run(A.Tenant.Refuse(SnapshotParts.Subscriptions)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    private static RoleSettings Plain(RoleSettings settings) => settings with { ApprovalRequired = false };

    private static TenantSnapshot Seats(int seats, string status = "Enabled") =>
        A.Tenant with
        {
            Subscriptions = [new(A.Id("E5"), "SPE_E5", status, seats, 0, [P2])],
        };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<TenantUnlicensed>(tenant);
}
