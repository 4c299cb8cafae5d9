using System.Collections.Immutable;
using System.Text.Json;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record AuthenticationContextRow(string Id, string? DisplayName = null, bool? IsAvailable = null)
{
    public AuthenticationContext ToModel() => new(Id, DisplayName, IsAvailable);
}

internal sealed record PolicyUsersRow(
    string[]? IncludeUsers = null,
    string[]? ExcludeUsers = null,
    string[]? IncludeGroups = null,
    string[]? ExcludeGroups = null,
    string[]? IncludeRoles = null,
    string[]? ExcludeRoles = null,
    JsonElement IncludeGuestsOrExternalUsers = default,
    JsonElement ExcludeGuestsOrExternalUsers = default
)
{
    public PolicyAudience Includes => Audience(IncludeUsers, IncludeGroups, IncludeRoles, IncludeGuestsOrExternalUsers);

    /// <exception cref="JsonException">One of the lists did not come: nobody knows who is excluded.</exception>
    public PolicyAudience Excludes =>
        ExcludeUsers is null || ExcludeGroups is null || ExcludeRoles is null
            ? throw new JsonException("A Conditional Access policy does not say whom it excludes.")
            : Audience(ExcludeUsers, ExcludeGroups, ExcludeRoles, ExcludeGuestsOrExternalUsers);

    private static PolicyAudience Audience(string[]? users, string[]? groups, string[]? roles, JsonElement guests) =>
        new(
            Ids(users),
            Ids(groups),
            Ids(roles),
            Everyone: Holds(users, "All"),
            Guests: Holds(users, "GuestsOrExternalUsers") || NamesGuests(guests)
        );

    /// <summary>Kinds of external people who have no account here, so that none of them is anybody whom we know.</summary>
    private static readonly string[] WithoutAccount = ["none", "b2bDirectConnectUser", "serviceProvider"];

    /// <summary>Kinds that were not told may be any.</summary>
    private static bool NamesGuests(JsonElement guests) =>
        guests.ValueKind is JsonValueKind.Object
        && (
            !guests.TryGetProperty("guestOrExternalUserTypes", out var told)
            || Spelling.Text(told) is not { } kinds
            || kinds
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Any(kind => !WithoutAccount.Contains(kind, StringComparer.OrdinalIgnoreCase))
        );

    private static bool Holds(string[]? words, string word) =>
        words?.Contains(word, StringComparer.OrdinalIgnoreCase) is true;

    private static ImmutableArray<Guid> Ids(string[]? texts) =>
        [.. (texts ?? []).Select(Spelling.Id).OfType<Guid>().Distinct().Order()];
}

internal sealed record PolicyApplicationsRow(
    string[]? IncludeAuthenticationContextClassReferences = null,
    string[]? IncludeApplications = null,
    string[]? IncludeUserActions = null
)
{
    /// <summary>Null when Graph did not say.</summary>
    public ImmutableArray<string>? Resources =>
        IncludeApplications is null && IncludeUserActions is null
            ? null
            :
            [
                .. (IncludeApplications ?? [])
                    .Concat(IncludeUserActions ?? [])
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Order(StringComparer.Ordinal),
            ];
}

/// <summary>Device code flow and authentication transfer: ways of signing in beside the usual ones.</summary>
internal sealed record AuthenticationFlowsRow(string? TransferMethods = null)
{
    public bool IsSome => !string.IsNullOrEmpty(TransferMethods) && !Spelling.Same(TransferMethods, "none");
}

internal sealed record ClientApplicationsRow(
    string[]? IncludeServicePrincipals = null,
    string[]? IncludeAgentIdServicePrincipals = null
);

internal sealed record PolicyLocationsRow(string[]? IncludeLocations = null, string[]? ExcludeLocations = null);

internal sealed record PolicyPlatformsRow(string[]? IncludePlatforms = null, string[]? ExcludePlatforms = null);

internal sealed record PolicyConditionsRow(
    PolicyUsersRow? Users = null,
    PolicyApplicationsRow? Applications = null,
    ClientApplicationsRow? ClientApplications = null,
    string[]? ClientAppTypes = null,
    PolicyLocationsRow? Locations = null,
    PolicyPlatformsRow? Platforms = null,
    JsonElement Devices = default,
    string[]? SignInRiskLevels = null,
    string[]? UserRiskLevels = null,
    JsonElement InsiderRiskLevels = default,
    AuthenticationFlowsRow? AuthenticationFlows = null
)
{
    private const string Flows = "authenticationFlows";

    /// <summary>Clients that cannot ask for a second factor; every other one can be used instead.</summary>
    private static readonly string[] LegacyClients = ["exchangeActiveSync", "easSupported", "other"];

    /// <summary>Clients that can: nothing else activates a role.</summary>
    private static readonly string[] ModernClients = ["browser", "mobileAppsAndDesktopClients"];

    /// <summary>Ways of signing in to which the policy is limited, and that nobody has to use.</summary>
    public ImmutableArray<string> OnlyWhen =>
        [
            .. new[] { (Flows, AuthenticationFlows?.IsSome is true), ("legacyClients", IsForLegacyClients) }
                .Where(condition => condition.Item2)
                .Select(condition => condition.Item1),
        ];

    private bool IsForLegacyClients =>
        ClientAppTypes is { Length: > 0 }
        && ClientAppTypes.All(type => LegacyClients.Contains(type, StringComparer.OrdinalIgnoreCase));

    private bool IsForModernClients =>
        ModernClients.All(type => ClientAppTypes?.Contains(type, StringComparer.OrdinalIgnoreCase) is true);

    public ImmutableArray<string> NarrowedBy =>
        [
            .. new[]
            {
                (Flows, AuthenticationFlows?.IsSome is true),
                ("clientAppTypes", IsSome(ClientAppTypes, all: "all") && !IsForModernClients),
                ("devices", Devices.ValueKind is JsonValueKind.Object),
                (
                    "locations",
                    IsSome(Locations?.IncludeLocations, all: "All") || Locations?.ExcludeLocations is { Length: > 0 }
                ),
                (
                    "platforms",
                    IsSome(Platforms?.IncludePlatforms, all: "all") || Platforms?.ExcludePlatforms is { Length: > 0 }
                ),
                (
                    "risk",
                    SignInRiskLevels is { Length: > 0 }
                        || UserRiskLevels is { Length: > 0 }
                        || InsiderRiskLevels.ValueKind is JsonValueKind.String
                ),
            }
                .Where(condition => condition.Item2)
                .Select(condition => condition.Item1),
        ];

    /// <summary>Some, when a list is there and does not say all.</summary>
    private static bool IsSome(string[]? words, string all) =>
        words is { Length: > 0 } && !words.Contains(all, StringComparer.OrdinalIgnoreCase);
}

internal sealed record StrengthRow(string? Id = null, string[]? AllowedCombinations = null);

internal sealed record GrantControlsRow(
    string? Operator = null,
    string[]? BuiltInControls = null,
    string[]? CustomAuthenticationFactors = null,
    string[]? TermsOfUse = null,
    StrengthRow? AuthenticationStrength = null
)
{
    /// <summary>Null when nothing is demanded.</summary>
    public PolicyGrant? ToModel()
    {
        ImmutableArray<string> controls =
        [
            .. BuiltInControls ?? [],
            .. (TermsOfUse ?? []).Select(id => "termsOfUse:" + id),
            .. (CustomAuthenticationFactors ?? []).Select(id => "customAuthenticationFactor:" + id),
        ];
        return controls.IsEmpty && AuthenticationStrength?.Id is null
            ? null
            : new(
                Spelling.Same(Operator, "OR"),
                controls,
                AuthenticationStrength?.Id,
                [.. AuthenticationStrength?.AllowedCombinations ?? []]
            );
    }
}

internal sealed record ConditionalAccessPolicyRow(
    string Id,
    string State,
    PolicyConditionsRow Conditions,
    string? DisplayName = null,
    GrantControlsRow? GrantControls = null
)
{
    public ConditionalAccessPolicy ToModel()
    {
        var users = Conditions.Users ?? new PolicyUsersRow(ExcludeUsers: [], ExcludeGroups: [], ExcludeRoles: []);
        return new(
            Spelling.Steady(Id),
            DisplayName,
            StateOf(State),
            users.Includes,
            users.Excludes,
            [.. Conditions.Applications?.IncludeAuthenticationContextClassReferences ?? []],
            TargetsAgentsOnly(users.Includes),
            Conditions.NarrowedBy,
            GrantControls?.ToModel(),
            Conditions.Applications?.Resources,
            Conditions.OnlyWhen
        );
    }

    private bool TargetsAgentsOnly(PolicyAudience people) =>
        Conditions.ClientApplications
            is { IncludeServicePrincipals.Length: > 0 }
                or { IncludeAgentIdServicePrincipals.Length: > 0 }
        && people is { Everyone: false, Guests: false, Users.IsEmpty: true, Groups.IsEmpty: true, Roles.IsEmpty: true };

    private static PolicyState StateOf(string word) =>
        Spelling.Same(word, "enabled") ? PolicyState.Enabled
        : Spelling.Same(word, "disabled") ? PolicyState.Disabled
        : Spelling.Same(word, "enabledForReportingButNotEnforced") ? PolicyState.ReportOnly
        : throw new JsonException("A Conditional Access policy is in a state that this version does not know.");
}
