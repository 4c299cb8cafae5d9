using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM206, PIM208 and PIM209 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ApprovalTests
{
    private const string Role = "Exchange Administrator";
    private const string RoleAdministrator = "Privileged Role Administrator";

    /// <summary>Only emergency accounts stand in the two highest roles; everybody else there waits for an approval himself.</summary>
    [Test]
    public Task Nobody_named_and_nobody_who_could_is_a_role_that_never_opens() =>
        Gives(tenant => tenant.RoleSettings(Role, Approved()), "PIM206 High: Exchange Administrator");

    [Test]
    public Task Nobody_named_leaves_it_to_those_who_stand_in_the_highest_roles() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Approved()).Assign("Mei Tanaka", RoleAdministrator),
            "PIM101 Critical: Mei Tanaka | Privileged Role Administrator | /",
            "PIM105 Medium: Mei Tanaka | Privileged Role Administrator | /",
            "PIM206 Medium: Exchange Administrator",
            "PIM221 Low: Mei Tanaka | Privileged Role Administrator | /"
        );

    [Test]
    public Task Nobody_named_leaves_it_to_those_who_need_no_approval_themselves() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Approved()).RoleSettings(RoleAdministrator, Good),
            "PIM203 High: Privileged Role Administrator",
            "PIM206 Medium: Exchange Administrator"
        );

    [Test]
    public Task Nobody_named_for_a_group() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Approved()),
            "PIM206 High: RAG - Helpdesk Admins | member"
        );

    [Test]
    public Task A_disabled_approver_never_answers() =>
        Gives(
            tenant => tenant.RoleSettings(Role, Approved("Helena Costa", "David Mensah", Leaver)),
            "PIM208 High: Exchange Administrator | Walter Brandt"
        );

    [Test]
    public Task A_deleted_approver_never_answers() =>
        Gives(
            tenant =>
                tenant
                    .User("Hugo Brand")
                    .RoleSettings(Role, Approved("Helena Costa", "David Mensah", "Hugo Brand"))
                    .Delete("Hugo Brand", Now.AddDays(-3)),
            "PIM208 High: Exchange Administrator | Hugo Brand"
        );

    [Test]
    public Task A_guest_must_not_approve() =>
        Gives(
            tenant =>
                tenant
                    .User("Guest Consultant", guest: true)
                    .RoleSettings(Role, Approved("Helena Costa", "David Mensah", "Guest Consultant")),
            "PIM208 High: Exchange Administrator | Guest Consultant"
        );

    [Test]
    public Task A_disabled_backup_approver_never_answers() =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    Role,
                    Approved("Helena Costa", "David Mensah") with
                    {
                        BackupApprovers = [Leaver],
                        ApproverShape = ApproverShape.Observed,
                    }
                ),
            "PIM208 High: Exchange Administrator | Walter Brandt"
        );

    [Test]
    public Task An_empty_group_approves_nothing() =>
        Gives(
            tenant =>
                tenant
                    .RemoveMember("Helena Costa", Approvers)
                    .RemoveMember("David Mensah", Approvers)
                    .RemoveMember("Amara Okafor", Approvers),
            "PIM208 High: Global Administrator | RAG - Privileged Access Approvers"
        );

    [Test]
    public Task A_group_whose_members_are_only_eligible_approves_nothing() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Sleeping Approvers", roleAssignable: true)
                    .GroupEligible("Helena Costa", "RAG - Sleeping Approvers", end: Now.AddDays(90))
                    .RoleSettings(Role, Approved("David Mensah", "Helena Costa", "RAG - Sleeping Approvers")),
            "PIM208 High: Exchange Administrator | RAG - Sleeping Approvers"
        );

    /// <summary>The approval of a just-in-time group is the group's, on its member side.</summary>
    [Test]
    public Task A_disabled_approver_of_a_group_never_answers() =>
        Gives(
            tenant =>
                tenant.GroupSettings(Helpdesk, GroupSide.Member, Approved("Helena Costa", "David Mensah", Leaver)),
            "PIM208 High: RAG - Helpdesk Admins | Walter Brandt | member"
        );

    [Test]
    public Task Whoever_is_the_only_approver_cannot_activate() =>
        Gives(
            tenant => tenant.RoleSettings(RoleAdministrator, Approved("Priya Nair")),
            "PIM209 High: Privileged Role Administrator"
        );

    [Test]
    public Task An_approver_who_cannot_answer_does_not_break_the_deadlock() =>
        Gives(
            tenant => tenant.RoleSettings(RoleAdministrator, Approved("Priya Nair", Leaver)),
            "PIM208 High: Privileged Role Administrator | Walter Brandt",
            "PIM209 High: Privileged Role Administrator"
        );

    [Test]
    public Task A_group_of_one_is_one_approver() =>
        Gives(
            tenant => tenant.RemoveMember("Helena Costa", Approvers).RemoveMember("David Mensah", Approvers),
            "PIM209 High: Global Administrator"
        );

    [Test]
    public Task The_only_approver_of_a_group_cannot_activate_his_membership() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Approved("Noor Rahman")),
            "PIM209 High: RAG - Helpdesk Admins | member"
        );

    /// <summary>Whoever the manager is, it is somebody else.</summary>
    [Test]
    public Task The_manager_breaks_a_deadlock() =>
        StaysSilent(tenant =>
            tenant.RoleSettings(RoleAdministrator, Approved("Priya Nair") with { ManagerApproves = true })
        );

    /// <summary>He breaks it, and yet is no second approver.</summary>
    [Test]
    public Task A_backup_approver_breaks_a_deadlock() =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    RoleAdministrator,
                    Approved("Priya Nair") with
                    {
                        BackupApprovers = ["David Mensah"],
                        ApproverShape = ApproverShape.Observed,
                    }
                ),
            "PIM207 Medium: Privileged Role Administrator"
        );

    [Test]
    public Task Approvers_are_found_in_nested_groups() =>
        StaysSilent(tenant =>
            tenant
                .Group("Approvers Outer")
                .Group("Approvers Inner")
                .Body("Approvers Outer", body => body["isManagementRestricted"] = true)
                .AddMember("Approvers Inner", "Approvers Outer")
                .AddMembers("Approvers Inner", "Helena Costa", "Priya Nair")
                .RoleSettings(RoleAdministrator, Approved("Approvers Outer"))
        );

    [Test]
    public Task A_group_of_guests_approves_nothing() =>
        Gives(
            tenant =>
                tenant
                    .User("Guest Consultant", guest: true)
                    .Group("Consultants")
                    .AddMember("Guest Consultant", "Consultants")
                    .RoleSettings(Role, Approved("Helena Costa", "David Mensah", "Consultants")),
            "PIM208 High: Exchange Administrator | Consultants"
        );
}
