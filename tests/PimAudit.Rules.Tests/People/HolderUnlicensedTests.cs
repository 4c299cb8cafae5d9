using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class HolderUnlicensedTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Governance = "e866a266-3cff-43a3-acca-0c90a7e00c8b";
    private const string P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    private const string P1 = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

    [TestCase(P2, true, RuleOutcome.Pass)]
    [TestCase(Governance, true, RuleOutcome.Pass)]
    [TestCase(P2, false, RuleOutcome.Fail)]
    [TestCase(P1, true, RuleOutcome.Fail)]
    public void Asks_for_an_enabled_plan_that_includes_PIM(string plan, bool isEnabled, RuleOutcome outcome) =>
        Assert.That(Run(With(new AssignedPlan(Guid.Parse(plan), isEnabled))).Outcome, Is.EqualTo(outcome));

    [Test]
    public void Reports_a_person_without_any_licence()
    {
        var run = Run(With());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { ("Ines Falk", Severity.Low) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id("Ines Falk"):D}" }));
        }
    }

    [Test]
    public void Reports_one_person_once_whatever_he_is_eligible_for() =>
        Assert.That(
            Run(With().Eligible("Ines Falk", "Global Reader")).Findings.Select(finding => finding.Related.Length),
            Is.EqualTo(new[] { 2 })
        );

    [Test]
    public void Looks_at_eligible_members_and_owners_of_groups() =>
        Assert.That(
            Run(
                A.Tenant.User("Ines Falk", Unlicensed)
                    .User("Mira Solberg", Unlicensed)
                    .Groups("RAG - Exchange")
                    .Assigned("RAG - Exchange", Exchange)
                    .EligibleMember("RAG - Exchange", "Ines Falk")
                    .EligibleOwner("RAG - Exchange", "Mira Solberg")
            ).Subjects,
            Is.EquivalentTo(new[] { "Ines Falk", "Mira Solberg" })
        );

    [Test]
    public void Does_not_look_at_standing_holders() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", Unlicensed).Assigned("Ines Falk", Exchange)).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_emergency_accounts() =>
        Assert.That(Run(With().Emergency("Ines Falk")).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    [Test]
    public void Silent_where_seats_alone_are_counted() =>
        Assert.That(
            Audit.With<HolderUnlicensed>(With(), ("perUser", "false")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Blind_when_the_licences_were_not_told() =>
        Assert.That(
            Run(A.Tenant.User("Ines Falk", user => user with { Plans = null }).Eligible("Ines Falk", Exchange)).Blind,
            Is.EqualTo(new[] { "Ines Falk" })
        );

    [Test]
    public void Blind_on_an_eligible_owner_of_whom_nothing_was_read() =>
        Assert.That(
            Run(
                A.Tenant.Users("Ines Falk")
                    .Groups("RAG - Exchange")
                    .Assigned("RAG - Exchange", Exchange)
                    .EligibleMember("RAG - Exchange", "Ines Falk")
                    .EligibleOwner("RAG - Exchange", "Mira Solberg")
                    .Gap(SnapshotParts.Principals, "Mira Solberg")
            ).Blind,
            Is.EqualTo(new[] { A.Id("Mira Solberg").ToString("D") })
        );

    /// <summary>Whatever he is, he activates no ownership.</summary>
    [Test]
    public void Does_not_mind_a_standing_owner_of_whom_nothing_was_read()
    {
        var tenant = A
            .Tenant.Users("Ines Falk")
            .Groups("RAG - Exchange")
            .Assigned("RAG - Exchange", Exchange)
            .EligibleMember("RAG - Exchange", "Ines Falk")
            .Owner("RAG - Exchange", "Mira Solberg")
            .Gap(SnapshotParts.Principals, "Mira Solberg");

        Assert.That(Run(tenant with { Memberships = [] }).Outcome, Is.EqualTo(RuleOutcome.Pass));
    }

    private static TenantSnapshot With(params AssignedPlan[] plans) =>
        A.Tenant.User("Ines Falk", user => user with { Plans = [.. plans] }).Eligible("Ines Falk", Exchange);

    private static User Unlicensed(User user) => user with { Plans = [] };

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<HolderUnlicensed>(tenant);
}
