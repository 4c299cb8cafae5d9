using System.Security.Cryptography;
using System.Text.Json;

namespace PimAudit.Collect;

/// <summary>What a collection is: one that was interrupted goes on only as the same.</summary>
/// <param name="Version">Of the journal's format.</param>
/// <param name="ToolVersion">Of the collecting program.</param>
/// <param name="Endpoint">Origin of the Graph that is asked.</param>
/// <param name="Identity">Whose token it is, by id; <c>unknown</c> when the token does not say.</param>
/// <param name="Tenant">By the token; null when it does not say.</param>
/// <param name="Asked">SHA-256 over what the collection is asked for.</param>
/// <param name="TakenAt">UTC; the start, which stays the present of the snapshot.</param>
internal sealed record JournalHeader(
    int Version,
    string ToolVersion,
    string Endpoint,
    string Identity,
    Guid? Tenant,
    string Asked,
    DateTimeOffset TakenAt
)
{
    public const int CurrentVersion = 1;

    public static JournalHeader Of(
        GraphEndpoint endpoint,
        TokenClaims claims,
        CollectionOptions options,
        DateTimeOffset takenAt
    ) =>
        new(
            CurrentVersion,
            options.ToolVersion,
            endpoint.Origin,
            claims.Identity,
            claims.Tenant,
            HashOf(options),
            takenAt.ToUniversalTime()
        );

    /// <summary>What differs between the two, as the end of a sentence; null when one can go on as the other.</summary>
    public string? DifferenceTo(JournalHeader other) =>
        Version != other.Version || !string.Equals(ToolVersion, other.ToolVersion, StringComparison.Ordinal)
            ? $"it was made by version {other.ToolVersion} of the program, and this is version {ToolVersion}"
        : !string.Equals(Endpoint, other.Endpoint, StringComparison.OrdinalIgnoreCase)
            ? $"it reads {other.Endpoint}, and this one reads {Endpoint}"
        : Tenant != other.Tenant ? $"it reads the tenant {other.Tenant:D}, and this one reads {Tenant:D}"
        : !string.Equals(Identity, other.Identity, StringComparison.OrdinalIgnoreCase)
            ? $"it was begun by {other.Identity}, and this sign-in is {Identity}"
        : !string.Equals(Asked, other.Asked, StringComparison.Ordinal)
            ? "the configuration asks for other parts or emergency accounts than it did"
        : null;

    private static string HashOf(CollectionOptions options)
    {
        string[] asked =
        [
            $"{options.Tenant:D}",
            $"{options.GroupNamePrefix}",
            $"{options.Scope.Beta} {options.Scope.Audit} {options.Scope.SignIn} {options.Scope.Registration} {options.Scope.GroupSchedules}",
            .. options.EmergencyAccounts.Order(StringComparer.Ordinal),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(asked)));
    }
}
