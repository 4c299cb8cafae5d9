using NUnit.Framework;

namespace PimAudit.Collect.Tests;

public sealed class RequestLoadTests
{
    [TestCase("v1.0/auditLogs/directoryAudits", "Reports 1")]
    [TestCase("v1.0/reports/authenticationMethods/userRegistrationDetails", "Reports 1")]
    [TestCase("v1.0/identity/conditionalAccess/policies", "ConditionalAccess 1")]
    [TestCase("v1.0/roleManagement/directory/roleAssignmentScheduleInstances", "Pim 1")]
    [TestCase("v1.0/roleManagement/directory/roleEligibilitySchedules", "Pim 1")]
    [TestCase("v1.0/policies/roleManagementPolicies/x/rules", "Pim 1")]
    [TestCase("v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleInstances", "Pim 1")]
    [TestCase("beta/identityGovernance/privilegedAccess/group/resources", "Pim 1")]
    [TestCase("beta/identityGovernance/roleManagementAlerts/alerts", "Pim 1")]
    [TestCase("v1.0/roleManagement/directory/roleAssignments", "Identity 1")]
    [TestCase("v1.0/identityGovernance/accessReviews/definitions", "Identity 1")]
    [TestCase("v1.0/groups/x/members", "Identity 3")]
    [TestCase("v1.0/groups/x/members?$select=id", "Identity 2")]
    [TestCase("v1.0/groups/x/transitiveMembers", "Identity 5")]
    [TestCase("v1.0/directoryObjects/getByIds", "Identity 3")]
    [TestCase("v1.0/subscribedSkus", "Identity 3")]
    [TestCase("v1.0/users", "Identity 2")]
    [TestCase("v1.0/users?$select=id", "Identity 1")]
    [TestCase("v1.0/groups?$select=id", "Identity 1")]
    [TestCase("v1.0/organization?$expand=x", "Identity 2")]
    public void Knows_the_service_of_a_request_and_what_it_weighs(string path, string load)
    {
        var actual = RequestLoad.Of(new Uri("https://graph.microsoft.com/" + path));

        Assert.That($"{actual.Service} {actual.Units}", Is.EqualTo(load));
    }
}
