using System.Collections.Immutable;

namespace PimAudit.Collect;

/// <summary>One permission that a read wants.</summary>
/// <param name="Least">The least that does.</param>
/// <param name="AlsoAccepted">Others, any of which does as well.</param>
public sealed record PermissionNeed(string Least, ImmutableArray<string> AlsoAccepted)
{
    /// <summary>True when the token carries the permission, or one that includes it, the writing variants too.</summary>
    public bool IsMetBy(IReadOnlyCollection<string> held) =>
        AlsoAccepted
            .Prepend(Least)
            .Any(one =>
                held.Contains(one, StringComparer.OrdinalIgnoreCase)
                || held.Contains(Writing(one), StringComparer.OrdinalIgnoreCase)
            );

    public override string ToString() => Least;

    private static string Writing(string permission) =>
        permission.Replace(".Read.", ".ReadWrite.", StringComparison.Ordinal);
}
