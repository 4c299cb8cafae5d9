using System.Text.RegularExpressions;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Collect.Tests;

/// <summary>Every kind of request, as Graph v1.0 documents it. A new one belongs here on purpose.</summary>
public sealed partial class RequestTests
{
    private const string User =
        "id,displayName,userPrincipalName,accountEnabled,userType,creationType,externalUserState,onPremisesSyncEnabled,createdDateTime,assignedPlans";
    private const string Group =
        "id,displayName,isAssignableToRole,securityEnabled,mailEnabled,groupTypes,onPremisesSyncEnabled,visibility,isManagementRestricted,createdDateTime";
    private const string Roles = "GET /v1.0/roleManagement/directory/";
    private const string Settings = "GET /v1.0/policies/roleManagementPolicyAssignments?$expand=policy($expand=rules)&";

    private static readonly string[] Documented =
    [
        "GET /beta/identityGovernance/privilegedAccess/group/resources",
        "GET /beta/identityGovernance/roleManagementAlerts/alerts?$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'&$expand=alertDefinition,alertConfiguration,alertIncidents",
        "GET /beta/roleManagement/directory/roleDefinitions",
        "GET /v1.0/applications/{id}/owners?$select=id",
        "GET /v1.0/applications?$filter=appId eq '{id}'&$select=id,appId,displayName,passwordCredentials,keyCredentials",
        "GET /v1.0/auditLogs/directoryAudits?$filter=loggedByService eq 'PIM' and activityDateTime ge {moment} and activityDateTime le {moment}&$top=999",
        "GET /v1.0/directory/administrativeUnits?$select=id,displayName,isMemberManagementRestricted",
        "GET /v1.0/directory/deletedItems/{id}",
        "GET /v1.0/groups/{id}/memberOf/microsoft.graph.group?$count=true&$select=id&$top=999",
        "GET /v1.0/groups/{id}/members?$select=id&$top=999",
        "GET /v1.0/groups/{id}/owners?$select=id&$top=999",
        $"GET /v1.0/groups?$filter=id in ('{{id}}')&$select={Group}",
        $"GET /v1.0/groups?$filter=isAssignableToRole eq true&$select={Group}&$top=999",
        $"GET /v1.0/groups?$filter=startsWith(displayName,'RAG - ')&$select={Group}&$top=999",
        "GET /v1.0/identity/conditionalAccess/authenticationContextClassReferences",
        "GET /v1.0/identity/conditionalAccess/policies",
        "GET /v1.0/identityGovernance/accessReviews/definitions",
        "GET /v1.0/identityGovernance/accessReviews/definitions/{id}/instances?$select=id,startDateTime,endDateTime,status",
        "GET /v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleInstances?$filter=groupId eq '{id}'",
        "GET /v1.0/identityGovernance/privilegedAccess/group/assignmentSchedules?$filter=groupId eq '{id}'",
        "GET /v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?$filter=groupId eq '{id}'",
        "GET /v1.0/identityGovernance/privilegedAccess/group/eligibilitySchedules?$filter=groupId eq '{id}'",
        "GET /v1.0/organization?$select=id,displayName,verifiedDomains",
        Settings + "$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
        Settings + "$filter=scopeId eq '{id}' and scopeType eq 'Group'",
        "GET /v1.0/reports/authenticationMethods/userRegistrationDetails",
        Roles + "roleAssignmentScheduleInstances?$expand=activatedUsing",
        Roles + "roleAssignmentSchedules",
        Roles + "roleAssignments",
        Roles + "roleDefinitions",
        Roles + "roleEligibilityScheduleInstances",
        Roles + "roleEligibilitySchedules",
        "GET /v1.0/servicePrincipals/{id}/owners?$select=id",
        "GET /v1.0/servicePrincipals?$filter=id in ('{id}')&$select=id,appId,displayName,accountEnabled,servicePrincipalType,appOwnerOrganizationId,passwordCredentials,keyCredentials",
        "GET /v1.0/subscribedSkus?$select=id,skuId,skuPartNumber,capabilityStatus,prepaidUnits,servicePlans",
        "GET /v1.0/users/emergency.one@contoso.example?$select=id,displayName,userPrincipalName",
        "GET /v1.0/users/{id}/transitiveMemberOf/microsoft.graph.group?$count=true&$select=id&$top=999",
        "GET /v1.0/users/{id}?$select=id,signInActivity",
        $"GET /v1.0/users?$filter=id in ('{{id}}')&$select={User}",
        "POST /v1.0/$batch",
        "POST /v1.0/directoryObjects/getByIds",
    ];

    [Test]
    public async Task Asks_only_what_is_documented()
    {
        var collected = await Small.CollectAsync();

        Assert.That(Kinds(collected), Is.EqualTo(Documented));
    }

    [Test]
    public async Task Reads_rules_policy_by_policy_where_the_list_with_rules_fails()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault(@"policy\(\$expand=rules\).*DirectoryRole", FaultKind.ServerError)
        );

        Assert.That(
            Kinds(collected).Except(Documented, StringComparer.Ordinal),
            Is.EqualTo([
                "GET /v1.0/policies/roleManagementPolicies/DirectoryRole_{id}_{id}/rules",
                "GET /v1.0/policies/roleManagementPolicyAssignments?$expand=policy&$filter=scopeId eq '/' and scopeType eq 'DirectoryRole'",
            ])
        );
    }

    [Test]
    public async Task Reads_one_list_again_for_each_principal_that_stands_in_one_only()
    {
        var tenant = Small.Builder().RemoveFromInstances("Backup", "Directory Readers").Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            Kinds(collected).Except(Documented, StringComparer.Ordinal),
            Is.EqualTo([
                Roles + "roleAssignmentScheduleInstances?$expand=activatedUsing&$filter=principalId eq '{id}'",
                Roles + "roleAssignments?$filter=principalId eq '{id}'",
            ])
        );
    }

    [Test]
    public async Task Further_pages_of_an_answer_to_POST_are_read_with_GET()
    {
        const string Next = "https://graph.microsoft.com/v1.0/directoryObjects/getByIds?$skiptoken=x";
        var network = new Answers(path =>
            Answers.Json(
                path.Contains("skiptoken", StringComparison.Ordinal)
                    ? """{"value":[]}"""
                    : $$"""{"value":[],"@odata.nextLink":"{{Next}}"}"""
            )
        );

        await AskAsync(Cloud.Global.Endpoint, network, ask => new PrincipalReads(ask).Kinds([Guid.Empty]));

        Assert.That(
            network.Asked.Select(request => $"{request.Method} {request.Address}"),
            Is.EqualTo(["POST https://graph.microsoft.com/v1.0/directoryObjects/getByIds", "GET " + Next])
        );
    }

    [TestCase("https://proxy.example/graph", "https://proxy.example/graph/v1.0/")]
    [TestCase("https://proxy.example/graph/v1.0/", "https://proxy.example/graph/v1.0/")]
    [TestCase("http://localhost:5055/", "http://localhost:5055/v1.0/")]
    public async Task Every_address_lies_below_the_version_of_the_endpoint(string endpoint, string root)
    {
        var network = new Answers(path =>
            Answers.Json(
                path.EndsWith("$batch", StringComparison.Ordinal) ? """{"responses":[]}""" : """{"value":[]}"""
            )
        );
        var graph = new GraphEndpoint(new Uri(endpoint));

        await AskAsync(graph, network, ask => new GroupReads(ask).Parents(Guid.Empty));
        await AskAsync(
            graph,
            network,
            ask => new GroupReads(ask).Members(Guid.Empty),
            ask => new GroupReads(ask).Owners(Guid.Empty)
        );

        Assert.That(
            network.Asked.Select(request => request.Address.GetLeftPart(UriPartial.Path)).Distinct(),
            Is.EqualTo([
                $"{root}groups/{Guid.Empty}/memberOf/microsoft.graph.group",
                root + "$batch",
                $"{root}groups/{Guid.Empty}/members",
                $"{root}groups/{Guid.Empty}/owners",
            ])
        );
    }

    private static async Task AskAsync(
        GraphEndpoint endpoint,
        Answers network,
        params Func<Questions, GraphRead>[] reads
    )
    {
        using var connection = new GraphConnection(endpoint, new StaticToken("token"), network);
        var ask = new Questions(connection);
        await Readers.Over(connection).ReadBatchedAsync(reads.Select(read => read(ask)), CancellationToken.None);
    }

    private static IEnumerable<string> Kinds(Collected collected) =>
        collected
            .Requests.Select(request =>
                Moments()
                    .Replace(
                        Repeated()
                            .Replace(
                                Ids()
                                    .Replace(
                                        $"{request.Method} {Uri.UnescapeDataString(request.PathAndQuery)}",
                                        "{id}"
                                    ),
                                "'{id}'"
                            ),
                        "{moment}"
                    )
            )
            .Where(request => !request.Contains("$skiptoken=", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moments();

    [GeneratedRegex("'{id}'(,'{id}')+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
