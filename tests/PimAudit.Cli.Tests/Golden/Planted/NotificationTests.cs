using NUnit.Framework;
using PimAudit.GraphEmulator;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>PIM701 to PIM705 by one fault each.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NotificationTests
{
    private const string Exchange = "Exchange Administrator";
    private const string MadeEligible = "Notification_Admin_Admin_Eligibility";
    private const string MadeActive = "Notification_Admin_Admin_Assignment";
    private const string Activated = "Notification_Admin_EndUser_Assignment";

    [TestCase(MadeEligible)]
    [TestCase(MadeActive)]
    public Task An_assignment_that_nobody_hears_of(string ruleId) =>
        Gives(Silence(Exchange, ruleId), "PIM701 Medium: Exchange Administrator");

    [Test]
    public Task Both_kinds_of_assignment_are_one_finding() =>
        Gives(Silence(Exchange, MadeEligible, MadeActive), "PIM701 Medium: Exchange Administrator");

    /// <summary>Privileged roles are looked at whether or not anybody holds them.</summary>
    [Test]
    public Task A_privileged_role_that_nobody_holds_is_looked_at() =>
        Gives(Silence("Application Administrator", MadeActive), "PIM701 Medium: Application Administrator");

    [Test]
    public Task A_role_that_is_not_privileged_and_held_by_nobody_is_not() =>
        StaysSilent(Silence("Message Center Reader", MadeEligible, MadeActive, Activated));

    [Test]
    public Task An_activation_that_nobody_hears_of() =>
        Gives(Silence(Exchange, Activated), "PIM702 Medium: Exchange Administrator");

    [Test]
    public Task An_activation_of_a_membership_that_nobody_hears_of() =>
        Gives(
            tenant =>
                tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { SilencedNotifications = [Activated] }),
            "PIM702 Medium: RAG - Helpdesk Admins | member"
        );

    [Test]
    public Task Global_administrator_weighs_more() =>
        Gives(
            tenant => tenant.EditRolePolicy("Global Administrator", policy => Switch(policy, Activated)),
            "PIM702 High: Global Administrator"
        );

    [Test]
    public Task An_added_recipient_is_enough() =>
        StaysSilent(tenant =>
            tenant.RoleSettings(
                Exchange,
                Good with
                {
                    SilencedNotifications = [MadeEligible, MadeActive, Activated],
                    AddedRecipients = ["soc@fabrikam.example"],
                }
            )
        );

    /// <summary>Requestors and approvers are told by rules of their own.</summary>
    [Test]
    public Task Alerts_to_others_are_not_looked_at() =>
        StaysSilent(
            Silence(Exchange, "Notification_Requestor_EndUser_Assignment", "Notification_Approver_EndUser_Assignment")
        );

    [Test]
    public Task An_address_outside_the_tenant() =>
        Gives(
            Adding("soc@partner.example", "soc@fabrikam.example"),
            "PIM703 Low: Exchange Administrator | soc@partner.example"
        );

    [TestCase("soc@fabrikam.example")]
    [TestCase("SOC@Fabrikam.onmicrosoft.example")]
    public Task An_address_of_the_tenant(string address) => StaysSilent(Adding(address));

    [Test]
    public Task An_address_of_an_allowed_domain() =>
        Gives(
            Sample.Fabrikam.With(Adding("soc@partner.example")) with
            {
                Configuration =
                    Sample.Fabrikam.Configuration + "rules: { PIM703: { allowDomains: [ partner.example ] } }\n",
            }
        );

    [Test]
    public Task An_alert_that_is_active() =>
        Gives(
            tenant => tenant.PimAlert("StaleSignIn", isActive: true, isEnabled: true, "Mei Tanaka", EmergencyOne),
            "PIM704 Info: Potential stale accounts in a privileged role"
        );

    /// <summary>Emergency accounts are what the alert calls wrong and the practice asks for.</summary>
    [Test]
    public async Task An_alert_names_the_people_of_its_incidents_but_no_emergency_account()
    {
        var audited = await Sample
            .Fabrikam.With(tenant =>
                tenant.PimAlert("StaleSignIn", isActive: true, isEnabled: true, "Mei Tanaka", EmergencyOne)
            )
            .AuditAsync();

        Assert.That(
            audited.Result.Findings.Single().Related.Select(one => one.Object.Label),
            Is.EqualTo(new[] { "Mei Tanaka" })
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public Task An_alert_that_is_switched_off_is_no_pass_but_a_finding_of_its_own(bool isActive) =>
        Gives(
            tenant => tenant.PimAlert("StaleSignIn", isActive, isEnabled: false),
            "PIM705 Low: Potential stale accounts in a privileged role"
        );

    [Test]
    public Task An_alert_that_is_enabled_and_inactive() =>
        StaysSilent(tenant => tenant.PimAlert("StaleSignIn", isActive: false));

    private static Func<TenantBuilder, TenantBuilder> Silence(string role, params string[] ruleIds) =>
        tenant => tenant.RoleSettings(role, Good with { SilencedNotifications = [.. ruleIds] });

    private static Func<TenantBuilder, TenantBuilder> Adding(params string[] addresses) =>
        tenant => tenant.RoleSettings(Exchange, Good with { AddedRecipients = [.. addresses] });

    private static void Switch(System.Text.Json.Nodes.JsonObject policy, string ruleId)
    {
        foreach (var rule in policy["rules"]!.AsArray())
            if (rule!["id"]!.GetValue<string>() == ruleId)
                rule["isDefaultRecipientsEnabled"] = false;
    }
}
