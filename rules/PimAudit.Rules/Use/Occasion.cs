using System.Collections.Immutable;
using PimAudit.Access.Use;

namespace PimAudit.Rules;

/// <summary>Several roles that one person activated shortly after each other.</summary>
internal sealed record Occasion(ImmutableHashSet<Guid> Roles, ImmutableArray<Activation> Activations)
{
    /// <param name="all">Of one person, a series for each role.</param>
    /// <param name="fewest">Roles that make an occasion.</param>
    /// <param name="within">From the first activation to the last.</param>
    /// <returns>Oldest first; no activation belongs to two.</returns>
    public static ImmutableArray<Occasion> Of(ImmutableArray<ActivationSeries> all, int fewest, TimeSpan within)
    {
        if (all.Length < fewest)
            return [];

        var taken = all.SelectMany(series => series.All.Select(one => (Role: series.Key.TargetId, Activation: one)))
            .OrderBy(one => one.Activation.At)
            .ToList();
        var occasions = ImmutableArray.CreateBuilder<Occasion>();
        for (var from = 0; from < taken.Count; )
        {
            var to = from + 1;
            while (to < taken.Count && taken[to].Activation.At - taken[from].Activation.At <= within)
                to++;
            var group = to - from < fewest ? [] : taken[from..to];
            var roles = group.Select(one => one.Role).ToImmutableHashSet();
            if (roles.Count >= fewest)
                occasions.Add(new(roles, [.. group.Select(one => one.Activation)]));
            from = roles.Count >= fewest ? to : from + 1;
        }

        return occasions.ToImmutable();
    }
}
