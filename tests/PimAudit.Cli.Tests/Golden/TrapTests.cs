using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.Cli.Tests.Golden.Planted;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using static PimAudit.Cli.Tests.Golden.Planted.Fabrikam;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>Mistakes that tools of this kind are known to make, each planted in the tenant where nothing else is wrong.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TrapTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";
    private const string ContextPolicy = "PIM activation: phishing-resistant MFA";
    private const string StaleAccounts = "Potential stale accounts in a privileged role";

    private static readonly ConditionalAccessSettings Sound = new()
    {
        Contexts = ["c1"],
        IncludeUsers = ["All"],
        ExcludeUsers = [EmergencyOne, EmergencyTwo],
        Controls = [],
        PhishingResistant = true,
    };

    [Test]
    public Task Trap_activated_counted_as_standing() =>
        StaysSilent(tenant =>
            tenant
                .Activate("Mei Tanaka", Global, Now.AddHours(2), @using: GlobalAdmins)
                .Activate("Priya Nair", "Privileged Role Administrator", Now.AddHours(2), @using: RoleAdmins)
                .GroupActivate("Noor Rahman", Helpdesk, Now.AddHours(2))
        );

    [Test]
    public Task Trap_just_in_time_group_flagged_as_permanent() =>
        StaysSilent(tenant =>
            tenant
                .RemoveAssignment(Helpdesk, "User Administrator")
                .Assign(Helpdesk, "User Administrator", start: Now.AddYears(-3))
        );

    /// <summary>Five people reach the role; a sixth bears the name of one of them.</summary>
    [Test]
    public Task Trap_people_counted_by_display_name() =>
        Gives(
            AtMostFive(tenant =>
                tenant
                    .User("Amara Okafor (2)")
                    .Body("Amara Okafor (2)", body => body["displayName"] = "Amara Okafor")
                    .AddMember("Amara Okafor (2)", GlobalAdmins)
            ),
            "PIM109 High: Global Administrator | /"
        );

    /// <summary>Five people reach the role, one of them by three assignments.</summary>
    [Test]
    public Task Trap_assignments_counted_as_people() =>
        Gives(
            AtMostFive(tenant =>
                tenant
                    .MakeEligible("Amara Okafor", Global, end: Now.AddDays(90))
                    .Activate("Amara Okafor", Global, Now.AddHours(1), @using: GlobalAdmins)
            ),
            "PIM105 Medium: Amara Okafor | Global Administrator | /",
            "PIM108 Low: Amara Okafor | Global Administrator | /"
        );

    [Test]
    public Task Trap_authentication_context_failed_for_lack_of_the_mfa_flag() =>
        StaysSilent(tenant =>
            tenant
                .RoleSettings(Exchange, Good with { Mfa = false, Context = "c1" })
                .GroupSettings(Helpdesk, GroupSide.Member, Good with { Mfa = false, Context = "c1" })
        );

    [TestCase("disabled")]
    [TestCase("enabledForReportingButNotEnforced")]
    public Task Trap_context_trusted_although_its_policy_does_not_run(string state) =>
        Gives(
            tenant => tenant.ConditionalAccess(ContextPolicy, Sound with { State = state }),
            "PIM210 High: Global Administrator | Privileged activation",
            "PIM210 High: Security Administrator | Privileged activation"
        );

    [Test]
    public Task Trap_context_trusted_although_its_policy_includes_a_role_that_nobody_holds_yet() =>
        Gives(
            tenant =>
                tenant.ConditionalAccess(
                    ContextPolicy,
                    Sound with
                    {
                        IncludeUsers = [],
                        IncludeRoles = [Global, "Security Administrator"],
                    }
                ),
            "PIM211 High: Global Administrator | Privileged activation",
            "PIM211 High: Security Administrator | Privileged activation"
        );

    [Test]
    public Task Trap_context_trusted_although_its_policy_excludes_the_person() =>
        Gives(
            tenant =>
                tenant.ConditionalAccess(
                    ContextPolicy,
                    Sound with
                    {
                        ExcludeUsers = [EmergencyOne, EmergencyTwo, "Mei Tanaka"],
                    }
                ),
            "PIM210 High: Global Administrator | Privileged activation"
        );

    [TestCase("P1D")]
    [TestCase("PT24H")]
    [TestCase("PT1440M")]
    public Task Trap_a_day_spelled_as_a_day_or_in_hours_is_read_differently(string day) =>
        Gives(
            tenant => tenant.EditRolePolicy(Exchange, policy => Lasts(policy, day)),
            "PIM204 Medium: Exchange Administrator"
        );

    /// <summary>The group lasts a day and so do its roles, whatever the spelling.</summary>
    [TestCase("P1D", "PT24H")]
    [TestCase("PT24H", "P1D")]
    public Task Trap_two_spellings_of_a_day_are_compared_as_texts(string group, string roles) =>
        Gives(
            tenant =>
                tenant
                    .EditGroupPolicy(Helpdesk, GroupSide.Member, policy => Lasts(policy, group))
                    .EditRolePolicy("Helpdesk Administrator", policy => Lasts(policy, roles))
                    .EditRolePolicy("Password Administrator", policy => Lasts(policy, roles))
                    .EditRolePolicy("User Administrator", policy => Lasts(policy, roles)),
            "PIM204 Medium: RAG - Helpdesk Admins | member"
        );

    [Test]
    public Task Trap_approvers_listed_while_approval_is_off() =>
        Gives(
            tenant => tenant.RoleSettings(Global, Approved("Helena Costa", "David Mensah") with { Approval = false }),
            "PIM203 High: Global Administrator"
        );

    [TestCase(ApproverShape.Documented)]
    [TestCase(ApproverShape.Observed)]
    public Task Trap_approvers_read_in_one_of_two_spellings_only(ApproverShape shape) =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    Exchange,
                    Approved("Helena Costa", "David Mensah", Approvers, Leaver) with
                    {
                        ApproverShape = shape,
                    }
                ),
            "PIM208 High: Exchange Administrator | Walter Brandt"
        );

    [Test]
    public Task Trap_a_backup_counted_as_an_approver() =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    Exchange,
                    Approved("Helena Costa") with
                    {
                        BackupApprovers = ["David Mensah", "Amara Okafor"],
                        ApproverShape = ApproverShape.Observed,
                    }
                ),
            "PIM207 Medium: Exchange Administrator"
        );

    [Test]
    public Task Trap_owner_settings_of_a_group_ignored() =>
        Gives(
            tenant =>
                tenant
                    .GroupSettings(Helpdesk, GroupSide.Owner, Good with { Mfa = false, Justification = false })
                    .GroupEligible("Luca Moretti", Helpdesk, GroupSide.Owner, end: Now.AddDays(90)),
            "PIM217 High: RAG - Helpdesk Admins"
        );

    [Test]
    public Task Trap_role_settings_asked_where_only_those_of_the_group_count() =>
        StaysSilent(tenant => tenant.RoleSettings("Helpdesk Administrator", PolicySettings.UntouchedRole));

    /// <summary>The roles ask for MFA, and nobody is ever asked by them.</summary>
    [Test]
    public Task Trap_group_settings_not_asked_where_only_they_count() =>
        Gives(
            tenant => tenant.GroupSettings(Helpdesk, GroupSide.Member, Good with { Mfa = false }),
            "PIM201 High: RAG - Helpdesk Admins | member",
            "PIM218 High: RAG - Helpdesk Admins | Helpdesk Administrator",
            "PIM218 High: RAG - Helpdesk Admins | Password Administrator",
            "PIM218 High: RAG - Helpdesk Admins | User Administrator"
        );

    [Test]
    public Task Trap_disabled_alert_read_as_a_pass() =>
        Gives(
            tenant => tenant.PimAlert("StaleSignIn", isActive: false, isEnabled: false),
            $"PIM705 Low: {StaleAccounts}"
        );

    [Test]
    public Task Trap_review_of_something_else_counted_as_a_review_of_the_role() =>
        Gives(
            tenant =>
                tenant
                    .RemoveAccessReview("Quarterly: Exchange Administrator")
                    .AccessReview("Quarterly: reports", Reviews.OfGroup(ReportReaders))
                    .AccessReview("Quarterly: readers", Reviews.OfRole("Global Reader")),
            "PIM501 High: Exchange Administrator | /"
        );

    /// <summary>It lists the group as active, and none of those who may activate their membership.</summary>
    [Test]
    public Task Trap_review_of_a_role_counted_for_the_eligible_members_of_its_group() =>
        Gives(
            tenant =>
                tenant
                    .RemoveAccessReview("Quarterly: Helpdesk admins")
                    .AccessReview(
                        "Quarterly: helpdesk roles",
                        Reviews.OfRole("Helpdesk Administrator", "Password Administrator", "User Administrator")
                    ),
            "PIM501 High: Helpdesk Administrator | /",
            "PIM501 High: Password Administrator | /",
            "PIM501 High: User Administrator | /"
        );

    [TestCase(false)]
    [TestCase(null)]
    public Task Trap_stale_immutable_id_taken_for_synchronised(bool? flag) =>
        StaysSilent(tenant =>
            tenant.Body("Mei Tanaka", body => Sync(body, flag)).Body(EmergencyOne, body => Sync(body, flag))
        );

    [Test]
    public Task Trap_synchronised_without_an_immutable_id_not_seen() =>
        Gives(tenant => tenant.MakeSynchronised("Mei Tanaka"), "PIM601 High: Mei Tanaka");

    [Test]
    public Task Trap_phantom_eligibility_of_a_deleted_principal_not_seen() =>
        Gives(tenant => tenant.Delete("Noor Rahman", Now.AddDays(-26)), "PIM603 Medium: Noor Rahman");

    /// <summary>Deleted for good: no list of the directory holds it any more.</summary>
    [Test]
    public Task Trap_phantom_eligibility_of_a_purged_principal_not_seen() =>
        Gives(
            Sample.Fabrikam.With(tenant => tenant.Purge("Noor Rahman")),
            $"PIM610 High: {Sample.Fabrikam.Tenant.IdOf("Noor Rahman")}"
        );

    /// <summary>Synchronised, with a mailbox, idle, and with a weak method: what is wrong with it is family 4's alone.</summary>
    [Test]
    public Task Trap_emergency_account_accepted_by_one_rule_and_flagged_by_its_neighbour() =>
        Gives(
            tenant =>
                tenant
                    .MakeSynchronised(EmergencyTwo)
                    .License(EmergencyTwo, new("efb87545-963c-4e0d-99df-69c6916d9eb0"))
                    .Registers(EmergencyTwo, "mobilePhone")
                    .SignedIn(EmergencyTwo, Now.AddDays(-300), Now.AddDays(-300))
                    .RemoveAssignment(EmergencyTwo, Global)
                    .Assign(EmergencyTwo, Global, outsidePim: true),
            $"PIM106 Info: {EmergencyTwo} | Global Administrator | /",
            $"PIM406 High: {EmergencyTwo}",
            $"PIM407 High: {EmergencyTwo}",
            $"PIM409 Medium: {EmergencyTwo}"
        );

    /// <summary>It is no second account, whatever the configuration says.</summary>
    [Test]
    public async Task Trap_configured_emergency_account_that_does_not_exist_counted()
    {
        const string Nobody = "aaaaaaaa-0000-4000-8000-000000000009";
        var sample = Sample.Fabrikam.With(tenant => tenant.RemoveAssignment(EmergencyTwo, Global));
        var audited = await (
            sample with
            {
                Configuration = $"emergencyAccounts: [{sample.Tenant.IdOf(EmergencyOne)}, {Nobody}]",
            }
        ).AuditAsync();

        Assert.That(
            audited.Findings,
            Is.EquivalentTo(new[] { "PIM401 Critical: Fabrikam", $"PIM405 Critical: {Nobody}" })
        );
    }

    [Test]
    public Task Trap_first_bad_role_hides_the_others() =>
        Gives(
            tenant =>
                tenant.RoleSettings(
                    [Exchange, "Security Administrator", "SharePoint Administrator"],
                    Good with
                    {
                        Mfa = false,
                    }
                ),
            "PIM201 High: Exchange Administrator",
            "PIM201 High: Security Administrator",
            "PIM201 High: SharePoint Administrator"
        );

    /// <summary>There are no settings, no alerts and no eligible people to find fault with, or to praise.</summary>
    [Test]
    public async Task Trap_tenant_without_licence_fails_everything()
    {
        var audited = await Sample.Fabrikam.With(tenant => tenant.RemoveSubscription("AAD_PREMIUM_P2")).AuditAsync();

        Assert.That(
            audited
                .Result.Rules.Where(rule => rule.Id[3] is '2' or '7')
                .Select(rule => (rule.Outcome, rule.Reason))
                .Distinct(),
            Is.EqualTo(new[] { (RuleOutcome.NotEvaluated, (MissingReason?)MissingReason.Licence) })
        );
    }

    private static Sample AtMostFive(Func<TenantBuilder, TenantBuilder> change) =>
        Sample.Fabrikam.With(change) with
        {
            Configuration = $"{Sample.Fabrikam.Configuration}\nrules: {{ PIM109: {{ max: 5 }} }}\n",
        };

    private static void Lasts(JsonObject policy, string duration)
    {
        foreach (var rule in policy["rules"]!.AsArray())
            if (rule!["id"]!.GetValue<string>() == "Expiration_EndUser_Assignment")
                rule["maximumDuration"] = duration;
    }

    private static void Sync(JsonObject body, bool? flag)
    {
        body["onPremisesImmutableId"] = "q83vEjRWeJq83vEjRWeJqw==";
        body["onPremisesSyncEnabled"] = flag;
    }
}
