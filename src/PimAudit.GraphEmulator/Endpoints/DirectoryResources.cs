using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Collections of directory objects: what they answer with and what they understand.</summary>
internal static class DirectoryResources
{
    private static readonly string[] Matching = ["eq", "ne", "in", "startswith", "endswith"];

    public static Resource Users { get; } =
        Of("users", DirectoryProperties.UserProperties, DirectoryProperties.UserDefaults) with
        {
            Filters = Filters(
                ("id", ["eq", "in"]),
                ("userPrincipalName", Matching),
                ("displayName", Matching),
                ("mail", Matching),
                ("accountEnabled", ["eq"]),
                ("userType", ["eq"])
            ),
        };

    public static Resource Groups { get; } =
        Of("groups", DirectoryProperties.GroupProperties, DirectoryProperties.GroupDefaults) with
        {
            Filters = Filters(
                ("id", ["eq", "in"]),
                ("displayName", Matching),
                ("isAssignableToRole", ["eq"]),
                ("securityEnabled", ["eq"]),
                ("mailEnabled", ["eq"])
            ),
        };

    public static Resource ServicePrincipals { get; } =
        Of("servicePrincipals", DirectoryProperties.ServicePrincipalProperties, []) with
        {
            Filters = Filters(
                ("id", ["eq", "in"]),
                ("appId", ["eq", "in"]),
                ("displayName", Matching),
                ("servicePrincipalType", ["eq"])
            ),
        };

    public static Resource Applications { get; } =
        Of("applications", DirectoryProperties.ApplicationProperties, []) with
        {
            Filters = Filters(("id", ["eq", "in"]), ("appId", ["eq", "in"]), ("displayName", Matching)),
        };

    public static Resource AdministrativeUnits { get; } =
        Of(
            "directory/administrativeUnits",
            [
                "id",
                "deletedDateTime",
                "displayName",
                "description",
                "isMemberManagementRestricted",
                "membershipRule",
                "membershipType",
                "membershipRuleProcessingState",
                "visibility",
            ],
            []
        ) with
        {
            Options = ["filter", "select", "count", "search", "expand"],
            Filters = Filters(("id", ["eq"]), ("displayName", ["eq"])),
        };

    /// <summary>What holds objects of several kinds, such as members.</summary>
    public static Resource Mixed { get; } =
        Of(
            "directoryObjects",
            [
                .. DirectoryProperties
                    .UserProperties.Union(DirectoryProperties.GroupProperties, StringComparer.Ordinal)
                    .Union(DirectoryProperties.ServicePrincipalProperties, StringComparer.Ordinal)
                    .Union(DirectoryProperties.ApplicationProperties, StringComparer.Ordinal)
                    .Except(["signInActivity"], StringComparer.Ordinal),
            ],
            []
        ) with
        {
            Options = ["select", "top"],
        };

    /// <summary>The resource of one kind of object, with its own defaults.</summary>
    public static Resource Of(EntryKind kind) =>
        kind switch
        {
            EntryKind.User => Users,
            EntryKind.Group => Groups,
            EntryKind.ServicePrincipal => ServicePrincipals,
            EntryKind.Application => Applications,
            _ => AdministrativeUnits,
        };

    public static ImmutableDictionary<string, string[]> Filters(
        params (string Property, string[] Operators)[] filters
    ) =>
        filters.ToImmutableDictionary(
            filter => filter.Property,
            filter => filter.Operators,
            StringComparer.OrdinalIgnoreCase
        );

    private static Resource Of(string context, ImmutableArray<string> properties, ImmutableArray<string> defaults) =>
        new(context, properties)
        {
            Defaults = defaults,
            Options = ["filter", "select", "top", "count", "search", "orderby"],
            IsDirectory = true,
        };
}
