using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ApproverDeadlockTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Reports_a_person_who_is_the_only_approver_of_himself()
    {
        var run = Audit.With<ApproverDeadlock>(Tenant("Ines Falk"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.High) }));
            Assert.That(
                run.Findings.Single().Observed,
                Is.EqualTo("Ines Falk is eligible and the only one who can approve")
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}" }));
        }
    }

    [Test]
    public void Silent_when_somebody_else_approves() =>
        Assert.That(Audit.With<ApproverDeadlock>(Tenant("Mira Solberg")).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Silent_when_a_second_person_approves() =>
        Assert.That(
            Audit.With<ApproverDeadlock>(Tenant("Ines Falk", "Mira Solberg")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_count_a_second_approver_who_cannot_approve() =>
        Assert.That(
            Audit
                .With<ApproverDeadlock>(
                    Tenant("Ines Falk", "Dario Venn").User("Dario Venn", user => user with { IsEnabled = false })
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Leaves_approvers_of_whom_none_can_approve_to_the_other_rule() =>
        Assert.That(
            Audit
                .With<ApproverDeadlock>(
                    Tenant("Dario Venn").User("Dario Venn", user => user with { IsEnabled = false })
                )
                .Findings,
            Is.Empty
        );

    [Test]
    public void Finds_the_person_in_the_approver_group() =>
        Assert.That(
            Audit
                .With<ApproverDeadlock>(
                    Tenant("Ines Falk")
                        .Groups("Approvers")
                        .Member("Approvers", "Ines Falk")
                        .EligibleMember("Approvers", "Mira Solberg")
                        .Approved("Approvers")
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Does_not_count_an_emergency_account_as_eligible_person() =>
        Assert.That(Audit.With<ApproverDeadlock>(Tenant("Ines Falk").Emergency("Ines Falk")).Findings, Is.Empty);

    [Test]
    public void Blind_where_a_second_approver_was_not_read() =>
        Assert.That(Audit.With<ApproverDeadlock>(Tenant("Ines Falk", "Unread")).Blind, Is.EqualTo(new[] { Exchange }));

    [Test]
    public void Leaves_settings_without_named_approvers_to_the_other_rule() =>
        Assert.That(Audit.With<ApproverDeadlock>(Tenant()).Findings, Is.Empty);

    private static TenantSnapshot Tenant(params string[] approvers) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Approver", "Ines Falk", "Mira Solberg")
            .Eligible("Ines Falk", Exchange)
            .Settings(
                Exchange,
                settings =>
                    settings with
                    {
                        Approvers =
                        [
                            .. approvers.Select(name => new Approver(
                                ApproverKind.User,
                                A.Id(name),
                                name,
                                IsBackup: false
                            )),
                        ],
                    }
            );
}

file static class ApprovedBy
{
    /// <summary>The last settings name this group alone.</summary>
    public static TenantSnapshot Approved(this TenantSnapshot tenant, string group) =>
        tenant with
        {
            RoleSettings = tenant.RoleSettings.SetItem(
                tenant.RoleSettings.Length - 1,
                tenant.RoleSettings[^1] with
                {
                    Approvers = [new(ApproverKind.Group, A.Id(group), group, IsBackup: false)],
                }
            ),
        };
}
