using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class ErrorBodyTests
{
    private static readonly GraphQuestion Question = new(
        SnapshotParts.RoleAssignments,
        "GET roleManagement/directory/roleAssignments",
        new("https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments")
    );

    [TestCase("error-400-missing-provider", 400, PartStatus.Failed, MissingReason.Malformed, "MissingProvider")]
    [TestCase("error-400-nested-select", 400, PartStatus.Failed, MissingReason.Malformed, "InvalidFilter")]
    [TestCase(
        "error-400-no-p2-licence",
        400,
        PartStatus.Unlicensed,
        MissingReason.Licence,
        "AadPremiumLicenseRequired"
    )]
    [TestCase(
        "error-403-directory-missing-scope",
        403,
        PartStatus.Refused,
        MissingReason.Permission,
        "Authorization_RequestDenied"
    )]
    [TestCase("error-403-no-premium-signin", 403, PartStatus.Unlicensed, MissingReason.Licence, "NonPremiumTenant")]
    [TestCase(
        "error-403-pim-missing-scope",
        403,
        PartStatus.Refused,
        MissingReason.Permission,
        "PrivilegedAccess.Read.AzureADGroup"
    )]
    public void Reads_documented_errors(string body, int status, PartStatus part, MissingReason reason, string told)
    {
        var failure = Of(status, Body.Of(body));

        Assert.Multiple(() =>
        {
            Assert.That((failure.Status, failure.Reason), Is.EqualTo((part, reason)));
            Assert.That(failure.Detail, Does.Contain(told));
        });
    }

    /// <summary>As from a proxy: nobody has to be asked for a permission or a licence.</summary>
    [TestCase(403, "<html>Blocked</html>", MissingReason.Transport)]
    [TestCase(403, "", MissingReason.Transport)]
    [TestCase(403, "[]", MissingReason.Transport)]
    [TestCase(403, """{"error":"no"}""", MissingReason.Transport)]
    [TestCase(403, """{"error":{"code":"Forbidden"}}""", MissingReason.Permission)]
    [TestCase(400, "<html>Blocked</html>", MissingReason.Transport)]
    [TestCase(400, """{"error":{"code":"Whatever"}}""", MissingReason.Licence)]
    public void A_refusal_without_an_error_of_Graphs_is_not_about_rights(
        int status,
        string body,
        MissingReason reason
    ) =>
        Assert.That(
            GraphError
                .Of(
                    Question with
                    {
                        BadRequestMeansLicence = true,
                    },
                    status,
                    GraphError.Parse(System.Text.Encoding.UTF8.GetBytes(body)),
                    retryAfter: null
                )
                .Reason,
            Is.EqualTo(reason)
        );

    [TestCase("""{"error":{"code":"AadPremiumLicenseRequired","message":"No."}}""")]
    [TestCase("""{"error":{"error":{"code":"AadPremiumLicenseRequired","message":"No."}}}""")]
    [TestCase("""{"error":{"code":"UnknownError","message":"{\"errorCode\":\"AadPremiumLicenseRequired\"}"}}""")]
    [TestCase(
        """{"error":{"error":{"code":"UnknownError","message":"{\"errorCode\":\"AadPremiumLicenseRequired\"}"}}}"""
    )]
    [TestCase("""{"error":{"code":"UnknownError","message":"{\"error\":{\"code\":\"AadPremiumLicenseRequired\"}}"}}""")]
    public void Finds_the_missing_licence_wherever_it_is_hidden(string body) =>
        Assert.That(Of(400, body).Status, Is.EqualTo(PartStatus.Unlicensed));

    [TestCase(400, PartStatus.Failed, MissingReason.Malformed)]
    [TestCase(403, PartStatus.Refused, MissingReason.Permission)]
    [TestCase(404, PartStatus.Failed, MissingReason.Malformed)]
    [TestCase(408, PartStatus.Failed, MissingReason.Transport)]
    [TestCase(429, PartStatus.Failed, MissingReason.Throttled)]
    [TestCase(500, PartStatus.Failed, MissingReason.Transport)]
    public void Goes_by_the_status_where_the_body_says_nothing(int status, PartStatus part, MissingReason reason)
    {
        string[] anybodys = ["", "<html>", "[]", "{}", """{"error":null}""", """{"error":"no"}"""];
        string[] graphs =
        [
            """{"error":{"code":"","message":"An error has occurred."}}""",
            """{"error":{"code":null,"message":null}}""",
            """{"error":{"code":"UnauthorizedAccessException","message":"Attempted to perform an unauthorized operation."}}""",
            """{"error":{"code":"UnknownError","message":"{ no JSON"}}""",
            """{"error":{"code":"\ud800","message":"{\"errorCode\":1}"}}""",
        ];
        var failures = graphs.Concat(status is 403 ? [] : anybodys).Select(body => Of(status, body));

        Assert.That(
            failures.Select(failure => (failure.Status, failure.Reason)).Distinct(),
            Is.EqualTo([(part, reason)])
        );
    }

    [TestCase("""{"error":{"code":"UnauthorizedAccessException","message":"No."}}""", true)]
    [TestCase(
        """{"error":{"code":"UnknownError","message":"Attempted to perform an unauthorized operation."}}""",
        true
    )]
    [TestCase("""{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges."}}""", false)]
    public void Says_where_the_person_lacks_a_role_and_not_the_application_a_permission(string body, bool lacksRole) =>
        Assert.That(Of(403, body).Detail.EndsWith(Lacking.EntraRole, StringComparison.Ordinal), Is.EqualTo(lacksRole));

    private static ReadFailure Of(int status, string body) =>
        GraphError.Of(Question, status, GraphError.Parse(System.Text.Encoding.UTF8.GetBytes(body)), retryAfter: null);
}
