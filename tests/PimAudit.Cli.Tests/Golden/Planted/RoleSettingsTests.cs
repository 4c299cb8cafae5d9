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
            "PIM201 High: RAG - Helpdesk Admins | member"
        );

    /// <summary>An owner can make himself a member, and a fresh group asks owners for no MFA.</summary>
    [Test]
    public Task The_owner_side_counts_as_soon_as_somebody_is_eligible_as_owner() =>
        Gives(
            tenant => tenant.GroupEligible("Luca Moretti", Helpdesk, GroupSide.Owner, end: Now.AddDays(90)),
            "PIM201 High: RAG - Helpdesk Admins | owner"
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
            "PIM202 Medium: RAG - Security Readers | member"
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
            "PIM203 High: RAG - Bundle | member",
            "PIM305 Medium: Global Administrator | /",
            "PIM307 Medium: RAG - Bundle | Global Administrator"
        );

    [Test]
    public Task So_do_its_owners() =>
        Gives(
            tenant =>
                tenant
                    .With(Bundle)
                    .GroupSettings("RAG - Bundle", GroupSide.Member, Approved("Helena Costa", "David Mensah"))
                    .GroupSettings("RAG - Bundle", GroupSide.Owner, Good)
                    .GroupEligible("Luca Moretti", "RAG - Bundle", GroupSide.Owner, end: Now.AddDays(90)),
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
            "PIM204 Medium: RAG - Helpdesk Admins | member"
        );

    [Test]
    public Task A_day_is_twenty_four_hours() =>
        Gives(
            tenant => tenant.RoleSettings("Exchange Administrator", Good with { Activation = TimeSpan.FromDays(1) }),
            "PIM204 Medium: Exchange Administrator"
        );

    /// <summary>A second group that leads to Global Administrator, reviewed each quarter.</summary>
    private static TenantBuilder Bundle(TenantBuilder tenant) =>
        tenant
            .Group("RAG - Bundle", roleAssignable: true)
            .GroupEligible("Mei Tanaka", "RAG - Bundle", end: Now.AddDays(90))
            .Assign("RAG - Bundle", "Global Administrator")
            .Assign("RAG - Bundle", "Reports Reader")
            .AccessReview("Quarterly: bundle", Reviews.OfGroup("RAG - Bundle"));
}
