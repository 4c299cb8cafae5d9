namespace PimAudit.GraphEmulator.Tests.Endpoints;

internal sealed class TenantDocumentTests
{
    private const string Reviews = "identityGovernance/accessReviews/definitions";

    [Test]
    public async Task The_organisation_says_its_id_and_initial_domain()
    {
        var tenant = A.Tenant.Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var row = (await graph.GetAsync("organization")).Rows.Single();
        var initial = row["verifiedDomains"]!.AsArray().Single(domain => domain!["isInitial"]!.GetValue<bool>());

        Assert.That(
            (row["id"]!.ToString(), initial!["name"]!.ToString()),
            Is.EqualTo(($"{tenant.Id}", "contoso.onmicrosoft.example"))
        );
    }

    [TestCase("Enabled", 40, 0)]
    [TestCase("Warning", 0, 40)]
    public async Task The_status_of_a_subscription_decides_where_its_seats_stand(
        string status,
        int enabled,
        int warning
    )
    {
        await using var graph = await GraphClient.StartAsync(
            A.Tenant.Subscription("AAD_PREMIUM_P2", 40, status).Build()
        );
        var units = (await graph.GetAsync("subscribedSkus")).Rows.Single()["prepaidUnits"]!;

        Assert.That(
            (units["enabled"]!.GetValue<int>(), units["warning"]!.GetValue<int>()),
            Is.EqualTo((enabled, warning))
        );
    }

    [TestCase(ReviewScope.Role, "/roleManagement/directory/roleDefinitions/ROLE")]
    [TestCase(
        ReviewScope.RoleEligible,
        "/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq 'ROLE')"
    )]
    [TestCase(
        ReviewScope.RoleWorkloads,
        "/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq 'ROLE')"
    )]
    public async Task A_review_names_its_role_in_the_query(ReviewScope scope, string query)
    {
        var settings = new AccessReviewSettings { Targets = ["Exchange Administrator"], Scope = scope };
        var tenant = A.Tenant.AccessReview("Quarterly", settings).Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var row = (await graph.GetAsync(Reviews)).Rows.Single();

        Assert.That(
            row["scope"]!["query"]!.ToString(),
            Is.EqualTo(query.Replace("ROLE", $"{tenant.IdOf("Exchange Administrator")}"))
        );
    }

    [Test]
    public async Task A_review_of_several_roles_has_several_resource_scopes()
    {
        var settings = new AccessReviewSettings { Targets = ["Exchange Administrator", "Teams Administrator"] };
        await using var graph = await GraphClient.StartAsync(A.Tenant.AccessReview("Quarterly", settings).Build());
        var scope = (await graph.GetAsync(Reviews)).Rows.Single()["scope"]!;

        Assert.That(
            (scope["@odata.type"]!.ToString(), scope["resourceScopes"]!.AsArray().Count),
            Is.EqualTo(("#microsoft.graph.principalResourceMembershipsScope", 2))
        );
    }

    [Test]
    public async Task Instances_are_read_per_review_and_never_in_the_list()
    {
        var settings = new AccessReviewSettings { Targets = ["Exchange Administrator"], LastFinishedDaysAgo = 30 };
        await using var graph = await GraphClient.StartAsync(A.Tenant.AccessReview("Quarterly", settings).Build());
        var row = (await graph.GetAsync(Reviews)).Rows.Single();
        var instances = await graph.GetAsync($"{Reviews}/{row["id"]}/instances");

        Assert.Multiple(() =>
        {
            Assert.That(row.ContainsKey("instances"), Is.False);
            Assert.That(instances.Column("status"), Is.EqualTo(["Applied", "InProgress"]));
            Assert.That(instances.Column("endDateTime")[0], Is.EqualTo("2026-09-01T06:00:00Z"));
        });
    }

    [Test]
    public async Task A_conditional_access_policy_targets_contexts_and_people_by_id()
    {
        var settings = new ConditionalAccessSettings
        {
            Contexts = ["c1"],
            IncludeUsers = ["All"],
            ExcludeUsers = ["Ada"],
            IncludeRoles = ["Exchange Administrator"],
        };
        var tenant = A.Tenant.Users("Ada").ConditionalAccess("Step up", settings).Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var conditions = (await graph.GetAsync("identity/conditionalAccess/policies")).Rows.Single()["conditions"]!;

        Assert.That(
            new[]
            {
                conditions["applications"]!["includeAuthenticationContextClassReferences"]!.ToJsonString(),
                conditions["users"]!["includeUsers"]!.ToJsonString(),
                conditions["users"]!["excludeUsers"]!.ToJsonString(),
                conditions["users"]!["includeRoles"]!.ToJsonString(),
            },
            Is.EqualTo([
                """["c1"]""",
                """["All"]""",
                $"""["{tenant.IdOf("Ada")}"]""",
                $"""["{tenant.IdOf("Exchange Administrator")}"]""",
            ])
        );
    }
}
