using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class MixedApproachOnRoleTests
{
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Unit = "/administrativeUnits/0f0e0d0c-0b0a-4908-8706-050403020100";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ines Falk", "Omar Said")
        .Groups("RAG - One", "RAG - Two", "RAG - Three")
        .Member("RAG - One", "Ines Falk")
        .EligibleMember("RAG - Two", "Omar Said");

    private static readonly TenantSnapshot Both = Tenant
        .Eligible("RAG - One", Helpdesk)
        .Assigned("RAG - Two", Helpdesk);

    [Test]
    public void Names_the_role_and_both_groups() =>
        Assert.That(
            Audit.With<MixedApproachOnRole>(Both).Said,
            Is.EqualTo(
                new[]
                {
                    (
                        Helpdesk,
                        "Approach 1 through RAG - One; Approach 2 through RAG - Two",
                        "one approach for one role"
                    ),
                }
            )
        );

    [Test]
    public void Tells_who_it_is_by_role_and_scope() =>
        Assert.That(
            Audit.With<MixedApproachOnRole>(Both).Identity,
            Is.EquivalentTo(new[] { $"role:{A.Role(Helpdesk):D}", "scope:/" })
        );

    [Test]
    public void Takes_a_role_at_two_scopes_for_two_roles() =>
        Assert.That(
            Audit
                .With<MixedApproachOnRole>(
                    Tenant.Eligible("RAG - One", Helpdesk).Assigned("RAG - Two", Helpdesk, scope: Unit)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Leaves_a_role_with_a_mixed_group_to_another_rule() =>
        Assert.That(
            Audit
                .With<MixedApproachOnRole>(
                    Both.EligibleMember("RAG - Three", "Ines Falk").Eligible("RAG - Three", Helpdesk)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_count_standing_groups_people_and_empty_groups() =>
        Assert.That(
            Audit
                .With<MixedApproachOnRole>(
                    Tenant
                        .Assigned("RAG - Two", Helpdesk)
                        .Eligible("Ines Falk", Helpdesk)
                        .Assigned("RAG - One", Helpdesk)
                        .Eligible("RAG - Three", Helpdesk)
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_blind_where_the_approach_of_one_group_is_unknown()
    {
        var run = Audit.With<MixedApproachOnRole>(Both.Gap(SnapshotParts.GroupEligibilities, "RAG - One"));

        Assert.That((run.Outcome, run.Blind), Is.EqualTo((RuleOutcome.NotEvaluated, new[] { Helpdesk })));
    }

    [Test]
    public void Passes_a_role_with_one_group_whatever_its_approach() =>
        Assert.That(
            Audit
                .With<MixedApproachOnRole>(
                    Tenant.Eligible("RAG - One", Helpdesk).Gap(SnapshotParts.GroupEligibilities, "RAG - One")
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Is_not_evaluated_without_the_group_eligibilities() =>
        Assert.That(
            Audit.With<MixedApproachOnRole>(Both.Refuse(SnapshotParts.GroupEligibilities)).Outcome,
            Is.EqualTo(RuleOutcome.NotEvaluated)
        );
}
