using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM304 to PIM306 by one mixture each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ApproachTests
{
    /// <summary>People activate their membership and then the role; the review of the group asks about them.</summary>
    [Test]
    public Task A_just_in_time_group_that_is_eligible_for_a_role() =>
        Gives(
            tenant =>
                tenant
                    .MakeEligible(Helpdesk, "Intune Administrator", end: Now.AddDays(90))
                    .RoleSettings("Intune Administrator", Good),
            "PIM304 High: RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_group_of_approach_one_with_an_eligible_member() =>
        Gives(
            tenant =>
                tenant
                    .GroupEligible("Noor Rahman", SharePointAdmins, end: Now.AddDays(90))
                    .GroupSettings(SharePointAdmins, GroupSide.Member, Good),
            "PIM304 High: RAG - SharePoint Admins"
        );

    /// <summary>A review of a role does not list the eligible members of a group.</summary>
    [Test]
    public Task A_group_of_approach_one_whose_eligible_member_no_review_lists() =>
        Gives(
            tenant =>
                tenant
                    .GroupEligible("Noor Rahman", ExchangeAdmins, end: Now.AddDays(90))
                    .GroupSettings(ExchangeAdmins, GroupSide.Member, Good),
            "PIM304 High: RAG - Exchange Admins",
            "PIM501 High: Exchange Administrator | /"
        );

    /// <summary>An activation is the trace of an eligibility, be it gone meanwhile.</summary>
    [Test]
    public Task A_group_of_approach_one_with_an_activated_member() =>
        Gives(
            tenant =>
                tenant
                    .GroupEligible("Noor Rahman", SharePointAdmins, end: Now.AddDays(90))
                    .GroupActivate("Noor Rahman", SharePointAdmins, end: Now.AddHours(2))
                    .RemoveGroupEligible("Noor Rahman", SharePointAdmins),
            "PIM304 High: RAG - SharePoint Admins"
        );

    [Test]
    public Task A_standing_group_that_is_eligible_for_another_role() =>
        Gives(
            tenant =>
                tenant
                    .MakeEligible(ReportReaders, "Message Center Reader", end: Now.AddDays(90))
                    .RoleSettings("Message Center Reader", Good)
                    .AccessReview("Quarterly: message centre", Reviews.OfRole("Message Center Reader")),
            "PIM304 High: RAG - Report Readers"
        );

    [Test]
    public Task A_standing_group_that_is_eligible_for_the_same_role() =>
        Gives(
            tenant =>
                tenant
                    .MakeEligible(ReportReaders, "Reports Reader", end: Now.AddDays(90))
                    .RoleSettings("Reports Reader", Good)
                    .AccessReview("Quarterly: reports", Reviews.OfRole("Reports Reader")),
            "PIM107 Low: Grace Holloway | Reports Reader | /",
            "PIM107 Low: Tomasz Kowalski | Reports Reader | /",
            "PIM221 Low: RAG - Report Readers | Reports Reader | /",
            "PIM304 High: RAG - Report Readers"
        );

    [Test]
    public Task One_role_through_groups_of_either_approach() =>
        Gives(
            tenant => tenant.With(PasswordTeam).MakeEligible("RAG - Passwords", "Password Administrator", end: Later),
            "PIM305 Medium: Password Administrator | /"
        );

    [Test]
    public Task The_same_role_at_another_scope_is_another_grant() =>
        StaysSilent(tenant =>
            tenant.With(PasswordTeam).MakeEligible("RAG - Passwords", "Password Administrator", Office, end: Later)
        );

    /// <summary>One group that mixes says it already.</summary>
    [Test]
    public Task A_mixed_group_speaks_for_its_role() =>
        Gives(
            tenant =>
                tenant
                    .RoleSettings("Password Administrator", Good)
                    .MakeEligible(Helpdesk, "Password Administrator", end: Later),
            "PIM107 Low: Kofi Asante | Password Administrator | /",
            "PIM304 High: RAG - Helpdesk Admins"
        );

    /// <summary>Direct assignments are neither approach.</summary>
    [Test]
    public Task An_eligible_person_beside_a_group_does_not_mix() =>
        Gives(
            tenant =>
                tenant
                    .MakeEligible("Luca Moretti", "Password Administrator", end: Later)
                    .RoleSettings("Password Administrator", Good)
                    .AccessReview("Quarterly: passwords", Reviews.OfRole("Password Administrator")),
            "PIM105 Medium: Luca Moretti | Password Administrator | /"
        );

    [TestCase("Compliance Administrator")]
    [TestCase("Compliance Data Administrator")]
    [TestCase("Exchange Recipient Administrator")]
    [TestCase("Purview Workload Content Reader")]
    public Task A_role_that_must_work_at_once_behind_a_membership(string role) =>
        Gives(tenant => tenant.Assign(Helpdesk, role), $"PIM306 Medium: RAG - Helpdesk Admins | {role}");

    [Test]
    public Task Exchange_administration_behind_a_membership_beside_approach_one() =>
        Gives(
            tenant => tenant.Assign(Helpdesk, "Exchange Administrator"),
            "PIM305 Medium: Exchange Administrator | /",
            "PIM306 Medium: RAG - Helpdesk Admins | Exchange Administrator"
        );

    /// <summary>Owners do not count for the approach.</summary>
    [Test]
    public Task An_eligible_owner_does_not_mix() =>
        StaysSilent(tenant =>
            tenant
                .GroupSettings(SharePointAdmins, GroupSide.Owner, Good)
                .GroupEligible("Noor Rahman", SharePointAdmins, GroupSide.Owner, end: Later)
        );

    [Test]
    public Task A_standing_owner_is_no_standing_member() =>
        Gives(
            tenant => tenant.AddOwner("Luca Moretti", Helpdesk),
            "PIM311 Medium: RAG - Helpdesk Admins | Luca Moretti"
        );

    private static DateTimeOffset Later => Now.AddDays(90);

    private static TenantBuilder PasswordTeam(TenantBuilder tenant) =>
        tenant
            .Group("RAG - Passwords", roleAssignable: true)
            .AddMember("Luca Moretti", "RAG - Passwords")
            .RoleSettings("Password Administrator", Good)
            .AccessReview("Quarterly: passwords", Reviews.OfRole("Password Administrator"));
}
