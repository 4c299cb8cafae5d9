using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Who asks.</summary>
/// <param name="Token">The bearer token.</param>
/// <param name="Permissions">
/// What a JWT's <c>roles</c> and <c>scp</c> hold; null for a token that tells nothing of it, which may read everything
/// except hidden members.
/// </param>
internal sealed record Caller(string Token, ImmutableHashSet<string>? Permissions)
{
    public bool SeesHiddenMembers => Permissions?.Contains(GraphEmulator.Permissions.HiddenMembers) ?? false;

    public static Caller With(string token) => new(token, Read(token));

    private static ImmutableHashSet<string>? Read(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
            return null;
        try
        {
            if (JsonNode.Parse(Base64Url.DecodeFromChars(payload)) is not JsonObject claims)
                return null;
            var roles = (claims["roles"] as JsonArray)?.Select(role => $"{role}");
            var scopes = claims["scp"]?.ToString().Split(' ');
            return roles is null && scopes is null
                ? null
                : (roles ?? []).Concat(scopes ?? []).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
