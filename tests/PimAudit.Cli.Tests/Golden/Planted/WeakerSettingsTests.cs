using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM217 to PIM219 by one fault each, and what is none.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WeakerSettingsTests
{
    /// <summary>A fresh group asks owners for no MFA, and nobody says it twice.</summary>
    [Test]
    public Task Owner_settings_that_nobody_touched() =>
        Gives(
            tenant => tenant.With(Owner),
            "PIM213 Info: RAG - Helpdesk Admins | owner",
            "PIM217 High: RAG - Helpdesk Admins"
        );

    [Test]
    public Task Owner_settings_that_last_longer() =>
        Gives(
            tenant =>
                tenant
                    .With(Owner)
                    .GroupSettings(Helpdesk, GroupSide.Owner, Good with { Activation = TimeSpan.FromHours(9) }),
            "PIM217 Medium: RAG - Helpdesk Admins"
        );

    [Test]
    public Task Owner_settings_as_strict_as_the_member_settings() =>
        StaysSilent(tenant => tenant.With(Owner).GroupSettings(Helpdesk, GroupSide.Owner, Good));

    [Test]
    public Task Owner_settings_without_a_ticket() =>
        StaysSilent(tenant =>
            tenant
                .GroupSettings(SecurityReaders, GroupSide.Owner, Good)
                .GroupEligible("Luca Moretti", SecurityReaders, GroupSide.Owner, end: Now.AddDays(90))
        );

    [Test]
    public Task Weak_owner_settings_of_a_standing_owner() =>
        Gives(
            tenant => tenant.AddOwner("Luca Moretti", Helpdesk),
            "PIM311 Medium: RAG - Helpdesk Admins | Luca Moretti"
        );

    [Test]
    public Task A_role_that_asks_for_an_approval_which_its_group_does_not() =>
        Gives(
            tenant => tenant.RoleSettings("User Administrator", Approved("Helena Costa", "David Mensah")),
            "PIM218 High: RAG - Helpdesk Admins | User Administrator"
        );

    [Test]
    public Task A_role_that_is_shorter_than_its_group() =>
        Gives(
            tenant => tenant.RoleSettings("User Administrator", Good with { Activation = TimeSpan.FromHours(7) }),
            "PIM218 Medium: RAG - Helpdesk Admins | User Administrator"
        );

    [Test]
    public Task A_role_that_asks_for_a_ticket() =>
        StaysSilent(tenant => tenant.RoleSettings("User Administrator", Good with { Ticket = true }));

    [Test]
    public Task A_group_that_is_stricter_than_its_roles() =>
        StaysSilent(tenant =>
            tenant.GroupSettings(Helpdesk, GroupSide.Member, Approved("Helena Costa", "David Mensah"))
        );

    [Test]
    public Task Two_approvals_for_one_task() =>
        Gives(
            tenant => tenant.With(Mixed).GroupSettings(SharePointAdmins, GroupSide.Member, TwoApprovers),
            "PIM219 Info: RAG - SharePoint Admins | SharePoint Administrator",
            "PIM304 High: RAG - SharePoint Admins"
        );

    [Test]
    public Task Two_activations_and_one_approval() =>
        Gives(
            tenant => tenant.With(Mixed).GroupSettings(SharePointAdmins, GroupSide.Member, Good),
            "PIM304 High: RAG - SharePoint Admins"
        );

    private static PolicySettings TwoApprovers => Approved("Helena Costa", "David Mensah");

    private static TenantBuilder Owner(TenantBuilder tenant) =>
        tenant.GroupEligible("Luca Moretti", Helpdesk, GroupSide.Owner, end: Now.AddDays(90));

    private static TenantBuilder Mixed(TenantBuilder tenant) =>
        tenant
            .GroupEligible("Noor Rahman", SharePointAdmins, end: Now.AddDays(90))
            .RoleSettings("SharePoint Administrator", TwoApprovers);
}
