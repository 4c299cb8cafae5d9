using System.Collections.Immutable;

namespace PimAudit.Engine;

/// <summary>What the user's configuration says about judging. Sign-in and files are no business of the engine.</summary>
/// <param name="EmergencyAccounts">Object ids or user principal names.</param>
/// <param name="HighlyPrivilegedRoles">Replaces the profile's list; null keeps it.</param>
/// <param name="AlsoPrivileged">Replaces the profile's list; null keeps it.</param>
/// <param name="ServiceRoles">Replaces the profile's list; null keeps it.</param>
/// <param name="Rules">By rule id or rule name.</param>
/// <param name="Owners">Who must act, by object id, rule id or family such as <c>PIM3xx</c>.</param>
public sealed record AuditConfiguration(
    ImmutableArray<string> EmergencyAccounts,
    ImmutableSortedSet<Guid>? HighlyPrivilegedRoles,
    ImmutableSortedSet<Guid>? AlsoPrivileged,
    ImmutableSortedSet<Guid>? ServiceRoles,
    ImmutableSortedDictionary<string, RuleChange> Rules,
    ImmutableArray<Waiver> Waivers,
    ImmutableSortedDictionary<string, string> Owners
)
{
    /// <summary>Who is asked in a review, by id of a principal, a group, a role or a scope; goes before <see cref="Owners"/>.</summary>
    public ImmutableSortedDictionary<string, string> Reviewers { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public static readonly AuditConfiguration Empty = new(
        [],
        HighlyPrivilegedRoles: null,
        AlsoPrivileged: null,
        ServiceRoles: null,
        ImmutableSortedDictionary<string, RuleChange>.Empty,
        [],
        ImmutableSortedDictionary<string, string>.Empty
    );
}

/// <summary>Something in a profile or a configuration that cannot be meant.</summary>
/// <param name="Where">Path of the key, such as <c>rules.PIM204.maxHours</c>.</param>
/// <param name="What">What is wrong, as the end of a sentence.</param>
/// <param name="Nearest">The known word nearest to what was written; null when none is near.</param>
public sealed record ConfigurationProblem(string Where, string What, string? Nearest = null);
