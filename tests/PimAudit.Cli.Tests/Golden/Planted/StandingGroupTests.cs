using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM103 and PIM104, and what PIM106 says of groups, by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class StandingGroupTests
{
    [Test]
    public Task A_plain_member_of_a_just_in_time_group_bypasses_it() =>
        Gives(
            tenant => tenant.AddMember("Luca Moretti", Helpdesk),
            "PIM103 High: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_member_assigned_for_more_than_thirty_days_bypasses_it_too() =>
        Gives(
            tenant => tenant.GroupAssign("Luca Moretti", Helpdesk, start: Now.AddDays(-1), end: Now.AddDays(30)),
            "PIM103 High: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_member_whom_only_the_directory_lists_bypasses_it_too() =>
        Gives(
            tenant => tenant.AddMember("Luca Moretti", Helpdesk).RemoveFromGroupInstances("Luca Moretti", Helpdesk),
            "PIM103 High: Luca Moretti | RAG - Helpdesk Admins"
        );

    [Test]
    public Task A_member_whom_only_pim_lists_bypasses_it_too() =>
        Gives(
            tenant => tenant.AddMember("Luca Moretti", Helpdesk).RemoveFromDirectory("Luca Moretti", Helpdesk),
            "PIM103 High: Luca Moretti | RAG - Helpdesk Admins"
        );

    /// <summary>The eligibility beside it does not heal the standing membership.</summary>
    [Test]
    public Task A_member_who_is_eligible_as_well_bypasses_it_too() =>
        Gives(
            tenant => tenant.AddMember("Noor Rahman", Helpdesk),
            "PIM103 High: Noor Rahman | RAG - Helpdesk Admins",
            "PIM107 Low: Noor Rahman | Helpdesk Administrator | /",
            "PIM107 Low: Noor Rahman | Password Administrator | /",
            "PIM107 Low: Noor Rahman | User Administrator | /"
        );

    [TestCase("Teams Administrator", "Medium")]
    [TestCase("Global Administrator", "Critical")]
    public Task A_group_that_stands_with_its_members_gives_the_role_to_all_of_them(string role, string severity) =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Standing", roleAssignable: true)
                    .AddMembers("RAG - Standing", "Luca Moretti", "Ines Duarte")
                    .Assign("RAG - Standing", role),
            $"PIM104 {severity}: RAG - Standing | {role} | /"
        );

    [Test]
    public Task A_group_that_stands_where_the_settings_ask_for_an_end() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - Standing", roleAssignable: true)
                    .AddMembers("RAG - Standing", "Luca Moretti", "Ines Duarte")
                    .Assign("RAG - Standing", "Application Administrator"),
            "PIM104 High: RAG - Standing | Application Administrator | /",
            "PIM221 Low: RAG - Standing | Application Administrator | /"
        );

    [Test]
    public Task A_group_grant_of_more_than_thirty_days_stands() =>
        Gives(
            tenant =>
                tenant
                    .AddMember("Luca Moretti", ReportReaders)
                    .RemoveAssignment(ReportReaders, "Reports Reader")
                    .Assign(
                        ReportReaders,
                        "Reports Reader",
                        start: Now.AddMinutes(-1),
                        end: Now.AddDays(30).AddMinutes(1)
                    ),
            "PIM104 Medium: RAG - Report Readers | Reports Reader | /"
        );

    [Test]
    public Task A_just_in_time_group_assigned_outside_pim_is_told_and_not_blamed() =>
        Gives(
            tenant =>
                tenant
                    .RemoveAssignment(Helpdesk, "Password Administrator")
                    .Assign(Helpdesk, "Password Administrator", outsidePim: true),
            "PIM106 Info: RAG - Helpdesk Admins | Password Administrator | /"
        );

    [Test]
    public Task A_standing_group_assigned_outside_pim_is_blamed() =>
        Gives(
            tenant =>
                tenant
                    .AddMember("Luca Moretti", ReportReaders)
                    .RemoveAssignment(ReportReaders, "Reports Reader")
                    .Assign(ReportReaders, "Reports Reader", outsidePim: true),
            "PIM104 Medium: RAG - Report Readers | Reports Reader | /",
            "PIM106 Medium: RAG - Report Readers | Reports Reader | /"
        );

    /// <summary>A workload cannot activate, but it can be taken out.</summary>
    [Test]
    public Task A_workload_that_stands_in_a_just_in_time_group_bypasses_it_too() =>
        Gives(
            tenant => tenant.AddMember(BackupService, Helpdesk),
            "PIM103 High: Fabrikam Backup | RAG - Helpdesk Admins"
        );

    [Test]
    public Task An_emergency_account_in_a_just_in_time_group_is_left_out() =>
        Gives(tenant => tenant.AddMember(EmergencyOne, Helpdesk), $"PIM406 Low: {EmergencyOne}");

    [Test]
    public Task One_person_through_two_standing_groups_is_two_groups_to_mend() =>
        Gives(
            tenant =>
                tenant
                    .Group("RAG - First", roleAssignable: true)
                    .Group("RAG - Second", roleAssignable: true)
                    .AddMember("Luca Moretti", "RAG - First")
                    .AddMember("Luca Moretti", "RAG - Second")
                    .Assign("RAG - First", "Teams Administrator")
                    .Assign("RAG - Second", "Teams Administrator", scope: Office),
            "PIM104 Medium: RAG - First | Teams Administrator | /",
            "PIM104 Medium: RAG - Second | Teams Administrator | Lisbon Office"
        );
}
