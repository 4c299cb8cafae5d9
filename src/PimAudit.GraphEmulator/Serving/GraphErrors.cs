using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Error bodies in the shapes in which Graph's services send them.</summary>
internal static class GraphErrors
{
    private const string MissingScopes =
        "You cannot perform the requested operation, required scopes are missing in the token.";

    public const string RequestId = "32f5a37c-7d23-43a2-b0c4-eb3c5a85e7e0";

    public static GraphRefusal BadRequest(string message) => new(400, Plain("BadRequest", message));

    public static GraphRefusal UnsupportedQuery(string message) => new(400, Plain("Request_UnsupportedQuery", message));

    /// <summary>The doubly nested body with which PIM refuses a query option.</summary>
    public static GraphRefusal InvalidPimQuery(string message) =>
        new(400, new JsonObject { ["error"] = Plain("InvalidFilter", message) });

    /// <summary>A required filter is absent or names another kind of scope.</summary>
    public static GraphRefusal MissingProvider() => new(400, Hidden("MissingProvider", "The provider is missing."));

    public static GraphRefusal NotFound(string id) =>
        new(
            404,
            Plain(
                "Request_ResourceNotFound",
                $"Resource '{id}' does not exist or one of its queried reference-property objects are not present."
            )
        );

    public static GraphRefusal PimNotFound() => new(404, Hidden("ResourceNotFound", "The resource is not found."));

    public static GraphRefusal NoSuchSegment(string segment) =>
        new(400, Plain("BadRequest", $"Resource not found for the segment '{segment}'."));

    public static GraphRefusal NotServed() =>
        new(404, Plain("UnknownError", "Only v1.0 and a few paths of beta are served here."));

    public static GraphRefusal MethodNotAllowed() =>
        new(405, Plain("Request_BadRequest", "Specified HTTP method is not allowed for the request target."));

    public static GraphRefusal Unlicensed() => new(400, UnlicensedBody());

    public static GraphRefusal ScopeNotGranted(string permissions) =>
        new(
            403,
            Hidden("PermissionScopeNotGranted", $"Authorization failed due to missing permission scope {permissions}.")
        );

    /// <summary>403 in the words of the service.</summary>
    public static GraphRefusal NotGranted(PermissionRow row) =>
        row.Service switch
        {
            GraphServiceKind.Pim => ScopeNotGranted(string.Join(',', row.AnyOf)),
            GraphServiceKind.ConditionalAccess => new(403, Plain("AccessDenied", MissingScopes)),
            GraphServiceKind.Reports => new(403, Plain("accessDenied", MissingScopes)),
            _ => new(403, Plain("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")),
        };

    /// <summary>What the reports and the sign-ins answer without P1.</summary>
    public static GraphRefusal NotPremium() =>
        new(
            403,
            Plain(
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license"
            )
        );

    public static GraphAnswer Unauthorised() =>
        new(401, Plain("InvalidAuthenticationToken", "Access token is empty, expired or not valid."));

    /// <param name="retryAfter">Seconds or an HTTP date; null for no such header.</param>
    public static GraphAnswer TooMany(string? retryAfter) =>
        new(429, Plain("TooManyRequests", "Too many requests: try again later."), retryAfter);

    public static GraphRefusal ServerError() => new(500, Plain("", "An error has occurred."));

    public static JsonObject UnlicensedBody() =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["code"] = "AadPremiumLicenseRequired",
                ["message"] =
                    "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.",
            },
        };

    public static JsonObject Plain(string code, string message) =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["code"] = code,
                ["message"] = message,
                ["innerError"] = new JsonObject
                {
                    ["date"] = "2026-10-01T06:00:00",
                    ["request-id"] = RequestId,
                    ["client-request-id"] = RequestId,
                },
            },
        };

    /// <summary>PIM's habit: the true code is JSON text inside the message of an UnknownError.</summary>
    private static JsonObject Hidden(string code, string message) =>
        Plain(
            "UnknownError",
            new JsonObject
            {
                ["errorCode"] = code,
                ["message"] = message,
                ["instanceAnnotations"] = new JsonArray(),
            }.ToJsonString()
        );
}
