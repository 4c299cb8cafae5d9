using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class HolderWithMailboxTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Plan2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    private const string Office = "43de0ff5-c92c-492b-9116-175376d08c38";
    private const string Foundation = "113feb6c-3fe4-4440-bddc-54d774bf0318";
    private const string P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";

    [Test]
    public void Reports_the_plans_by_name()
    {
        var run = Run(With((P2, true), (Plan2, true), (Office, true)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Said,
                Is.EqualTo(
                    new[]
                    {
                        (
                            "Ines Falk",
                            "enabled plans: Exchange Online (Plan 2), Microsoft 365 Apps for enterprise; reaches Exchange Administrator",
                            "an account for administration alone, without mailbox and Office apps"
                        ),
                    }
                )
            );
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.Low) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
        }
    }

    [TestCase(Plan2, true, RuleOutcome.Fail)]
    [TestCase(Plan2, false, RuleOutcome.Pass)]
    [TestCase(Office, true, RuleOutcome.Fail)]
    [TestCase(Foundation, true, RuleOutcome.Pass)]
    [TestCase(P2, true, RuleOutcome.Pass)]
    public void Counts_enabled_plans_with_a_mailbox_or_the_apps(string plan, bool isEnabled, RuleOutcome outcome) =>
        Assert.That(Run(With((plan, isEnabled))).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Looks_at_privileged_roles_alone() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", Mailbox).Assigned("Ines Falk", "Reports Reader")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(Run(With((Plan2, true)).Emergency("Ines Falk")).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Blind_when_the_licences_were_not_told() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", user => user with { Plans = null }).Eligible("Ines Falk", Exchange)).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_a_person_who_was_not_read() =>
        Assert.That(
            Run(With((Plan2, true)).Lose(SnapshotParts.Principals, A.Id("Ines Falk"))).Blind,
            Is.EqualTo(new[] { $"{A.Id("Ines Falk"):D}" })
        );

    [Test]
    public void Not_evaluated_without_the_members_of_groups() =>
        Assert.That(
            Run(With((Plan2, true)).Lose(SnapshotParts.GroupMembers)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );

    private static TenantSnapshot With(params (string Plan, bool IsEnabled)[] plans) =>
        A
            .Tenant.User(
                "Ines Falk",
                user =>
                    user with
                    {
                        Plans = [.. plans.Select(plan => new AssignedPlan(Guid.Parse(plan.Plan), plan.IsEnabled))],
                    }
            )
            .Eligible("Ines Falk", Exchange);

    private static User Mailbox(User user) => user with { Plans = [new(Guid.Parse(Plan2), IsEnabled: true)] };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<HolderWithMailbox>(tenant);
}
