namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class LicenceTests
{
    private const string P1 = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";
    private const string P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    private const string Registrations = "reports/authenticationMethods/userRegistrationDetails";
    private const string NotPremium = "Authentication_RequestFromNonPremiumTenantOrB2CTenant";

    private static Task<GraphClient> With(string? plan)
    {
        var tenant = A.Tenant.Users("Ada").RemoveSubscription("AAD_PREMIUM_P2");
        return GraphClient.StartAsync(
            (plan is null ? tenant : tenant.Subscription("Plan", 10, servicePlan: Guid.Parse(plan))).Build()
        );
    }

    [TestCase(Registrations, null, 403, NotPremium)]
    [TestCase(Registrations, P1, 200, null)]
    [TestCase(Registrations, P2, 200, null)]
    [TestCase("users?$select=signInActivity", null, 403, NotPremium)]
    [TestCase("users?$select=signInActivity", P1, 200, null)]
    [TestCase("users?$select=id", null, 200, null)]
    [TestCase("auditLogs/directoryAudits", null, 200, null)]
    [TestCase("roleManagement/directory/roleEligibilitySchedules", P1, 400, "AadPremiumLicenseRequired")]
    [TestCase("roleManagement/directory/roleAssignmentSchedules", P2, 200, null)]
    public async Task Some_reads_want_a_plan(string path, string? plan, int status, string? code)
    {
        await using var graph = await With(plan);
        var reply = await graph.GetAsync(path);

        Assert.That((reply.Status, reply.ErrorCode), Is.EqualTo((status, code)));
    }

    [TestCase("identityGovernance/privilegedAccess/group/resources", 400)]
    [TestCase(
        "identityGovernance/roleManagementAlerts/alerts?$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
        400
    )]
    [TestCase("roleManagement/directory/roleDefinitions", 200)]
    public async Task Pim_in_beta_wants_p2(string path, int status)
    {
        await using var graph = await With(P1);

        Assert.That((await graph.GetAsync(path, version: "beta")).Status, Is.EqualTo(status));
    }
}
