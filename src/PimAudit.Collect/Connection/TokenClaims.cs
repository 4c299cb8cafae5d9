using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>What an access token says about its bearer; read for the collection record, never trusted for a decision of Graph's.</summary>
/// <param name="Identity">Object id of a user, client id of an application; <c>unknown</c> when the token does not say.</param>
/// <param name="Permissions"><c>roles</c> and <c>scp</c>, ordinal.</param>
/// <param name="Tenant"><c>tid</c>; null when the token does not say.</param>
internal sealed record TokenClaims(string Identity, ImmutableArray<string> Permissions, Guid? Tenant)
{
    /// <summary>Client id of the application that holds the token; null when the token does not say.</summary>
    public Guid? Application { get; init; }

    /// <summary>True for a person who signed in, false for an application by itself; null when the token does not say.</summary>
    public bool? IsDelegated { get; init; }

    private static readonly TokenClaims Silent = new("unknown", [], Tenant: null);

    /// <summary>Reads a JWT; another token says nothing.</summary>
    public static TokenClaims Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return Silent;

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return payload.RootElement.ValueKind is JsonValueKind.Object ? From(payload.RootElement) : Silent;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return Silent;
        }
    }

    private static TokenClaims From(JsonElement payload)
    {
        var delegated = Text(payload, "scp");
        var identity = delegated is null ? Text(payload, "appid") ?? Text(payload, "azp") : Text(payload, "oid");
        var permissions = (delegated ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(List(payload, "roles"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new(identity ?? Text(payload, "oid") ?? Silent.Identity, [.. permissions], Id(payload, "tid"))
        {
            Application = Id(payload, "appid") ?? Id(payload, "azp"),
            IsDelegated = delegated is not null,
        };
    }

    private static Guid? Id(JsonElement payload, string name) =>
        Guid.TryParse(Text(payload, name), out var id) ? id : null;

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<string> List(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(one => one.GetString()!)
            : [];
}
