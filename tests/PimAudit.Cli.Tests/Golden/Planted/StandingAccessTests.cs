using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM101, PIM102, PIM105 and PIM106 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class StandingAccessTests
{
    [TestCase("Teams Administrator", "Medium")]
    [TestCase("Global Administrator", "Critical")]
    public Task A_permanent_assignment_weighs_as_much_as_its_role(string role, string severity) =>
        Gives(
            tenant => tenant.Assign("Luca Moretti", role),
            $"PIM101 {severity}: Luca Moretti | {role} | /",
            $"PIM105 Medium: Luca Moretti | {role} | /"
        );

    [TestCase("Application Administrator", "High")]
    [TestCase("Privileged Role Administrator", "Critical")]
    public Task A_permanent_assignment_where_the_settings_ask_for_an_end(string role, string severity) =>
        Gives(
            tenant => tenant.Assign("Luca Moretti", role),
            $"PIM101 {severity}: Luca Moretti | {role} | /",
            $"PIM105 Medium: Luca Moretti | {role} | /",
            $"PIM221 Low: Luca Moretti | {role} | /"
        );

    /// <summary>He is eligible for it too.</summary>
    [Test]
    public Task A_permanent_assignment_of_a_role_that_the_profile_adds_weighs_more() =>
        Gives(
            tenant => tenant.Assign("Luca Moretti", "SharePoint Administrator"),
            "PIM101 High: Luca Moretti | SharePoint Administrator | /",
            "PIM105 Medium: Luca Moretti | SharePoint Administrator | /",
            "PIM107 Low: Luca Moretti | SharePoint Administrator | /",
            "PIM221 Low: Luca Moretti | SharePoint Administrator | /"
        );

    [Test]
    public Task A_permanent_assignment_in_an_administrative_unit_is_one_too() =>
        Gives(
            tenant => tenant.Assign("Beatriz Pinto", "User Administrator", scope: Office),
            "PIM101 High: Beatriz Pinto | User Administrator | Lisbon Office",
            "PIM105 Medium: Beatriz Pinto | User Administrator | Lisbon Office",
            "PIM221 Low: Beatriz Pinto | User Administrator | Lisbon Office"
        );

    [Test]
    public Task The_same_role_at_two_scopes_is_two_assignments() =>
        Gives(
            tenant =>
                tenant
                    .Assign("Beatriz Pinto", "Groups Administrator", scope: Office)
                    .Assign("Beatriz Pinto", "Groups Administrator"),
            "PIM101 Medium: Beatriz Pinto | Groups Administrator | /",
            "PIM101 Medium: Beatriz Pinto | Groups Administrator | Lisbon Office",
            "PIM105 Medium: Beatriz Pinto | Groups Administrator | /",
            "PIM105 Medium: Beatriz Pinto | Groups Administrator | Lisbon Office"
        );

    [Test]
    public Task An_assignment_in_the_roles_blade_is_permanent_and_outside_pim() =>
        Gives(
            tenant => tenant.Assign("Mei Tanaka", "Global Administrator", outsidePim: true),
            "PIM101 Critical: Mei Tanaka | Global Administrator | /",
            "PIM105 Medium: Mei Tanaka | Global Administrator | /",
            "PIM106 Medium: Mei Tanaka | Global Administrator | /",
            "PIM107 Low: Mei Tanaka | Global Administrator | /"
        );

    /// <summary>Neither its type nor its end is known, so nothing else can be said.</summary>
    [Test]
    public Task An_assignment_that_pim_does_not_list_is_outside_pim_and_no_more() =>
        Gives(
            tenant =>
                tenant
                    .Assign("Mei Tanaka", "Billing Administrator", outsidePim: true)
                    .RemoveFromInstances("Mei Tanaka", "Billing Administrator"),
            "PIM106 Medium: Mei Tanaka | Billing Administrator | /"
        );

    [Test]
    public Task A_workload_that_pim_does_not_list_is_outside_pim_and_no_more() =>
        Gives(
            tenant =>
                tenant
                    .Assign(BackupService, "User Administrator", outsidePim: true)
                    .RemoveFromInstances(BackupService, "User Administrator"),
            "PIM106 Medium: Fabrikam Backup | User Administrator | /"
        );

    [TestCase("Teams Administrator", "Low")]
    [TestCase("Application Administrator", "Medium")]
    [TestCase("Global Administrator", "Medium")]
    public Task More_than_thirty_days_are_long(string role, string severity) =>
        Gives(
            tenant => tenant.Assign("Luca Moretti", role, start: Now.AddDays(-11), end: Now.AddDays(19).AddMinutes(1)),
            $"PIM102 {severity}: Luca Moretti | {role} | /",
            $"PIM105 Medium: Luca Moretti | {role} | /"
        );

    [Test]
    public Task Thirty_days_to_the_minute_are_not_long_but_on_a_person_all_the_same() =>
        Gives(
            tenant =>
                tenant.Assign("Luca Moretti", "Teams Administrator", start: Now.AddDays(-11), end: Now.AddDays(19)),
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );

    /// <summary>Without a start the time runs from the snapshot.</summary>
    [Test]
    public Task An_end_without_a_start_counts_from_today() =>
        Gives(
            tenant => tenant.Assign("Luca Moretti", "Teams Administrator", outsidePim: true, end: Now.AddDays(31)),
            "PIM102 Low: Luca Moretti | Teams Administrator | /",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /",
            "PIM106 Medium: Luca Moretti | Teams Administrator | /"
        );

    [Test]
    public Task An_eligible_assignment_belongs_on_a_group() =>
        Gives(
            tenant => tenant.MakeEligible("Luca Moretti", "Security Administrator", end: Now.AddDays(90)),
            "PIM105 Medium: Luca Moretti | Security Administrator | /"
        );

    /// <summary>Eligible and active: one grant to move, and one activation that nobody needs.</summary>
    [Test]
    public Task An_eligible_and_active_assignment_on_a_person_is_one_grant_to_move() =>
        Gives(
            tenant =>
                tenant
                    .MakeEligible("Luca Moretti", "Security Administrator", end: Now.AddDays(90))
                    .Assign("Luca Moretti", "Security Administrator"),
            "PIM101 High: Luca Moretti | Security Administrator | /",
            "PIM105 Medium: Luca Moretti | Security Administrator | /",
            "PIM107 Low: Luca Moretti | Security Administrator | /",
            "PIM221 Low: Luca Moretti | Security Administrator | /"
        );

    [Test]
    public Task An_emergency_account_outside_pim_is_told_and_not_blamed() =>
        Gives(
            tenant =>
                tenant
                    .RemoveAssignment(EmergencyOne, "Global Administrator")
                    .Assign(EmergencyOne, "Global Administrator", outsidePim: true),
            "PIM106 Info: Emergency Access One | Global Administrator | /"
        );

    /// <summary>The directory's own list lags behind; PIM's is enough.</summary>
    [Test]
    public Task An_assignment_that_only_pim_lists_is_judged_all_the_same() =>
        Gives(
            tenant =>
                tenant
                    .Assign("Luca Moretti", "Teams Administrator")
                    .RemoveFromRoleAssignments("Luca Moretti", "Teams Administrator"),
            "PIM101 Medium: Luca Moretti | Teams Administrator | /",
            "PIM105 Medium: Luca Moretti | Teams Administrator | /"
        );
}
