using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class ApproverCannotApproveTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public void Silent_on_an_enabled_member_of_the_tenant() =>
        Assert.That(
            Audit.With<ApproverCannotApprove>(Tenant(User("Hanna Weld")).Users("Hanna Weld")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Names_the_settings_and_the_disabled_approver()
    {
        var run = Audit.With<ApproverCannotApprove>(
            Tenant(User("Hanna Weld")).User("Hanna Weld", user => user with { IsEnabled = false })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.High) }));
            Assert.That(
                run.Findings.Single().Title,
                Is.EqualTo("Hanna Weld is named to approve Exchange Administrator but is disabled")
            );
            Assert.That(
                run.Identity,
                Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}", $"user:{A.Id("Hanna Weld"):D}" })
            );
        }
    }

    [Test]
    public void Reports_a_deleted_approver() =>
        Assert.That(
            Observed(Tenant(User("Hanna Weld")).Deleted("Hanna Weld", TimeSpan.FromHours(1))),
            Is.EqualTo(new[] { "the approver was deleted on 2026-10-01" })
        );

    [Test]
    public void Reports_an_approver_whom_the_directory_does_not_know() =>
        Assert.That(
            Observed(Tenant(User("Hanna Weld")).Unresolved("Hanna Weld")),
            Is.EqualTo(new[] { "the approver is not in the directory any more" })
        );

    [TestCase("true", RuleOutcome.Fail)]
    [TestCase("false", RuleOutcome.Pass)]
    public void Reports_a_guest_unless_guests_may(string forbidGuests, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<ApproverCannotApprove>(
                    Tenant(User("Hanna Weld")).User("Hanna Weld", user => user with { UserType = "Guest" }),
                    ("forbidGuests", forbidGuests)
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    [Test]
    public void Reports_an_empty_group() =>
        Assert.That(
            Observed(Tenant(Group("Approvers")).Groups("Approvers")),
            Is.EqualTo(new[] { "the approver is an empty group" })
        );

    [Test]
    public void Reports_a_group_whose_members_are_only_eligible_even_while_one_is_at_work() =>
        Assert.That(
            Observed(
                Tenant(Group("Approvers"))
                    .Users("Hanna Weld")
                    .Groups("Approvers")
                    .EligibleMember("Approvers", "Hanna Weld")
                    .ActivatedMember("Approvers", "Hanna Weld")
            ),
            Is.EqualTo(new[] { "the approver is a group whose members are only eligible" })
        );

    [Test]
    public void Reports_a_group_whose_only_member_is_disabled() =>
        Assert.That(
            Observed(
                Tenant(Group("Approvers"))
                    .User("Hanna Weld", user => user with { IsEnabled = false })
                    .Groups("Approvers")
                    .Member("Approvers", "Hanna Weld")
            ),
            Is.EqualTo(new[] { "the approver is a group in which nobody is left who could approve" })
        );

    [Test]
    public void Finds_the_living_member_of_a_nested_group() =>
        Assert.That(
            Observed(
                Tenant(Group("Approvers"))
                    .Users("Hanna Weld")
                    .Groups("Approvers", "Inner")
                    .Member("Approvers", "Inner")
                    .Member("Inner", "Approvers")
                    .Member("Inner", "Hanna Weld")
            ),
            Is.Empty
        );

    [Test]
    public void Looks_at_backup_approvers_too() =>
        Assert.That(
            Observed(
                Tenant(User("Hanna Weld") with { IsBackup = true })
                    .User("Hanna Weld", user => user with { IsEnabled = false })
            ),
            Is.EqualTo(new[] { "the backup approver is disabled" })
        );

    [Test]
    public void Does_not_look_at_approvers_who_stay_listed_while_no_approval_is_required() =>
        Assert.That(
            Observed(
                Tenant(User("Hanna Weld"), required: false).User("Hanna Weld", user => user with { IsEnabled = false })
            ),
            Is.Empty
        );

    [Test]
    public void Blind_on_an_approver_who_was_not_read() =>
        Assert.That(
            Audit.With<ApproverCannotApprove>(Tenant(User("Hanna Weld"))).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_on_a_group_whose_members_were_not_read() =>
        Assert.That(
            Audit
                .With<ApproverCannotApprove>(
                    Tenant(Group("Approvers")).Groups("Approvers").Gap(SnapshotParts.GroupMembers, "Approvers")
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Counts_the_requesters_manager_as_somebody() =>
        Assert.That(
            Audit
                .With<ApproverCannotApprove>(
                    Tenant(new Approver(ApproverKind.RequestorManager, Id: null, "Manager", IsBackup: false))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    private static IEnumerable<string> Observed(TenantSnapshot tenant) =>
        Audit.With<ApproverCannotApprove>(tenant).Findings.Select(finding => finding.Observed);

    private static Approver User(string name) => new(ApproverKind.User, A.Id(name), name, IsBackup: false);

    private static Approver Group(string name) => new(ApproverKind.Group, A.Id(name), name, IsBackup: false);

    private static TenantSnapshot Tenant(Approver approver, bool required = true) =>
        A
            .Tenant.HighestRolesSettled()
            .Users("Approver", "Ines Falk")
            .Eligible("Ines Falk", Exchange)
            .Settings(Exchange, settings => settings with { ApprovalRequired = required, Approvers = [approver] });
}
