using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM301, PIM308 and PIM309 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GroupTests
{
    [TestCase(SharePointAdmins)]
    [TestCase(Helpdesk)]
    [TestCase(ReportReaders)]
    public Task An_ordinary_group_must_hold_no_role(string group) =>
        Gives(tenant => tenant.NotRoleAssignable(group), $"PIM301 Critical: {group}", $"PIM310 Medium: {group}");

    /// <summary>An ordinary group need not be named as a role-assignable one.</summary>
    [Test]
    public Task An_ordinary_group_with_any_name_must_hold_no_role() =>
        Gives(
            tenant => tenant.NotRoleAssignable(SharePointAdmins).With(Renamed(SharePointAdmins, "Site team")),
            "PIM301 Critical: Site team"
        );

    /// <summary>It is in nobody's hands today; the role is, as soon as somebody adds a member.</summary>
    [Test]
    public Task An_empty_ordinary_group_must_hold_no_role_either() =>
        Gives(
            tenant => tenant.Group("Empty").MakeEligible("Empty", "Teams Administrator", end: Now.AddDays(90)),
            "PIM301 Critical: Empty",
            "PIM312 Low: Empty"
        );

    [Test]
    public Task A_synchronised_group_is_decided_elsewhere() =>
        Gives(tenant => tenant.MakeSynchronised(SharePointAdmins), "PIM308 High: RAG - SharePoint Admins");

    [Test]
    public Task A_dynamic_group_is_decided_by_an_attribute() =>
        Gives(tenant => tenant.MakeDynamic(SharePointAdmins), "PIM308 High: RAG - SharePoint Admins");

    /// <summary>The nested group is ordinary and dynamic, and one of its members has no licence.</summary>
    [Test]
    public Task A_dynamic_group_inside_another_is_on_the_path() =>
        Gives(
            tenant => tenant.AddMember("Everybody", SharePointAdmins),
            "PIM302 Critical: Everybody | RAG - SharePoint Admins",
            "PIM308 High: Everybody",
            "PIM606 Low: Olga Petrova"
        );

    [TestCase("SharePoint Admins")]
    [TestCase("RAG - ")]
    [TestCase("RAG SharePoint Admins")]
    [TestCase("rag - SharePoint Admins")]
    public Task A_role_assignable_group_must_be_named_as_one(string name) =>
        Gives(tenant => tenant.With(Renamed(SharePointAdmins, name)), $"PIM309 Low: {name}");

    [Test]
    public Task One_character_behind_the_prefix_is_a_name() =>
        StaysSilent(tenant => tenant.With(Renamed(SharePointAdmins, "RAG - S")));

    /// <summary>It is on no path.</summary>
    [Test]
    public Task A_role_assignable_group_without_a_role_may_have_any_name() =>
        StaysSilent(tenant => tenant.Group("Spare", roleAssignable: true).AddMember("Luca Moretti", "Spare"));

    /// <summary>Graph sends null for an ordinary group, and may send false.</summary>
    [Test]
    public Task A_group_that_says_that_it_is_not_role_assignable() =>
        Gives(
            tenant => tenant.Body(SharePointAdmins, body => body["isAssignableToRole"] = false),
            "PIM301 Critical: RAG - SharePoint Admins",
            "PIM310 Medium: RAG - SharePoint Admins"
        );

    /// <summary>Its assignment is left over; nobody is in it.</summary>
    [Test]
    public Task A_deleted_group_still_has_its_role() =>
        Gives(tenant => tenant.Delete(SharePointAdmins, Now.AddDays(-26)), "PIM603 Medium: RAG - SharePoint Admins");

    private static Func<TenantBuilder, TenantBuilder> Renamed(string group, string name) =>
        tenant => tenant.Body(group, body => body["displayName"] = name);
}
