using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM201 to PIM204 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RoleSettingsTests
{
    private static readonly TimeSpan TooLong = new(8, 1, 0);

    [Test]
    public Task A_role_without_mfa_can_be_activated_with_a_password() =>
        Gives(
            tenant => tenant.RoleSettings("Exchange Administrator", Good with { Mfa = false }),
            "PIM201 High: Exchange Administrator"
        );

    [Test]
    public Task A_just_in_time_group_without_mfa_gives_its_roles_for_a_password() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { Mfa = false }),
            "PIM201 High: RAG - Helpdesk Admins | member",
            "PIM218 High: RAG - Helpdesk Admins | Helpdesk Administrator",
            "PIM218 High: RAG - Helpdesk Admins | Password Administrator",
            "PIM218 High: RAG - Helpdesk Admins | User Administrator"
        );

    /// <summary>An owner can make himself a member. The roles of this group are not privileged, and ask for no MFA.</summary>
    [Test]
    public Task The_owner_side_counts_as_soon_as_somebody_is_eligible_as_owner() =>
        Gives(
            tenant =>
                tenant
                    .With(Reports)
                    .GroupSettings("RAG - Reports", GroupSide.Member, Good with { Mfa = false })
                    .GroupSettings("RAG - Reports", GroupSide.Owner, Good with { Mfa = false })
                    .GroupEligible("Luca Moretti", "RAG - Reports", GroupSide.Owner, end: Now.AddDays(90)),
            "PIM201 High: RAG - Reports | member",
            "PIM201 High: RAG - Reports | owner",
            "PIM314 Info: RAG - Reports"
        );

    /// <summary>Nobody may hold it today, somebody will tomorrow.</summary>
    [Test]
    public Task A_highly_privileged_role_is_judged_while_nobody_is_eligible() =>
        Gives(
            tenant =>
                tenant
                    .RemoveEligible(RoleAdmins, "Privileged Role Administrator")
                    .RoleSettings("Privileged Role Administrator", Good with { Mfa = false, Justification = false }),
            "PIM201 High: Privileged Role Administrator",
            "PIM202 Medium: Privileged Role Administrator",
            "PIM203 High: Privileged Role Administrator"
        );

    [Test]
    public Task A_role_without_a_justification_leaves_no_reason_behind() =>
        Gives(
            tenant => tenant.RoleSettings("SharePoint Administrator", Good with { Justification = false }),
            "PIM202 Medium: SharePoint Administrator"
        );

    [Test]
    public Task A_group_without_a_justification_leaves_no_reason_behind() =>
        Gives(
            tenant => tenant.GroupSettings(SecurityReaders, GroupSide.Member, Good with { Justification = false }),
            "PIM202 Medium: RAG - Security Readers | member",
            "PIM218 Medium: RAG - Security Readers | Global Reader",
            "PIM218 Medium: RAG - Security Readers | Security Reader"
        );

    [TestCase("Global Administrator")]
    [TestCase("Privileged Role Administrator")]
    public Task A_highly_privileged_role_needs_a_second_person(string role) =>
        Gives(tenant => tenant.RoleSettings(role, Good), $"PIM203 High: {role}");

    /// <summary>
    /// The role's own approval is never asked: whoever activates the membership has the role. The other group leads to the
    /// same role by Approach 1.
    /// </summary>
    [Test]
    public Task A_just_in_time_group_with_a_highly_privileged_role_needs_a_second_person_too() =>
        Gives(
            tenant => tenant.With(Bundle).GroupSettings("RAG - Bundle", GroupSide.Member, Good),
            "PIM108 Low: Mei Tanaka | Global Administrator | /",
            "PIM203 High: RAG - Bundle | member",
            "PIM218 High: RAG - Bundle | Global Administrator",
            "PIM305 Medium: Global Administrator | /",
            "PIM307 Medium: RAG - Bundle | Global Administrator"
        );

    [Test]
    public Task So_do_its_owners() =>
        Gives(
            tenant =>
                tenant
                    .With(Bundle)
                    .GroupSettings("RAG - Bundle", GroupSide.Member, FourHours)
                    .GroupSettings("RAG - Bundle", GroupSide.Owner, Good with { Activation = FourHours.Activation })
                    .GroupEligible("Luca Moretti", "RAG - Bundle", GroupSide.Owner, end: Now.AddDays(90)),
            "PIM108 Low: Mei Tanaka | Global Administrator | /",
            "PIM203 High: RAG - Bundle | owner",
            "PIM305 Medium: Global Administrator | /",
            "PIM307 Medium: RAG - Bundle | Global Administrator"
        );

    [TestCase("Exchange Administrator")]
    [TestCase("Authentication Administrator")]
    public Task Eight_hours_and_a_minute_are_too_long(string role) =>
        Gives(tenant => tenant.RoleSettings(role, Good with { Activation = TooLong }), $"PIM204 Medium: {role}");

    [Test]
    public Task Eight_hours_and_a_minute_are_too_long_for_a_group() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { Activation = TooLong }),
            "PIM204 Medium: RAG - Helpdesk Admins | member",
            "PIM218 Medium: RAG - Helpdesk Admins | Helpdesk Administrator",
            "PIM218 Medium: RAG - Helpdesk Admins | Password Administrator",
            "PIM218 Medium: RAG - Helpdesk Admins | User Administrator"
        );

    [Test]
    public Task A_day_is_twenty_four_hours() =>
        Gives(
            tenant => tenant.RoleSettings("Exchange Administrator", Good with { Activation = TimeSpan.FromDays(1) }),
            "PIM204 Medium: Exchange Administrator"
        );

    /// <summary>As Global Administrator asks.</summary>
    private static PolicySettings FourHours =>
        Approved("Helena Costa", "David Mensah") with
        {
            Activation = TimeSpan.FromHours(4),
        };

    /// <summary>A bundle whose role is not privileged, reviewed each quarter.</summary>
    private static TenantBuilder Reports(TenantBuilder tenant) =>
        tenant
            .Group("RAG - Reports", roleAssignable: true)
            .GroupEligible("Mei Tanaka", "RAG - Reports", end: Now.AddDays(90))
            .Assign("RAG - Reports", "Reports Reader")
            .AccessReview("Quarterly: reports", Reviews.OfGroup("RAG - Reports"));

    /// <summary>A second group that leads to Global Administrator, reviewed each quarter.</summary>
    private static TenantBuilder Bundle(TenantBuilder tenant) =>
        tenant
            .Group("RAG - Bundle", roleAssignable: true)
            .GroupEligible("Mei Tanaka", "RAG - Bundle", end: Now.AddDays(90))
            .Assign("RAG - Bundle", "Global Administrator")
            .Assign("RAG - Bundle", "Reports Reader")
            .AccessReview("Quarterly: bundle", Reviews.OfGroup("RAG - Bundle"));
}
