using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Writes a policy as Graph does.</summary>
internal static class ConditionalAccessBodies
{
    public static JsonObject Policy(
        string id,
        string name,
        ConditionalAccessSettings settings,
        Func<string, string> idOf,
        string createdAt
    ) =>
        new()
        {
            ["id"] = id,
            ["templateId"] = null,
            ["displayName"] = name,
            ["createdDateTime"] = createdAt,
            ["modifiedDateTime"] = null,
            ["state"] = settings.State,
            ["sessionControls"] = null,
            ["conditions"] = Conditions(settings, idOf),
            ["grantControls"] = Grant(settings),
        };

    private static JsonObject Conditions(ConditionalAccessSettings settings, Func<string, string> idOf)
    {
        JsonArray Ids(ImmutableArray<string> names) => Rows.Strings(names.Select(idOf));
        return new JsonObject
        {
            ["signInRiskLevels"] = new JsonArray(),
            ["userRiskLevels"] = new JsonArray(),
            ["clientAppTypes"] = settings.ClientAppTypes.IsEmpty
                ? new JsonArray("all")
                : Rows.Strings(settings.ClientAppTypes),
            ["platforms"] = settings.Platforms.IsEmpty
                ? null
                : new JsonObject
                {
                    ["includePlatforms"] = Rows.Strings(settings.Platforms),
                    ["excludePlatforms"] = new JsonArray(),
                },
            ["locations"] = settings.ExcludesTrustedLocations
                ? new JsonObject
                {
                    ["includeLocations"] = new JsonArray("All"),
                    ["excludeLocations"] = new JsonArray("AllTrusted"),
                }
                : null,
            ["devices"] = null,
            ["clientApplications"] = null,
            ["applications"] = new JsonObject
            {
                ["includeApplications"] =
                    settings.Contexts.IsEmpty && settings.Applications.IsEmpty
                        ? new JsonArray("All")
                        : Rows.Strings(settings.Applications),
                ["excludeApplications"] = new JsonArray(),
                ["includeUserActions"] = new JsonArray(),
                ["includeAuthenticationContextClassReferences"] = Rows.Strings(settings.Contexts),
            },
            ["users"] = new JsonObject
            {
                ["includeUsers"] = Ids(settings.IncludeUsers),
                ["excludeUsers"] = Ids(settings.ExcludeUsers),
                ["includeGroups"] = Ids(settings.IncludeGroups),
                ["excludeGroups"] = Ids(settings.ExcludeGroups),
                ["includeRoles"] = Ids(settings.IncludeRoles),
                ["excludeRoles"] = Ids(settings.ExcludeRoles),
                ["includeGuestsOrExternalUsers"] = null,
                ["excludeGuestsOrExternalUsers"] = null,
            },
        };
    }

    private static JsonObject Grant(ConditionalAccessSettings settings) =>
        new()
        {
            ["operator"] = settings.Operator,
            ["builtInControls"] = Rows.Strings(settings.Controls),
            ["customAuthenticationFactors"] = new JsonArray(),
            ["termsOfUse"] = new JsonArray(),
            ["authenticationStrength"] = settings.PhishingResistant ? Strength() : null,
        };

    private static JsonObject Strength() =>
        new()
        {
            ["id"] = "00000000-0000-0000-0000-000000000004",
            ["createdDateTime"] = "2021-12-01T00:00:00Z",
            ["modifiedDateTime"] = "2021-12-01T00:00:00Z",
            ["displayName"] = "Phishing-resistant MFA",
            ["description"] = "Phishing-resistant, passwordless methods for the strongest authentication",
            ["policyType"] = "builtIn",
            ["requirementsSatisfied"] = "mfa",
            ["allowedCombinations"] = new JsonArray("windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"),
        };
}
