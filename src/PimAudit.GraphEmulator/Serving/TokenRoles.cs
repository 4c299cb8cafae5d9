using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>What a token allows, as far as an answer depends on it.</summary>
internal static class TokenRoles
{
    private const string Hidden = "Member.Read.Hidden";

    /// <summary>The token is a JWT whose <c>roles</c> or <c>scp</c> hold Member.Read.Hidden.</summary>
    public static bool SeesHidden(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
            return false;
        try
        {
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(payload));
            var roles = (claims?["roles"] as JsonArray)?.Select(role => role?.ToString()) ?? [];
            var scopes = claims?["scp"]?.ToString().Split(' ') ?? [];
            return roles.Concat(scopes).Contains(Hidden, StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return false;
        }
    }
}
