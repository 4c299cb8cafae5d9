namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class BetaTests
{
    private const string Beta = "beta";
    private const string Definitions = "roleManagement/directory/roleDefinitions";
    private const string Resources = "identityGovernance/privilegedAccess/group/resources";
    private const string Alerts = "identityGovernance/roleManagementAlerts/alerts";
    private const string Required = "?$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'";

    [Test]
    public async Task Only_beta_says_which_roles_are_privileged()
    {
        var tenant = A.Tenant.CustomRole("Writer").CustomRole("Owner of all").Privileged("Owner of all").Build();
        await using var graph = await GraphClient.StartAsync(tenant, new EmulatorOptions { PageSize = 500 });
        var beta = await graph.GetAsync(Definitions, version: Beta);
        var stable = await graph.GetAsync(Definitions);

        Assert.Multiple(() =>
        {
            Assert.That(beta.Rows.Count(row => row["isPrivileged"]!.GetValue<bool>()), Is.EqualTo(36));
            Assert.That(beta.Rows[^2]["isPrivileged"]!.GetValue<bool>(), Is.False);
            Assert.That(beta.Rows[^1]["isPrivileged"]!.GetValue<bool>(), Is.True);
            Assert.That(stable.Rows.Count(row => row.ContainsKey("isPrivileged")), Is.Zero);
        });
    }

    [Test]
    public async Task Pages_of_beta_lead_to_beta()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var reply = await graph.GetAsync(Definitions, version: Beta);

        Assert.That(
            reply.Text("@odata.nextLink"),
            Does.StartWith($"{graph.Server.BaseAddress}beta/{Definitions}?$skiptoken=")
        );
    }

    [Test]
    public async Task Groups_with_pim_rows_or_settings_are_enabled_and_deleted_ones_stay()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .Group("Eligible")
            .Group("Coming")
            .Group("Changed")
            .Group("Plain")
            .Group("Said")
            .Group("Gone")
            .Foreign("Never here")
            .GroupEligible("Ada", "Eligible")
            .WillBeGroupAssigned("Ada", "Coming", A.Now.AddDays(1))
            .GroupSettings("Changed", GroupSide.Owner, PolicySettings.Good)
            .AddMember("Ada", "Plain")
            .PimEnabled("Said")
            .GroupEligible("Ada", "Gone")
            .Delete("Gone")
            .PimEnabled("Never here")
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var reply = await graph.GetAsync(Resources, version: Beta);

        Assert.That(
            reply.Rows.Select(row => row.ToJsonString()),
            Is.EquivalentTo(
                new[] { "Eligible", "Coming", "Changed", "Said", "Gone", "Never here" }.Select(name =>
                    $$"""{"id":"{{tenant.IdOf(name)}}"}"""
                )
            )
        );
    }

    [Test]
    public async Task Seven_alerts_are_enabled_and_inactive()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var reply = await graph.GetAsync(Alerts + Required + "&$expand=*", version: Beta);

        Assert.That(
            reply.Rows.Select(row =>
                $"{row["id"]!.ToString().Split('_')[2]} {row["isActive"]} {row["alertConfiguration"]!["isEnabled"]}"
            ),
            Is.EqualTo([
                "InvalidLicenseAlert false true",
                "NoMfaOnRoleActivationAlert false true",
                "RedundantAssignmentAlert false true",
                "RolesAssignedOutsidePimAlert false true",
                "SequentialActivationRenewalsAlert false true",
                "StaleSignInAlert false true",
                "TooManyGlobalAdminsAssignedToTenantAlert false true",
            ])
        );
    }

    [Test]
    public async Task An_active_alert_names_its_incidents()
    {
        var tenant = A
            .Tenant.Users("Ada")
            .PimAlert("RolesAssignedOutsidePim", isActive: true, isEnabled: false, "Ada")
            .Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var plain = await graph.GetAsync(Alerts + Required + " and isActive eq true", version: Beta);
        var reply = await graph.GetAsync(
            Alerts + Required + " and isActive eq true&$expand=alertConfiguration,alertIncidents",
            version: Beta
        );
        var row = reply.Rows.Single();

        Assert.Multiple(() =>
        {
            Assert.That(plain.Rows.Single().ContainsKey("alertIncidents"), Is.False);
            Assert.That(row.ContainsKey("alertDefinition"), Is.False);
            Assert.That(row["incidentCount"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(row["alertConfiguration"]!["isEnabled"]!.GetValue<bool>(), Is.False);
            Assert.That(row["alertIncidents"]![0]!["assigneeId"]!.ToString(), Is.EqualTo($"{tenant.IdOf("Ada")}"));
            Assert.That(
                row["alertIncidents"]![0]!["@odata.type"]!.ToString(),
                Is.EqualTo("#microsoft.graph.rolesAssignedOutsidePrivilegedIdentityManagementAlertIncident")
            );
        });
    }

    [TestCase("")]
    [TestCase("?$filter=scopeId eq '/'")]
    [TestCase("?$filter=scopeId eq '/' and scopeType eq 'Directory'")]
    [TestCase(Required + "&$top=5")]
    public async Task Alerts_want_their_scope(string query)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());

        Assert.That((await graph.GetAsync(Alerts + query, version: Beta)).Status, Is.EqualTo(400));
    }

    [TestCase("users", "beta", 404)]
    [TestCase("roleManagement/directory/roleAssignments", "beta", 404)]
    [TestCase(Resources, "v1.0", 400)]
    [TestCase("organization", "v2.0", 404)]
    public async Task Each_version_has_its_own_paths(string path, string version, int status)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());

        Assert.That((await graph.GetAsync(path, version: version)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_batch_belongs_to_one_version()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var beta = await graph.BatchAsync(Beta, [Resources, "users"]);
        var stable = await graph.BatchAsync(Resources, "users");

        Assert.That(
            beta.Concat(stable).Select(answer => answer["status"]!.GetValue<int>()),
            Is.EqualTo([200, 404, 400, 200])
        );
    }
}
