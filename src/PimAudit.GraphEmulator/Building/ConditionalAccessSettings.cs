using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>A Conditional Access policy as far as PIM meets it. People, groups and roles are named by their names.</summary>
public sealed record ConditionalAccessSettings
{
    /// <summary>enabled, disabled or enabledForReportingButNotEnforced.</summary>
    public string State { get; init; } = "enabled";

    /// <summary>Authentication contexts that it targets; empty: it targets applications.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Client ids, or words such as <c>MicrosoftAdminPortals</c>; empty, and no contexts: all applications.</summary>
    public ImmutableArray<string> Applications { get; init; } = [];

    /// <summary>In Graph's words, such as <c>exchangeActiveSync</c>; empty for all.</summary>
    public ImmutableArray<string> ClientAppTypes { get; init; } = [];

    /// <summary>Names, or the words All, None, GuestsOrExternalUsers.</summary>
    public ImmutableArray<string> IncludeUsers { get; init; } = [];
    public ImmutableArray<string> ExcludeUsers { get; init; } = [];
    public ImmutableArray<string> IncludeGroups { get; init; } = [];
    public ImmutableArray<string> ExcludeGroups { get; init; } = [];
    public ImmutableArray<string> IncludeRoles { get; init; } = [];
    public ImmutableArray<string> ExcludeRoles { get; init; } = [];

    /// <summary>Built-in controls in Graph's words, such as <c>mfa</c>.</summary>
    public ImmutableArray<string> Controls { get; init; } = ["mfa"];

    /// <summary>OR or AND.</summary>
    public string Operator { get; init; } = "OR";

    /// <summary>Asks for Microsoft's built-in phishing-resistant strength.</summary>
    public bool PhishingResistant { get; init; }

    /// <summary>Trusted locations are left out.</summary>
    public bool ExcludesTrustedLocations { get; init; }

    /// <summary>Platforms to which it is limited, such as <c>windows</c>; empty for all.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];
}
