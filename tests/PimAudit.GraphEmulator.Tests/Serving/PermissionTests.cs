using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class PermissionTests
{
    private const string Roles = "roleManagement/directory/";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";
    private const string Pim = "UnknownError";
    private const string Directory = "Authorization_RequestDenied";

    private static EmulatedTenant Team { get; } =
        A
            .Tenant.Users("Ada")
            .ServicePrincipal("Robot")
            .Application("Robot")
            .AddOwner("Ada", "Robot")
            .Group("Team")
            .AddMembers("Team", "Ada", "Robot")
            .Build();

    private static Task<GraphClient> With(params string[] permissions) =>
        GraphClient.StartAsync(Team, new EmulatorOptions { AccessToken = EmulatorToken.With(Team, permissions) });

    [TestCase(Roles + "roleDefinitions", "RoleManagement.Read.Directory", Directory)]
    [TestCase(Roles + "roleAssignments", "Directory.Read.All", Directory)]
    [TestCase(Roles + "roleEligibilityScheduleInstances", "RoleEligibilitySchedule.Read.Directory", Pim)]
    [TestCase(Roles + "roleEligibilitySchedules", "RoleManagement.Read.Directory", Pim)]
    [TestCase(Roles + "roleAssignmentScheduleInstances", "RoleAssignmentSchedule.Read.Directory", Pim)]
    [TestCase(Roles + "roleAssignmentSchedules", "RoleManagement.Read.Directory", Pim)]
    [TestCase(
        "policies/roleManagementPolicyAssignments?$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
        "RoleManagementPolicy.Read.Directory",
        Pim
    )]
    [TestCase(
        "policies/roleManagementPolicyAssignments?$filter=scopeId eq '{Team}' and scopeType eq 'Group'",
        "RoleManagementPolicy.Read.AzureADGroup",
        Pim
    )]
    [TestCase(
        GroupPim + "eligibilityScheduleInstances?$filter=groupId eq '{Team}'",
        "PrivilegedEligibilitySchedule.Read.AzureADGroup",
        Pim
    )]
    [TestCase(GroupPim + "assignmentSchedules?$filter=groupId eq '{Team}'", "PrivilegedAccess.Read.AzureADGroup", Pim)]
    [TestCase("groups", "GroupMember.Read.All", Directory)]
    [TestCase("groups/{Team}/members", "GroupMember.Read.All", Directory)]
    [TestCase("groups/{Team}/memberOf", "Directory.Read.All", Directory)]
    [TestCase("users", "User.Read.All", Directory)]
    [TestCase("servicePrincipals", "Application.Read.All", Directory)]
    [TestCase("servicePrincipals/{Robot}/owners", "Application.Read.All", Directory)]
    [TestCase("applications", "Application.Read.All", Directory)]
    [TestCase("directory/administrativeUnits", "AdministrativeUnit.Read.All", Directory)]
    [TestCase("organization", "Directory.Read.All", Directory)]
    [TestCase("subscribedSkus", "Organization.Read.All", Directory)]
    [TestCase("identity/conditionalAccess/policies", "Policy.Read.All", "AccessDenied")]
    [TestCase(
        "identity/conditionalAccess/authenticationContextClassReferences",
        "Policy.Read.ConditionalAccess",
        "AccessDenied"
    )]
    [TestCase("identityGovernance/accessReviews/definitions", "AccessReview.Read.All", Directory)]
    [TestCase("reports/authenticationMethods/userRegistrationDetails", "AuditLog.Read.All", "accessDenied")]
    public async Task A_path_asks_for_its_permission(string path, string permission, string code)
    {
        var named = path.Replace("{Team}", $"{Team.IdOf("Team")}").Replace("{Robot}", $"{Team.IdOf("Robot")}");
        await using var with = await With(permission);
        await using var without = await With("Member.Read.Hidden");
        var (granted, refused) = (await with.GetAsync(named), await without.GetAsync(named));

        Assert.That((granted.Status, refused.Status, refused.ErrorCode), Is.EqualTo((200, 403, code)));
    }

    [TestCase(GroupPim + "resources", "PrivilegedAccess.Read.AzureADGroup")]
    [TestCase(
        "identityGovernance/roleManagementAlerts/alerts?$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
        "RoleManagementAlert.Read.Directory"
    )]
    public async Task Beta_asks_too_and_names_what_it_accepts(string path, string permission)
    {
        await using var with = await With(permission);
        await using var without = await With([.. EmulatorToken.Recommended]);
        var granted = await with.GetAsync(path, version: "beta");
        var refused = await without.GetAsync(path, version: "beta");

        Assert.Multiple(() =>
        {
            Assert.That((granted.Status, refused.Status), Is.EqualTo((200, 403)));
            Assert.That(
                JsonNode.Parse(refused.ErrorMessage!)!["errorCode"]!.ToString(),
                Is.EqualTo("PermissionScopeNotGranted")
            );
            Assert.That(refused.ErrorMessage, Does.Contain(permission));
        });
    }

    [TestCase("AuditLog.Read.All", 403)]
    [TestCase("Directory.Read.All", 403)]
    [TestCase("AuditLog.Read.All Directory.Read.All", 200)]
    public async Task Audits_want_both(string permissions, int status)
    {
        await using var graph = await With(permissions.Split(' '));

        Assert.That((await graph.GetAsync("auditLogs/directoryAudits")).Status, Is.EqualTo(status));
    }

    [TestCase("users?$select=id,signInActivity", "User.Read.All", 403)]
    [TestCase("users?$select=id,signInActivity", "User.Read.All AuditLog.Read.All", 200)]
    [TestCase("users?$select=id", "User.Read.All", 200)]
    public async Task Sign_ins_want_the_audit_log_on_top(string path, string permissions, int status)
    {
        await using var graph = await With(permissions.Split(' '));

        Assert.That((await graph.GetAsync(path)).Status, Is.EqualTo(status));
    }

    [TestCase("User.Read.All", 403)]
    [TestCase("Directory.Read.All", 200)]
    public async Task GetByIds_wants_the_whole_directory(string permission, int status)
    {
        await using var graph = await With(permission);
        var body = new JsonObject { ["ids"] = new JsonArray($"{Team.IdOf("Ada")}") };

        Assert.That((await graph.PostAsync("directoryObjects/getByIds", body)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Members_that_may_not_be_read_are_ids_and_types()
    {
        await using var graph = await With("GroupMember.Read.All", "Application.Read.All");
        var reply = await graph.GetAsync($"groups/{Team.IdOf("Team")}/members?$select=id,displayName");

        Assert.That(
            reply.Rows.Select(row => row.ToJsonString()),
            Is.EqualTo([
                $$"""{"@odata.type":"#microsoft.graph.user","displayName":null,"id":"{{Team.IdOf("Ada")}}"}""",
                $$"""{"@odata.type":"#microsoft.graph.servicePrincipal","displayName":"Robot","id":"{{Team.IdOf("Robot")}}"}""",
            ])
        );
    }

    [Test]
    public async Task Inner_requests_are_judged_one_by_one()
    {
        await using var graph = await With("User.Read.All");
        var answers = await graph.BatchAsync("users", "groups");

        Assert.That(answers.Select(answer => answer["status"]!.GetValue<int>()), Is.EqualTo([200, 403]));
    }

    [TestCase("opaque", 200)]
    [TestCase("e30.e30.", 200)]
    public async Task A_token_that_tells_no_permissions_may_read(string token, int status)
    {
        await using var graph = await GraphClient.StartAsync(Team, new EmulatorOptions { AccessToken = token });

        Assert.That((await graph.GetAsync("users")).Status, Is.EqualTo(status));
    }
}
