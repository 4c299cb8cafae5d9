using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class GroupNameOffConventionTests
{
    private const string Exchange = "Exchange Administrator";

    [TestCase("Mail Admins")]
    [TestCase("RAG- Mail")]
    [TestCase("rag - Mail")]
    [TestCase("RAG - ")]
    [TestCase("RAG -  Mail")]
    [TestCase("The RAG - Mail")]
    public void Reports_another_name(string name) =>
        Assert.That(
            Audit.With<GroupNameOffConvention>(Named(name)).Said,
            Is.EqualTo(new[] { (name, name, @"a name that matches ^RAG - \S.*$") })
        );

    [TestCase("RAG - M")]
    [TestCase("RAG - Mail Admins")]
    public void Passes_a_name_by_the_convention(string name) =>
        Assert.That(Audit.With<GroupNameOffConvention>(Named(name)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Weighs_little_and_tells_who_it_is_by_the_group_alone()
    {
        var run = Audit.With<GroupNameOffConvention>(Named("Mail"));

        Assert.That(
            (run.Severities, run.Identity),
            Is.EqualTo((new[] { ("Mail", Severity.Low) }, new[] { $"group:{A.Id("Mail"):D}" }))
        );
    }

    [Test]
    public void Asks_for_the_pattern_of_the_configuration() =>
        Assert.That(
            Audit.With<GroupNameOffConvention>(Named("PIM Mail"), ("pattern", "^PIM ")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_look_at_groups_that_are_not_role_assignable() =>
        Assert.That(
            Audit
                .With<GroupNameOffConvention>(
                    A.Tenant.Group("Mail", group => group with { IsRoleAssignable = false }).Eligible("Mail", Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Does_not_look_at_groups_that_lead_to_no_role() =>
        Assert.That(
            Audit.With<GroupNameOffConvention>(A.Tenant.Groups("Mail")).Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );

    [Test]
    public void Is_blind_where_the_name_was_not_read() =>
        Assert.That(
            Audit
                .With<GroupNameOffConvention>(
                    A.Tenant.Group("Mail", group => group with { DisplayName = null }).Eligible("Mail", Exchange)
                )
                .Blind,
            Is.EqualTo(new[] { A.Id("Mail").ToString("D") })
        );

    [Test]
    public void Is_blind_where_another_name_may_belong_to_a_role_assignable_group() =>
        Assert.That(
            Audit
                .With<GroupNameOffConvention>(
                    A.Tenant.Group("Mail", group => group with { IsRoleAssignable = null }).Eligible("Mail", Exchange)
                )
                .Blind,
            Is.EqualTo(new[] { "Mail" })
        );

    [Test]
    public void Passes_a_good_name_whatever_kind_of_group_it_is() =>
        Assert.That(
            Audit
                .With<GroupNameOffConvention>(
                    A.Tenant.Group("RAG - Mail", group => group with { IsRoleAssignable = null })
                        .Eligible("RAG - Mail", Exchange)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_other_groups_may_hide_among_the_members() =>
        Assert.That(
            Audit.With<GroupNameOffConvention>(Named("RAG - Mail").Gap(SnapshotParts.GroupMembers, "RAG - Mail")).Blind,
            Is.EqualTo(new[] { "RAG - Mail" })
        );

    [Test]
    public void Judges_a_tenant_without_the_licence() =>
        Assert.That(
            Audit
                .With<GroupNameOffConvention>(A.Tenant.Groups("Mail").AssignedUnlisted("Mail", Exchange).Unlicensed())
                .Subjects,
            Is.EqualTo(new[] { "Mail" })
        );

    private static TenantSnapshot Named(string name) => A.Tenant.Groups(name).Eligible(name, Exchange);
}
