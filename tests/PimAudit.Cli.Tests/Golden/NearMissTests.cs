using NUnit.Framework;
using PimAudit.Cli.Tests.Golden.Planted;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>What looks like a fault and is none, each alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NearMissTests
{
    [TestCase("Global Administrator")]
    [TestCase("Privileged Role Administrator")]
    public Task Eight_hours_exactly_on_a_highly_privileged_role(string role) =>
        StaysSilent(tenant =>
            tenant.RoleSettings(
                role,
                Approved("Helena Costa", "David Mensah") with
                {
                    Activation = TimeSpan.FromHours(8),
                }
            )
        );

    [Test]
    public Task Eight_hours_exactly_on_a_group() =>
        StaysSilent(tenant =>
            tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { Activation = TimeSpan.FromMinutes(480) })
        );

    [Test]
    public Task Stricter_settings_than_asked_for() =>
        StaysSilent(tenant =>
            tenant.RoleSettings(
                "Exchange Administrator",
                Approved("Helena Costa", "David Mensah") with
                {
                    Activation = TimeSpan.FromHours(1),
                    Ticket = true,
                    Context = "c1",
                }
            )
        );

    [Test]
    public Task Somebody_at_work_in_a_role() =>
        StaysSilent(tenant =>
            tenant.Activate("Mei Tanaka", "Global Administrator", Now.AddHours(2), @using: GlobalAdmins)
        );

    [Test]
    public Task Somebody_at_work_in_a_group() =>
        StaysSilent(tenant =>
            tenant
                .GroupActivate("Noor Rahman", Helpdesk, Now.AddHours(2))
                .GroupActivate("Tomasz Kowalski", SecurityReaders, Now.AddHours(8))
        );

    [Test]
    public Task Everybody_eligible_at_work_at_once() =>
        StaysSilent(tenant =>
            tenant
                .GroupActivate("Priya Nair", SecurityReaders, Now.AddHours(2))
                .GroupActivate("Tomasz Kowalski", SecurityReaders, Now.AddHours(2))
        );

    /// <summary>The eligible row stays beside the activated one.</summary>
    [Test]
    public Task Somebody_at_work_whose_eligibility_ends_today() =>
        Gives(
            tenant =>
                tenant
                    .RemoveGroupEligible("Noor Rahman", Helpdesk)
                    .GroupEligible("Noor Rahman", Helpdesk, end: Now.AddMinutes(1))
                    .GroupActivate("Noor Rahman", Helpdesk, Now.AddMinutes(1)),
            "PIM506 Info: Noor Rahman | RAG - Helpdesk Admins"
        );

    [Test]
    public Task Another_just_in_time_group_that_is_permanently_active() =>
        StaysSilent(tenant =>
            tenant
                .Group("RAG - Reports on Demand", roleAssignable: true)
                .GroupEligible("Luca Moretti", "RAG - Reports on Demand", end: Now.AddDays(90))
                .Assign("RAG - Reports on Demand", "Reports Reader")
                .Assign("RAG - Reports on Demand", "Message Center Reader")
                .GroupSettings("RAG - Reports on Demand", GroupSide.Member, Good)
                .AccessReview("Quarterly: reports", Reviews.OfGroup("RAG - Reports on Demand"))
        );

    /// <summary>Whoever stands in it stands for a month at most.</summary>
    [Test]
    public Task A_permanent_group_with_members_for_thirty_days() =>
        StaysSilent(tenant =>
            tenant
                .Group("RAG - Deputies", roleAssignable: true)
                .GroupAssign("Grace Holloway", "RAG - Deputies", start: Now, end: Now.AddDays(30))
                .Assign("RAG - Deputies", "Teams Administrator")
        );

    [Test]
    public Task A_deputy_for_thirty_days_to_the_minute() =>
        StaysSilent(tenant =>
            tenant.GroupAssign("Luca Moretti", Helpdesk, start: Now.AddDays(-10), end: Now.AddDays(20))
        );

    [Test]
    public Task Assignments_that_have_ended() =>
        StaysSilent(tenant =>
            tenant
                .Assign("Mei Tanaka", "Global Administrator", start: Now.AddDays(-90), end: Now.AddMinutes(-1))
                .MakeEligible("Mei Tanaka", "Global Administrator", start: Now.AddDays(-90), end: Now.AddMinutes(-1))
                .GroupAssign("Mei Tanaka", Helpdesk, start: Now.AddDays(-90), end: Now.AddMinutes(-1))
        );

    /// <summary>An end is the first moment at which the assignment does not hold.</summary>
    [Test]
    public Task Assignments_that_end_at_this_moment() =>
        StaysSilent(tenant =>
            tenant
                .Assign("Mei Tanaka", "Global Administrator", start: Now.AddDays(-90), end: Now)
                .MakeEligible("Mei Tanaka", "Global Administrator", start: Now.AddDays(-90), end: Now)
                .GroupEligible("Mei Tanaka", SharePointAdmins, start: Now.AddDays(-90), end: Now)
        );

    [Test]
    public Task Assignments_that_have_not_begun() =>
        StaysSilent(tenant =>
            tenant
                .Assign("Mei Tanaka", "Global Administrator", start: Now.AddDays(1))
                .MakeEligible("Mei Tanaka", "Global Administrator", start: Now.AddDays(1), end: Now.AddDays(9))
                .GroupAssign("Mei Tanaka", Helpdesk, start: Now.AddDays(1))
                .GroupEligible("Mei Tanaka", SharePointAdmins, start: Now.AddDays(1), end: Now.AddDays(9))
        );

    /// <summary>Only what holds now mixes.</summary>
    [Test]
    public Task An_approach_that_ended() =>
        StaysSilent(tenant =>
            tenant.MakeEligible(Helpdesk, "Password Administrator", start: Now.AddDays(-90), end: Now.AddHours(-1))
        );

    [Test]
    public Task Emergency_accounts_in_the_shape_of_the_document() =>
        StaysSilent(tenant =>
            tenant
                .RemoveAssignment(EmergencyOne, "Global Administrator")
                .Assign(EmergencyOne, "Global Administrator", start: Now)
        );

    /// <summary>The review of the role asks about them.</summary>
    [Test]
    public Task A_role_over_one_object() =>
        StaysSilent(tenant =>
            tenant
                .Group("RAG - Backup Owners", roleAssignable: true)
                .AddMember("Luca Moretti", "RAG - Backup Owners")
                .MakeEligible("RAG - Backup Owners", "Application Administrator", BackupService, end: Now.AddDays(90))
                .RoleSettings("Application Administrator", Good)
                .AccessReview("Quarterly: applications", Reviews.OfRole("Application Administrator"))
        );

    [Test]
    public Task An_approver_who_left_where_no_approval_is_asked_for() =>
        StaysSilent(tenant => tenant.RoleSettings("SharePoint Administrator", Good with { Approvers = [Leaver] }));

    [Test]
    public Task Untouched_settings_that_nobody_is_asked_for() =>
        StaysSilent(tenant => tenant.RoleSettings("Helpdesk Administrator", PolicySettings.UntouchedRole));

    [Test]
    public Task Whatever_ordinary_groups_and_people_do() =>
        StaysSilent(tenant =>
            tenant
                .User("Guest Consultant", guest: true, licensed: false)
                .User("Hugo Brand", enabled: false, licensed: false)
                .Group("Board", description: "Holds nothing")
                .MakeSynchronised("Board")
                .AddMembers("Board", "Guest Consultant", "Hugo Brand")
                .AddOwner("Hugo Brand", "Board")
        );
}
