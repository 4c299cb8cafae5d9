using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>One row for each certain path.</summary>
internal static class AccessTable
{
    public static ImmutableArray<AccessRow> Of(JudgingFacts facts, AuditPlan plan)
    {
        var context = new RuleContext(facts, ParameterValues.Of([]));
        var use = new UseBook(facts.Access);
        var origins = new OriginBook(facts.Access);
        return [.. facts.Access.Paths.Select(path => Row(path, context, plan, use) with { Origin = origins.Of(path) })];
    }

    private static AccessRow Row(AccessPath path, RuleContext context, AuditPlan plan, UseBook use)
    {
        var directory = context.Access.Directory;
        var principal = Guid.Parse(path.Principal.Id);
        var user = directory.User(principal);
        var workload = directory.ServicePrincipal(principal);
        var scope = directory.ScopeReference(path.Scope);
        return new(
            PathKey.Of(path),
            path.Principal,
            user?.UserPrincipalName ?? workload?.AppId?.ToString("D"),
            user?.IsEnabled ?? workload?.IsEnabled,
            path.Role,
            context.Roles.Of(Guid.Parse(path.Role.Id)),
            scope,
            path.Hops,
            path.Band,
            path.State,
            path.StartsAt,
            path.EndsAt,
            IsPermanent(path),
            path.Approach,
            context.IsExempt(Guid.Parse(path.Hops[^1].From.Id))
        )
        {
            Use = use.Of(path),
            Reviewer = Reviewers.Of(plan, path, scope),
        };
    }

    private static bool? IsPermanent(AccessPath path) =>
        path.EndsAt is not null ? false
        : path.Hops.Any(hop => hop.State is HopState.Unknown) ? null
        : true;
}
