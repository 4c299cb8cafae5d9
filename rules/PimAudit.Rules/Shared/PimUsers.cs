using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>People for whom Microsoft asks a licence: eligible or time-bound for a role or a group that carries one.</summary>
internal static class PimUsers
{
    /// <summary>Ways by which a person may activate something himself, or the group he is in may.</summary>
    public static ImmutableArray<AccessPath> EligiblePaths(RuleContext context) =>
        context.Fact(one => new Eligible([.. FindEligible(one)])).Paths;

    private sealed record Eligible(ImmutableArray<AccessPath> Paths);

    private static IEnumerable<AccessPath> FindEligible(RuleContext context) =>
        context
            .Access.Paths.Concat(context.Access.TakeoverPaths.Where(path => path.Hops[0].State is HopState.Eligible))
            .Where(path => path.State is HopState.Eligible && Counts(context, path));

    /// <summary>Standing with an end; an activation is no assignment.</summary>
    public static IEnumerable<AccessPath> TimeBoundPaths(RuleContext context) =>
        context.Access.Paths.Where(path =>
            path.Hops.Any(hop => hop is { State: HopState.Standing, EndsAt: not null }) && Counts(context, path)
        );

    private static bool Counts(RuleContext context, AccessPath path) =>
        path.Principal.Kind is ObjectKind.User
        && Guid.TryParse(path.Principal.Id, out var id)
        && context.Access.Directory.Deleted(id) is null
        && !context.Emergency.Contains(id)
        && !context.IsExempt(Guid.Parse(path.Hops[^1].From.Id));
}
