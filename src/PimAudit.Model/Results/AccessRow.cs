using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PimAudit.Model;

/// <summary>How high a role stands.</summary>
public enum RoleTier
{
    HighlyPrivileged,
    Privileged,
    Other,
}

/// <summary>One effective path.</summary>
/// <param name="Key">32 hex digits over the ids of principal, role, scope and hops: finds the row again in the next review.</param>
/// <param name="PrincipalName">User principal name or application id; null when not read.</param>
/// <param name="PrincipalEnabled">Null when not read.</param>
/// <param name="Scope">Its label is the name of the administrative unit or object where it was read.</param>
/// <param name="State">Of the whole path.</param>
/// <param name="StartsAt">UTC; null when not known.</param>
/// <param name="EndsAt">UTC; null with <paramref name="IsPermanent"/> true means without end, with null unknown.</param>
/// <param name="IsPermanent">Null when the end is unknown.</param>
/// <param name="Exempt">Every holder of the grant is an emergency access account.</param>
public sealed record AccessRow(
    string Key,
    ObjectRef Principal,
    string? PrincipalName,
    bool? PrincipalEnabled,
    ObjectRef Role,
    RoleTier Tier,
    ObjectRef Scope,
    ImmutableArray<Hop> Hops,
    PathBand Band,
    HopState State,
    [property: JsonPropertyName("start")] DateTimeOffset? StartsAt,
    [property: JsonPropertyName("end")] DateTimeOffset? EndsAt,
    bool? IsPermanent,
    Approach Approach,
    bool Exempt
)
{
    /// <summary>What was read of its use; null in results of earlier versions.</summary>
    public AccessUse? Use { get; init; }

    /// <summary>What the audit log tells of its assignment; null where it does not, or was not read.</summary>
    public AccessOrigin? Origin { get; init; }

    /// <summary>Who is asked about it in a review, from the configuration; null where nobody is named.</summary>
    public string? Reviewer { get; init; }
}
