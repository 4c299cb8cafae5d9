using NUnit.Framework;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>Family 6 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PeopleTests
{
    private const string Microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    private static readonly Guid Governance = new("e866a266-3cff-43a3-acca-0c90a7e00c8b");
    private static readonly Guid PremiumP1 = new("41781fb2-bc02-4b7c-bd55-b576c07bb09d");

    [Test]
    public Task A_disabled_person_is_still_eligible() =>
        Gives(tenant => tenant.Disable("Luca Moretti"), "PIM603 Medium: Luca Moretti");

    [Test]
    public Task A_disabled_person_is_still_eligible_for_a_membership() =>
        Gives(tenant => tenant.Disable("Noor Rahman"), "PIM603 Medium: Noor Rahman");

    [Test]
    public Task A_disabled_workload_still_holds_its_role() =>
        Gives(
            tenant => tenant.Body(BackupService, body => body["accountEnabled"] = false),
            "PIM603 Medium: Fabrikam Backup"
        );

    [Test]
    public Task A_person_deleted_for_twenty_five_hours_is_still_eligible() =>
        Gives(tenant => tenant.Delete("Noor Rahman", Now.AddHours(-25)), "PIM603 Medium: Noor Rahman");

    [TestCase(23)]
    [TestCase(24)]
    public Task A_person_deleted_within_a_day_is_still_being_cleaned_up(int hours) =>
        StaysSilent(tenant => tenant.Delete("Noor Rahman", Now.AddHours(-hours)));

    [Test]
    public Task A_deleted_person_with_a_role_of_his_own() =>
        Gives(
            tenant =>
                tenant
                    .User("Hugo Brand")
                    .MakeEligible("Hugo Brand", "Exchange Administrator", end: Now.AddDays(90))
                    .Delete("Hugo Brand", Now.AddDays(-26)),
            "PIM105 Medium: Hugo Brand | Exchange Administrator | /",
            "PIM603 Medium: Hugo Brand"
        );

    [TestCase("Luca Moretti")]
    [TestCase("Noor Rahman")]
    public Task An_eligible_person_without_a_licence(string person) =>
        Gives(tenant => tenant.Unlicense(person), $"PIM606 Low: {person}");

    [Test]
    public Task A_licence_without_pim_is_none() =>
        Gives(tenant => tenant.License("Luca Moretti", PremiumP1), "PIM606 Low: Luca Moretti");

    [TestCase("Suspended")]
    [TestCase("Deleted")]
    [TestCase("LockedOut")]
    public Task A_licence_that_has_lapsed_is_none(string status) =>
        Gives(tenant => tenant.License("Luca Moretti", Governance, status), "PIM606 Low: Luca Moretti");

    /// <summary>He stands; nothing is to be activated.</summary>
    [Test]
    public Task A_standing_person_needs_no_licence_of_his_own() =>
        StaysSilent(tenant =>
            tenant.GroupAssign("Olga Petrova", Helpdesk, start: Now.AddDays(-1), end: Now.AddDays(20))
        );

    [TestCase("Directory Readers", "Low")]
    [TestCase("Global Administrator", "High")]
    public Task A_workload_that_stands_for_good(string role, string severity) =>
        Gives(tenant => tenant.Assign(BackupService, role), $"PIM608 {severity}: Fabrikam Backup | {role} | /");

    [Test]
    public Task A_managed_identity_that_stands_for_good() =>
        Gives(
            tenant => tenant.ServicePrincipal("Runbook", "ManagedIdentity").Assign("Runbook", "User Administrator"),
            "PIM221 Low: Runbook | User Administrator | /",
            "PIM608 High: Runbook | User Administrator | /"
        );

    [Test]
    public Task A_workload_for_more_than_thirty_days() =>
        Gives(
            tenant => tenant.Assign(BackupService, "Reports Reader", start: Now, end: Now.AddDays(30).AddMinutes(1)),
            "PIM608 Low: Fabrikam Backup | Reports Reader | /"
        );

    [Test]
    public Task A_workload_of_microsofts_own_is_told_and_not_blamed() =>
        Gives(
            tenant =>
                tenant
                    .ServicePrincipal("Cloud Sync")
                    .Body("Cloud Sync", body => body["appOwnerOrganizationId"] = Microsoft)
                    .Assign("Cloud Sync", "User Administrator"),
            "PIM221 Low: Cloud Sync | User Administrator | /",
            "PIM608 Info: Cloud Sync | User Administrator | /"
        );

    [Test]
    public Task A_workload_outside_pim() =>
        Gives(
            tenant => tenant.Assign(BackupService, "Reports Reader", outsidePim: true),
            "PIM106 Medium: Fabrikam Backup | Reports Reader | /",
            "PIM608 Low: Fabrikam Backup | Reports Reader | /"
        );

    [TestCase("Directory Synchronization Accounts")]
    [TestCase("On Premises Directory Sync Account")]
    public Task A_service_role_is_for_services(string role) =>
        StaysSilent(tenant => tenant.Assign(BackupService, role, outsidePim: true));

    /// <summary>Sixteen people are eligible, time-bound or asked to approve.</summary>
    [Test]
    public Task Fifteen_seats_are_too_few_for_sixteen_people() =>
        Gives(tenant => tenant.Subscription("AAD_PREMIUM_P2", seats: 15), "PIM613 Medium: Fabrikam");

    [Test]
    public Task Sixteen_seats_are_enough_for_sixteen_people() =>
        StaysSilent(tenant => tenant.Subscription("AAD_PREMIUM_P2", seats: 16));

    [Test]
    public Task Seats_of_two_subscriptions_add_up() =>
        StaysSilent(tenant =>
            tenant
                .Subscription("AAD_PREMIUM_P2", seats: 8)
                .Subscription("Microsoft_Entra_ID_Governance", seats: 8, servicePlan: Governance)
        );

    [Test]
    public Task A_subscription_in_its_grace_period_is_a_warning() =>
        Gives(tenant => tenant.Subscription("AAD_PREMIUM_P2", seats: 25, status: "Warning"), "PIM613 High: Fabrikam");

    [Test]
    public Task An_approver_needs_a_seat() =>
        Gives(
            tenant =>
                tenant
                    .Subscription("AAD_PREMIUM_P2", seats: 16)
                    .RoleSettings("Exchange Administrator", Approved("Helena Costa", "Olga Petrova")),
            "PIM613 Medium: Fabrikam"
        );

    [Test]
    public Task A_deputy_needs_a_seat() =>
        Gives(
            tenant =>
                tenant
                    .Subscription("AAD_PREMIUM_P2", seats: 16)
                    .GroupAssign("Olga Petrova", Helpdesk, start: Now.AddDays(-1), end: Now.AddDays(20)),
            "PIM613 Medium: Fabrikam"
        );
}
