using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>The path of an assignment that a person holds himself.</summary>
internal static class DirectPaths
{
    /// <summary>Empty where there is none in that state.</summary>
    public static ImmutableArray<Hop> Of(
        RuleContext context,
        Guid principalId,
        Guid roleId,
        string scope,
        HopState state
    ) =>
        context
            .Access.PathsTo(roleId, scope, principalId)
            .FirstOrDefault(path => path.Hops.Length == 1 && path.Hops[0].State == state)
            ?.Hops
        ?? [];
}
