using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>State of a Conditional Access policy; only Enabled asks anything of anybody.</summary>
public enum PolicyState
{
    Enabled,
    ReportOnly,
    Disabled,
}

/// <summary>Whom a policy includes or excludes.</summary>
/// <param name="Users">Object ids.</param>
/// <param name="Groups">Object ids.</param>
/// <param name="Roles">Role template ids; Conditional Access sees roles that are held now, not eligible ones.</param>
/// <param name="Everyone">The word All stood among the users.</param>
/// <param name="Guests">Guests or external users are named, by the word or by the finer condition.</param>
public sealed record PolicyAudience(
    ImmutableArray<Guid> Users,
    ImmutableArray<Guid> Groups,
    ImmutableArray<Guid> Roles,
    bool Everyone,
    bool Guests
);

/// <summary>What a policy demands.</summary>
/// <param name="IsOr"><c>operator</c> is OR: any one control is enough.</param>
/// <param name="Controls">Built-in controls in Graph's words (<c>mfa</c>, <c>block</c>, <c>compliantDevice</c>, ...), terms of use and custom factors.</param>
/// <param name="AuthenticationStrength">Id of the strength; null when none.</param>
/// <param name="StrengthCombinations">Allowed method combinations of the strength; empty when none or not told.</param>
public sealed record PolicyGrant(
    bool IsOr,
    ImmutableArray<string> Controls,
    string? AuthenticationStrength,
    ImmutableArray<string> StrengthCombinations
);

/// <summary>A Conditional Access policy as far as PIM needs it.</summary>
/// <param name="Contexts">Authentication contexts that it targets, such as <c>c1</c>.</param>
/// <param name="TargetsAgentsOnly">It speaks of workload or agent identities, not of people.</param>
/// <param name="NarrowedBy">Conditions that let people escape: <c>authenticationFlows</c>, <c>clientAppTypes</c>, <c>devices</c>, <c>locations</c>, <c>platforms</c>, <c>risk</c>; empty when none.</param>
/// <param name="Grant">Null when the policy demands nothing.</param>
/// <param name="Resources">Applications and user actions that it guards, in Graph's words: <c>All</c>, <c>MicrosoftAdminPortals</c>, client ids, ...; null when not told.</param>
/// <param name="OnlyWhen">Ways of signing in to which it is limited and that nobody has to use: <c>authenticationFlows</c>, <c>legacyClients</c>; empty when it applies to every way, null when not told.</param>
/// <remarks>Source: Graph v1.0 <c>identity/conditionalAccess/policies</c>.</remarks>
public sealed record ConditionalAccessPolicy(
    string Id,
    string? DisplayName,
    PolicyState State,
    PolicyAudience Includes,
    PolicyAudience Excludes,
    ImmutableArray<string> Contexts,
    bool TargetsAgentsOnly,
    ImmutableArray<string> NarrowedBy,
    PolicyGrant? Grant,
    ImmutableArray<string>? Resources = null,
    ImmutableArray<string>? OnlyWhen = null
);

/// <summary>An authentication context of the tenant.</summary>
/// <param name="Id">Claim value such as <c>c1</c>.</param>
/// <param name="IsAvailable">Published to applications.</param>
public sealed record AuthenticationContext(string Id, string? DisplayName, bool? IsAvailable);
