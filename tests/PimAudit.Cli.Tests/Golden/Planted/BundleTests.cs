using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM220, PIM307, PIM313 and PIM314 by one fault each: what groups are activated for, and who approves it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BundleTests
{
    private const string Group = "RAG - Operations";
    private const string RoleAdministrator = "Privileged Role Administrator";
    private const string Committee = "Change Committee";

    /// <summary>The role is reached by Approach 1 besides.</summary>
    [Test]
    public Task A_highly_privileged_role_must_not_be_in_a_bundle() =>
        Gives(
            Bundle(RoleAdministrator, "Reports Reader"),
            "PIM218 Medium: RAG - Operations | Privileged Role Administrator",
            "PIM305 Medium: Privileged Role Administrator | /",
            "PIM307 Medium: RAG - Operations | Privileged Role Administrator"
        );

    [Test]
    public Task Other_roles_may() => StaysSilent(Bundle("Teams Administrator", "Reports Reader"));

    [Test]
    public Task A_bundle_of_one_is_none() => Gives(Bundle("Teams Administrator"), "PIM314 Info: RAG - Operations");

    [Test]
    public Task A_group_of_approach_1_may_have_one_role() =>
        StaysSilent(tenant =>
            tenant
                .Group(Group, roleAssignable: true)
                .AddMember("Mei Tanaka", Group)
                .MakeEligible(Group, "Teams Administrator", end: Now.AddDays(90))
                .RoleSettings("Teams Administrator", Good)
                .AccessReview("Quarterly: Teams", Reviews.OfGroup(Group))
        );

    [Test]
    public Task An_eligible_member_without_protection_is_one_reset_away_from_his_roles() =>
        Gives(WithNewcomer, "PIM313 Low: RAG - Helpdesk Admins");

    /// <summary>On this way only the settings of the group are asked.</summary>
    [Test]
    public Task The_approval_of_the_role_does_not_help_him() =>
        Gives(
            tenant =>
                WithNewcomer(tenant)
                    .RoleSettings(
                        ["Helpdesk Administrator", "Password Administrator", "User Administrator"],
                        Approved("Helena Costa", "David Mensah")
                    ),
            "PIM218 High: RAG - Helpdesk Admins | Helpdesk Administrator",
            "PIM218 High: RAG - Helpdesk Admins | Password Administrator",
            "PIM218 High: RAG - Helpdesk Admins | User Administrator",
            "PIM313 Low: RAG - Helpdesk Admins"
        );

    [Test]
    public Task The_approval_of_the_group_does() =>
        StaysSilent(tenant =>
            WithNewcomer(tenant).GroupSettings(Helpdesk, GroupSide.Member, Approved("Helena Costa", "David Mensah"))
        );

    [Test]
    public Task So_does_a_standing_membership_of_a_role_assignable_group() =>
        StaysSilent(tenant => WithNewcomer(tenant).AddMember("Hugo Brand", ProtectedOperators));

    [Test]
    public Task Nobody_can_reset_him_while_he_is_at_work() =>
        StaysSilent(tenant => WithNewcomer(tenant).GroupActivate("Hugo Brand", Helpdesk, Now.AddHours(2)));

    [Test]
    public Task A_bundle_without_privileged_roles_is_no_target() =>
        StaysSilent(tenant =>
            Bundle("Teams Administrator", "Reports Reader")(tenant)
                .User("Hugo Brand")
                .GroupEligible("Hugo Brand", Group, end: Now.AddDays(90))
                .GroupSettings(Group, GroupSide.Member, Good)
        );

    [Test]
    public Task An_ordinary_group_must_not_approve_a_highly_privileged_role() =>
        Gives(
            tenant => WithCommittee(tenant).RoleSettings(RoleAdministrator, Approved(Committee)),
            "PIM220 High: Change Committee"
        );

    [Test]
    public Task One_finding_of_a_group_that_approves_two_of_them() =>
        Gives(
            tenant =>
                WithCommittee(tenant)
                    .RoleSettings(RoleAdministrator, Approved(Committee))
                    .RoleSettings("Global Administrator", Approved(Committee) with { PermanentActive = true }),
            "PIM220 High: Change Committee"
        );

    [Test]
    public Task Nor_the_activation_of_a_group_that_carries_one() =>
        Gives(
            tenant =>
                Bundle(RoleAdministrator, "Reports Reader")(WithCommittee(tenant))
                    .GroupSettings(Group, GroupSide.Member, Approved(Committee)),
            "PIM218 Medium: RAG - Operations | Privileged Role Administrator",
            "PIM220 High: Change Committee",
            "PIM305 Medium: Privileged Role Administrator | /",
            "PIM307 Medium: RAG - Operations | Privileged Role Administrator"
        );

    [Test]
    public Task A_group_in_a_restricted_unit_may() =>
        StaysSilent(tenant =>
            WithCommittee(tenant)
                .Body(Committee, body => body["isManagementRestricted"] = true)
                .RoleSettings(RoleAdministrator, Approved(Committee))
        );

    [Test]
    public Task An_ordinary_group_may_approve_other_roles() =>
        StaysSilent(tenant => WithCommittee(tenant).RoleSettings("Exchange Administrator", Approved(Committee)));

    /// <summary>Mei Tanaka activates it, with approval; she stands in another role-assignable group.</summary>
    private static Func<TenantBuilder, TenantBuilder> Bundle(params string[] roles) =>
        tenant =>
            roles.Aggregate(
                tenant
                    .Group(Group, roleAssignable: true)
                    .GroupEligible("Mei Tanaka", Group, end: Now.AddDays(90))
                    .GroupSettings(Group, GroupSide.Member, Approved("Helena Costa", "David Mensah"))
                    .AccessReview("Quarterly: operations", Reviews.OfGroup(Group)),
                (so, role) => so.Assign(Group, role)
            );

    private static TenantBuilder WithNewcomer(TenantBuilder tenant) =>
        tenant.User("Hugo Brand").GroupEligible("Hugo Brand", Helpdesk, end: Now.AddDays(90));

    private static TenantBuilder WithCommittee(TenantBuilder tenant) =>
        tenant.Group(Committee).AddMembers(Committee, "Helena Costa", "David Mensah", "Jonas Lindqvist");
}
