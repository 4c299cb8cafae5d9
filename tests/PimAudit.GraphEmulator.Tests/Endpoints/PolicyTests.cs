using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class PolicyTests
{
    private const string Path = "policies/roleManagementPolicyAssignments?$filter=";
    private const string OfRoles = Path + "scopeId eq '/' and scopeType eq 'DirectoryRole'";
    private const string WithRules = "&$expand=policy($expand=rules)";
    private const string Exchange = "Exchange Administrator";

    [Test]
    public async Task Every_assignable_role_has_a_policy_with_seventeen_rules()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var rows = await graph.AllAsync(OfRoles + WithRules);

        Assert.That(
            rows.Select(row => row["policy"]!["rules"]!.AsArray().Count),
            Is.EqualTo(Enumerable.Repeat(17, 142))
        );
    }

    [Test]
    public async Task Rules_carry_the_ids_and_types_of_the_contract()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var rules = await RulesAsync(graph, A.Tenant.Id(Exchange));

        Assert.That(
            rules.Select(rule => $"{rule["id"]} {Type(rule)}"),
            Is.EqualTo([
                "Expiration_Admin_Eligibility Expiration",
                "Enablement_Admin_Eligibility Enablement",
                "Notification_Admin_Admin_Eligibility Notification",
                "Notification_Requestor_Admin_Eligibility Notification",
                "Notification_Approver_Admin_Eligibility Notification",
                "Expiration_Admin_Assignment Expiration",
                "Enablement_Admin_Assignment Enablement",
                "Notification_Admin_Admin_Assignment Notification",
                "Notification_Requestor_Admin_Assignment Notification",
                "Notification_Approver_Admin_Assignment Notification",
                "Expiration_EndUser_Assignment Expiration",
                "Enablement_EndUser_Assignment Enablement",
                "Approval_EndUser_Assignment Approval",
                "AuthenticationContext_EndUser_Assignment AuthenticationContext",
                "Notification_Admin_EndUser_Assignment Notification",
                "Notification_Requestor_EndUser_Assignment Notification",
                "Notification_Approver_EndUser_Assignment Notification",
            ])
        );
    }

    [TestCase("04:00:00", "PT4H")]
    [TestCase("10:30:00", "PT10H30M")]
    [TestCase("00:30:00", "PT30M")]
    [TestCase("1.00:00:00", "P1D")]
    public async Task Durations_are_written_as_graph_writes_them(string duration, string text)
    {
        var settings = PolicySettings.Good with
        {
            Activation = TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture),
        };
        await using var graph = await GraphClient.StartAsync(A.Tenant.RoleSettings(Exchange, settings).Build());
        var rule = await RuleAsync(graph, Exchange, "Expiration_EndUser_Assignment");

        Assert.That(rule["maximumDuration"]!.ToString(), Is.EqualTo(text));
    }

    [Test]
    public async Task An_untouched_role_asks_for_a_reason_and_global_administrator_for_mfa_too()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        const string Rule = "Enablement_EndUser_Assignment";
        var exchange = await RuleAsync(graph, Exchange, Rule);
        var global = await RuleAsync(graph, "Global Administrator", Rule);

        Assert.That(
            (exchange["enabledRules"]!.ToJsonString(), global["enabledRules"]!.ToJsonString()),
            Is.EqualTo(("""["Justification"]""", """["MultiFactorAuthentication","Justification"]"""))
        );
    }

    [TestCase(
        ApproverShape.Documented,
        """[{"@odata.type":"#microsoft.graph.singleUser","userId":"ADA"},{"@odata.type":"#microsoft.graph.groupMembers","groupId":"TEAM"}]"""
    )]
    [TestCase(
        ApproverShape.Observed,
        """[{"@odata.type":"#microsoft.graph.singleUser","id":"ADA","isBackup":false,"description":"Ada"},{"@odata.type":"#microsoft.graph.groupMembers","id":"TEAM","isBackup":false,"description":"Team"}]"""
    )]
    public async Task Approvers_come_in_both_shapes(ApproverShape shape, string expected)
    {
        var settings = PolicySettings.Good with { Approval = true, Approvers = ["Ada", "Team"], ApproverShape = shape };
        var tenant = A.Tenant.Users("Ada").Group("Team").RoleSettings(Exchange, settings).Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var rule = await RuleAsync(graph, Exchange, "Approval_EndUser_Assignment");

        Assert.That(
            rule["setting"]!["approvalStages"]![0]!["primaryApprovers"]!.ToJsonString(),
            Is.EqualTo(expected.Replace("ADA", $"{tenant.IdOf("Ada")}").Replace("TEAM", $"{tenant.IdOf("Team")}"))
        );
    }

    [Test]
    public async Task A_group_has_member_and_owner_settings()
    {
        var tenant = A
            .Tenant.Group("Team")
            .GroupSettings("Team", GroupSide.Owner, PolicySettings.Good with { Ticket = true })
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var scope = $"{Path}scopeId eq '{tenant.IdOf("Team")}' and scopeType eq 'Group'";
        var both = await graph.GetAsync(scope);
        var owner = await graph.GetAsync($"{scope} and roleDefinitionId eq 'owner'{WithRules}");
        var enablement = owner.Rows.Single()["policy"]!["rules"]!
            .AsArray()
            .Single(rule => rule!["id"]!.ToString() is "Enablement_EndUser_Assignment");

        Assert.Multiple(() =>
        {
            Assert.That(both.Column("roleDefinitionId"), Is.EqualTo(["member", "owner"]));
            Assert.That(
                enablement!["enabledRules"]!.ToJsonString(),
                Is.EqualTo("""["MultiFactorAuthentication","Justification","Ticketing"]""")
            );
        });
    }

    [Test]
    public async Task One_broken_policy_fails_the_list_but_not_its_neighbours()
    {
        var tenant = A.Tenant.BreakRolePolicy(Exchange).Build();
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { PageSize = 999 });
        var all = await graph.GetAsync(OfRoles + WithRules);
        var withoutRules = await graph.GetAsync(OfRoles + "&$expand=policy");
        var broken = await graph.GetAsync(RulesOf(withoutRules, tenant.IdOf(Exchange)));
        var neighbour = await graph.GetAsync(RulesOf(withoutRules, tenant.IdOf("Global Administrator")));

        Assert.Multiple(() =>
        {
            Assert.That(
                (all.Status, withoutRules.Status, broken.Status, neighbour.Status),
                Is.EqualTo((500, 200, 500, 200))
            );
            Assert.That(neighbour.Rows, Has.Count.EqualTo(17));
        });
    }

    [Test]
    public async Task A_policy_can_be_edited_after_it_is_written()
    {
        var tenant = A.Tenant.EditRolePolicy(Exchange, policy => policy["rules"]!.AsArray().RemoveAt(0)).Build();
        await using var graph = await GraphClient.StartAsync(tenant);

        Assert.That(await RulesAsync(graph, tenant.IdOf(Exchange)), Has.Count.EqualTo(16));
    }

    private static string RulesOf(Reply list, Guid role) =>
        $"policies/roleManagementPolicies/{list.Rows.Single(row => row["roleDefinitionId"]!.ToString() == $"{role}")["policyId"]}/rules";

    private static string Type(JsonObject rule) =>
        rule["@odata.type"]!.ToString()["#microsoft.graph.unifiedRoleManagementPolicy".Length..^"Rule".Length];

    private static async Task<IReadOnlyList<JsonObject>> RulesAsync(GraphClient graph, Guid role)
    {
        var reply = await graph.GetAsync($"{OfRoles} and roleDefinitionId eq '{role}'{WithRules}");
        return [.. reply.Rows.Single()["policy"]!["rules"]!.AsArray().Select(rule => rule!.AsObject())];
    }

    private static async Task<JsonObject> RuleAsync(GraphClient graph, string role, string rule) =>
        (await RulesAsync(graph, A.Tenant.Id(role))).Single(row => row["id"]!.ToString() == rule);
}
