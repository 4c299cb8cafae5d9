using System.Collections.Immutable;

namespace PimAudit.Access.Questions;

/// <summary>The order of the ways of an answer.</summary>
internal static class WayOrder
{
    /// <summary>By band, principal, scope and path: the same whatever the order of the rows.</summary>
    public static ImmutableArray<Way> Sorted(IEnumerable<Way> ways) =>
        [
            .. ways.OrderBy(way => way.Band)
                .ThenBy(way => way.Path.Principal.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(way => way.Path.Principal.Id, StringComparer.Ordinal)
                .ThenBy(way => way.Path.Role.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(way => way.Path.Scope, StringComparer.Ordinal)
                .ThenBy(way => PathKey.Of(way.Path), StringComparer.Ordinal),
        ];
}
