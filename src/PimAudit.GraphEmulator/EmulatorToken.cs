using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Unsigned bearer tokens that carry permissions, for <see cref="EmulatorOptions.AccessToken"/>.</summary>
public static class EmulatorToken
{
    /// <summary>The eight permissions of one consent that an audit of PIM wants, without those of beta.</summary>
    public static ImmutableArray<string> Recommended { get; } =
    [
        "RoleManagement.Read.Directory",
        "RoleManagementPolicy.Read.AzureADGroup",
        "PrivilegedEligibilitySchedule.Read.AzureADGroup",
        "PrivilegedAssignmentSchedule.Read.AzureADGroup",
        "Directory.Read.All",
        "AuditLog.Read.All",
        "Policy.Read.All",
        "AccessReview.Read.All",
    ];

    /// <summary>A JWT of an application in the tenant with exactly these application permissions.</summary>
    /// <remarks>Issued at the tenant's <see cref="EmulatedTenant.Now"/>, good for an hour; the emulator does not look at that.</remarks>
    public static string With(EmulatedTenant tenant, params IEnumerable<string> permissions)
    {
        var claims = new JsonObject
        {
            ["aud"] = "https://graph.microsoft.com",
            ["iss"] = $"https://sts.windows.net/{tenant.Id}/",
            ["iat"] = tenant.Now.ToUnixTimeSeconds(),
            ["exp"] = tenant.Now.AddHours(1).ToUnixTimeSeconds(),
            ["appid"] = Ids.Of(tenant.Id.ToString(), "caller").ToString(),
            ["tid"] = tenant.Id.ToString(),
            ["roles"] = Rows.Strings(permissions),
        };
        return $"{Part(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" })}.{Part(claims)}.";
    }

    private static string Part(JsonObject json) =>
        Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
}
