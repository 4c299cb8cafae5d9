using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator.Tests.Serving;

internal sealed class RefusalTests
{
    private const string Policies = "policies/roleManagementPolicyAssignments";
    private const string GroupPim = "identityGovernance/privilegedAccess/group/";

    [Test]
    public async Task Every_request_needs_the_token()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        graph.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        var other = await graph.GetAsync("organization");
        graph.Http.DefaultRequestHeaders.Authorization = null;
        var none = await graph.GetAsync("organization");

        Assert.That(
            new[] { (other.Status, other.ErrorCode), (none.Status, none.ErrorCode) },
            Is.EqualTo([(401, "InvalidAuthenticationToken"), (401, "InvalidAuthenticationToken")])
        );
    }

    [TestCase(Policies)]
    [TestCase(Policies + "?$filter=scopeId eq '/'")]
    [TestCase(Policies + "?$filter=scopeId eq '/' and scopeType eq 'Group'")]
    [TestCase(Policies + "?$filter=scopeId eq '/' or scopeType eq 'DirectoryRole'")]
    [TestCase(GroupPim + "eligibilityScheduleInstances")]
    [TestCase(GroupPim + "assignmentScheduleInstances?$filter=accessId eq 'member'")]
    public async Task A_required_filter_that_is_missing_hides_its_code_in_the_message(string path)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var reply = await graph.GetAsync(path);
        var hidden = JsonNode.Parse(reply.ErrorMessage!)!;

        Assert.That(
            (reply.Status, reply.ErrorCode, hidden["errorCode"]!.ToString()),
            Is.EqualTo((400, "UnknownError", "MissingProvider"))
        );
    }

    [TestCase("roleManagement/directory/roleAssignments?$top=5")]
    [TestCase("roleManagement/directory/roleEligibilityScheduleInstances?$top=999")]
    [TestCase("roleManagement/directory/roleAssignmentScheduleInstances?$orderby=startDateTime")]
    [TestCase("roleManagement/directory/roleAssignmentScheduleInstances?$count=true")]
    [TestCase("roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal($select=id)")]
    [TestCase("roleManagement/directory/roleEligibilityScheduleInstances?$select=nonsense")]
    public async Task Pim_refuses_other_options_with_a_doubly_nested_error(string path)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        var reply = await graph.GetAsync(path);

        Assert.That(
            (reply.Status, reply.Body["error"]!["error"]!["code"]!.ToString()),
            Is.EqualTo((400, "InvalidFilter"))
        );
    }

    [TestCase("users?$skip=1", 400)]
    [TestCase("users?$select=nonsense", 400)]
    [TestCase("users?$filter=jobTitle eq 'Chef'", 400)]
    [TestCase("users?$filter=id eq 62e90394-69f5-4237-9190-012177145e10", 400)]
    [TestCase("users?$filter=displayName ne 'Ada'", 400)]
    [TestCase("users?$count=true", 400)]
    [TestCase("subscribedSkus?$filter=skuPartNumber eq 'X'", 400)]
    [TestCase("roleManagement/directory/roleAssignments?$expand=principal,roleDefinition", 400)]
    [TestCase("roleManagement/directory/roleAssignmentScheduleRequests", 403)]
    [TestCase(GroupPim + "eligibilityScheduleRequests", 403)]
    [TestCase("nonsense", 400)]
    [TestCase("users/62e90394-69f5-4237-9190-012177145e10", 404)]
    public async Task What_graph_does_not_do_is_refused(string path, int status)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());

        Assert.That((await graph.GetAsync(path)).Status, Is.EqualTo(status));
    }

    [TestCase("POST", "groups")]
    [TestCase("DELETE", "groups/62e90394-69f5-4237-9190-012177145e10")]
    [TestCase("PATCH", "users/62e90394-69f5-4237-9190-012177145e10")]
    [TestCase("POST", "roleManagement/directory/roleAssignmentScheduleRequests")]
    [TestCase("GET", "directoryObjects/getByIds")]
    public async Task Writes_are_not_allowed(string method, string path)
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        using var request = new HttpRequestMessage(new HttpMethod(method), "v1.0/" + path);
        using var response = await graph.Http.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(405));
    }

    [Test]
    public async Task Without_p2_pim_says_so_and_the_directory_answers()
    {
        var tenant = A.Tenant.RemoveSubscription("AAD_PREMIUM_P2").Build();
        await using var graph = await GraphClient.StartAsync(tenant);
        var pim = await graph.GetAsync("roleManagement/directory/roleEligibilityScheduleInstances");
        var directory = await graph.GetAsync("roleManagement/directory/roleAssignments");

        Assert.That((pim.Status, pim.ErrorCode, directory.Status), Is.EqualTo((400, "AadPremiumLicenseRequired", 200)));
    }

    [Test]
    public async Task Only_v1_is_served()
    {
        await using var graph = await GraphClient.StartAsync(A.Tenant.Build());
        using var response = await graph.Http.GetAsync("beta/organization");

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }
}
