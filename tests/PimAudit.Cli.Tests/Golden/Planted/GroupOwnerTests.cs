using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM311 by one owner each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GroupOwnerTests
{
    [Test]
    public Task A_guest_must_not_own_a_role_assignable_group() =>
        Gives(
            tenant => tenant.User("Guest Consultant", guest: true).AddOwner("Guest Consultant", SharePointAdmins),
            "PIM311 High: RAG - SharePoint Admins | Guest Consultant"
        );

    [TestCase(BackupService)]
    [TestCase(Leaver)]
    public Task Nor_must_a_service_principal_or_a_disabled_account(string owner) =>
        Gives(tenant => tenant.AddOwner(owner, SharePointAdmins), $"PIM311 High: RAG - SharePoint Admins | {owner}");

    /// <summary>It is on no path, and role-assignable all the same.</summary>
    [Test]
    public Task Nor_of_a_group_without_a_role() =>
        Gives(
            tenant => tenant.AddOwner(Leaver, Approvers),
            "PIM311 High: RAG - Privileged Access Approvers | Walter Brandt"
        );

    [Test]
    public Task A_standing_owner_goes_around_the_activation_of_the_members() =>
        Gives(
            tenant => tenant.AddOwner("Luca Moretti", Helpdesk),
            "PIM311 Medium: RAG - Helpdesk Admins | Luca Moretti"
        );

    [Test]
    public Task Three_standing_owners_are_too_many() =>
        Gives(
            tenant =>
                tenant
                    .AddOwner("Luca Moretti", SharePointAdmins)
                    .AddOwner("Mei Tanaka", SharePointAdmins)
                    .AddOwner("Jonas Lindqvist", SharePointAdmins),
            "PIM311 Low: RAG - SharePoint Admins"
        );

    [Test]
    public Task Two_standing_owners_are_not() =>
        StaysSilent(tenant =>
            tenant.AddOwner("Luca Moretti", SharePointAdmins).AddOwner("Mei Tanaka", SharePointAdmins)
        );

    [Test]
    public Task An_owner_who_has_to_activate_stands_nowhere() =>
        StaysSilent(tenant =>
            tenant
                .GroupEligible("Luca Moretti", Helpdesk, GroupSide.Owner, end: Now.AddDays(90))
                .GroupSettings(Helpdesk, GroupSide.Owner, Good)
        );

    [Test]
    public Task Nor_does_one_who_is_at_work() =>
        StaysSilent(tenant =>
            tenant
                .GroupEligible("Luca Moretti", Helpdesk, GroupSide.Owner, end: Now.AddDays(90))
                .GroupActivate("Luca Moretti", Helpdesk, Now.AddHours(2), GroupSide.Owner)
                .GroupSettings(Helpdesk, GroupSide.Owner, Good)
        );

    [Test]
    public Task Whoever_owns_an_ordinary_group_gives_no_role() =>
        StaysSilent(tenant => tenant.User("Guest Consultant", guest: true).AddOwner("Guest Consultant", ProjectFerry));
}
