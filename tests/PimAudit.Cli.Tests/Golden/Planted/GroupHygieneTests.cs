using NUnit.Framework;
using PimAudit.Model;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM310, PIM312, PIM315 and PIM316 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GroupHygieneTests
{
    private const string Reserve = "RAG - Reserve";

    [Test]
    public Task An_ordinary_group_must_not_be_named_as_a_role_assignable_one() =>
        Gives(
            tenant => tenant.Group("RAG - Site Team").AddMember("Luca Moretti", "RAG - Site Team"),
            "PIM310 Medium: RAG - Site Team"
        );

    [TestCase("rag - Site Team")]
    [TestCase("RAG - ")]
    [TestCase("RAG Site Team")]
    [TestCase("Site Team RAG - ")]
    public Task It_may_have_a_name_that_only_looks_alike(string name) => StaysSilent(tenant => tenant.Group(name));

    /// <summary>The convention is configured once.</summary>
    [Test]
    public Task The_convention_of_pim309_holds_for_both_rules() =>
        Gives(
            Configured("PIM309: { pattern: '^RAG' }").With(tenant => tenant.Group("RAG Site Team")),
            "PIM310 Medium: RAG Site Team"
        );

    [Test]
    public async Task A_convention_without_a_beginning_cannot_be_looked_for()
    {
        var audited = await Configured("PIM309: { pattern: '(RAG|PIM) - ' }").AuditAsync();
        var rule = audited.Rule("PIM310");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (rule.Outcome, rule.Reason),
                Is.EqualTo((RuleOutcome.NotEvaluated, MissingReason.Configuration))
            );
            Assert.That(audited.FindingsOfRules, Is.EqualTo(new[] { "PIM901" }));
            Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
        }
    }

    [Test]
    public Task A_group_with_a_role_and_nobody_in_it_is_idle() =>
        Gives(
            tenant => tenant.Group(Reserve, roleAssignable: true).Assign(Reserve, "Teams Administrator"),
            "PIM312 Low: RAG - Reserve"
        );

    [Test]
    public Task So_is_one_that_is_eligible_for_its_role() =>
        Gives(
            tenant =>
                tenant
                    .Group(Reserve, roleAssignable: true)
                    .MakeEligible(Reserve, "Teams Administrator", end: Now.AddDays(90)),
            "PIM312 Low: RAG - Reserve"
        );

    [Test]
    public Task A_group_without_a_role_and_without_people_is_only_empty() =>
        StaysSilent(tenant => tenant.Group(Reserve, roleAssignable: true));

    [Test]
    public Task People_without_a_role_are_reported_where_it_is_asked_for() =>
        Gives(Configured("PIM312: { reportUnused: true }"), $"PIM312 Low: {ProtectedOperators}");

    [Test]
    public Task A_role_assignable_group_must_be_a_security_group() =>
        Gives(tenant => tenant.MakeMicrosoft365(SharePointAdmins), "PIM315 Low: RAG - SharePoint Admins");

    [Test]
    public Task An_ordinary_group_may_be_of_any_type() => StaysSilent(tenant => tenant.MakeMicrosoft365(ProjectFerry));

    /// <summary>Fabrikam has eleven.</summary>
    [Test]
    public Task Eleven_of_thirteen_groups_are_near_the_limit() =>
        Gives(Configured("PIM316: { limit: 13 }"), "PIM316 Low: Fabrikam");

    [Test]
    public Task Eleven_of_fourteen_groups_are_not() => Gives(Configured("PIM316: { limit: 14 }"));

    private static Sample Configured(string rule) =>
        Sample.Fabrikam with
        {
            Configuration = $"{Sample.Fabrikam.Configuration}rules:\n  {rule}\n",
        };
}
