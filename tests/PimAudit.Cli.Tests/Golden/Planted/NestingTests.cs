using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM302 and PIM303 by one nesting each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NestingTests
{
    /// <summary>Its member becomes eligible with it, and has no licence.</summary>
    [Test]
    public Task An_ordinary_group_inside_a_role_assignable_one() =>
        Gives(
            tenant => tenant.AddMember(ProjectFerry, SharePointAdmins),
            "PIM302 Critical: Project Ferry | RAG - SharePoint Admins",
            "PIM606 Low: Olga Petrova"
        );

    [Test]
    public Task A_role_assignable_group_inside_another() =>
        Gives(
            tenant => tenant.AddMember(ReportReaders, SharePointAdmins),
            "PIM302 High: RAG - Report Readers | RAG - SharePoint Admins"
        );

    [Test]
    public Task A_role_assignable_group_inside_an_ordinary_one() =>
        Gives(
            tenant => tenant.AddMember(ReportReaders, ProjectFerry),
            "PIM302 Low: RAG - Report Readers | Project Ferry"
        );

    [Test]
    public Task An_ordinary_group_that_owns_a_role_assignable_one() =>
        Gives(
            tenant => tenant.AddOwner(ProjectFerry, SharePointAdmins),
            "PIM302 Critical: Project Ferry | RAG - SharePoint Admins"
        );

    [Test]
    public Task Two_groups_inside_each_other() =>
        Gives(
            tenant => tenant.AddMember(ExchangeAdmins, SharePointAdmins).AddMember(SharePointAdmins, ExchangeAdmins),
            "PIM108 Low: Ines Duarte | Exchange Administrator | /",
            "PIM108 Low: Ines Duarte | SharePoint Administrator | /",
            "PIM302 High: RAG - Exchange Admins | RAG - SharePoint Admins",
            "PIM302 High: RAG - SharePoint Admins | RAG - Exchange Admins"
        );

    [Test]
    public Task A_circle_of_three_with_one_way_in() =>
        Gives(
            tenant =>
                tenant
                    .Group("First")
                    .Group("Second")
                    .AddMember("First", "Second")
                    .AddMember("Second", "First")
                    .AddMember("First", SharePointAdmins)
                    .AddMember("Luca Moretti", "Second"),
            "PIM108 Low: Luca Moretti | SharePoint Administrator | /",
            "PIM302 Critical: First | RAG - SharePoint Admins"
        );

    /// <summary>Three groups down somebody is disabled: he reaches the role all the same.</summary>
    [Test]
    public Task People_are_found_at_any_depth() =>
        Gives(
            tenant =>
                tenant
                    .Group("Outer")
                    .Group("Inner")
                    .User("Hugo Brand", enabled: false)
                    .AddMember("Hugo Brand", "Inner")
                    .AddMember("Inner", "Outer")
                    .AddMember("Outer", SharePointAdmins),
            "PIM302 Critical: Outer | RAG - SharePoint Admins",
            "PIM603 Medium: Hugo Brand"
        );

    [Test]
    public Task An_ordinary_group_that_is_eligible_for_a_role_assignable_one() =>
        Gives(
            tenant => tenant.GroupEligible(ProjectFerry, Helpdesk, end: Now.AddDays(90)),
            "PIM303 Critical: Project Ferry | RAG - Helpdesk Admins",
            "PIM606 Low: Olga Petrova"
        );

    [Test]
    public Task A_role_assignable_group_that_is_eligible_for_another() =>
        Gives(
            tenant => tenant.GroupEligible(ReportReaders, Helpdesk, end: Now.AddDays(90)),
            "PIM108 Low: Grace Holloway | Helpdesk Administrator | /",
            "PIM108 Low: Grace Holloway | Password Administrator | /",
            "PIM108 Low: Grace Holloway | User Administrator | /",
            "PIM303 High: RAG - Report Readers | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_group_that_is_eligible_as_owner() =>
        Gives(
            tenant =>
                tenant
                    .GroupSettings(Helpdesk, GroupSide.Owner, Good)
                    .GroupEligible(ReportReaders, Helpdesk, GroupSide.Owner, end: Now.AddDays(90)),
            "PIM303 High: RAG - Report Readers | RAG - Helpdesk Admins"
        );

    /// <summary>Both are ordinary and lead nowhere.</summary>
    [Test]
    public Task Ordinary_groups_may_nest() =>
        StaysSilent(tenant => tenant.AddMember("Everybody", ProjectFerry).GroupEligible("Everybody", ProjectFerry));

    /// <summary>Nothing but the inner membership is activated before the highest role.</summary>
    [Test]
    public Task A_just_in_time_group_inside_a_standing_one() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Outer", roleAssignable: true)
                    .Group("RAG - Inner", roleAssignable: true)
                    .Assign("RAG - Outer", "Global Administrator")
                    .AddMember("RAG - Inner", "RAG - Outer")
                    .GroupEligible("Mei Tanaka", "RAG - Inner", end: Now.AddDays(90))
                    .GroupSettings("RAG - Inner", GroupSide.Member, Good)
                    .AccessReview("Quarterly: inner", Reviews.OfGroup("RAG - Inner")),
            "PIM108 Low: Mei Tanaka | Global Administrator | /",
            "PIM203 High: RAG - Inner | member",
            "PIM302 High: RAG - Inner | RAG - Outer"
        );

    [Test]
    public Task Somebody_who_stands_in_an_inner_group_stands_on_the_role() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Outer", roleAssignable: true)
                    .Group("RAG - Inner", roleAssignable: true)
                    .Assign("RAG - Outer", "Teams Administrator")
                    .AddMember("RAG - Inner", "RAG - Outer")
                    .AddMember("Luca Moretti", "RAG - Inner"),
            "PIM104 Medium: RAG - Outer | Teams Administrator | /",
            "PIM302 High: RAG - Inner | RAG - Outer"
        );
}
