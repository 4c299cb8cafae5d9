using PimAudit.Access.Use;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Something that a living person may activate: a role at a scope, or his membership of a group.</summary>
/// <param name="Scope">Of a role; null for a group.</param>
/// <param name="Since">When he could first do so, UTC; null where no row of the way to it has a start, or one before it may be an activation.</param>
/// <param name="Path">The way that has been open longest.</param>
internal sealed record UsableRight(ActivationKey Key, string? Scope, DateTimeOffset? Since, AccessPath Path, int HopAt)
{
    public Hop Hop => Path.Hops[HopAt];

    /// <summary>
    /// One for each thing that a person may activate, by person, target, scope. Emergency accounts, exempt grants and accounts
    /// that are known to be disabled or deleted are left out.
    /// </summary>
    public static IEnumerable<UsableRight> Of(RuleContext context) =>
        RoleHolder.Of(context).Where(holder => IsLiving(context, holder)).SelectMany(holder => Of(context, holder));

    private static IEnumerable<UsableRight> Of(RuleContext context, RoleHolder person)
    {
        var rights = new Dictionary<(ActivationKey, string?), UsableRight>();
        foreach (var path in person.Paths)
            if (path.State is HopState.Eligible && !context.IsExempt(Guid.Parse(path.Hops[^1].From.Id)))
                foreach (var right in Of(path, person.Id))
                    if (!rights.TryGetValue((right.Key, right.Scope), out var known) || right.IsOlderThan(known))
                        rights[(right.Key, right.Scope)] = right;

        return rights
            .Values.OrderBy(one => one.Hop.To.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Scope, StringComparer.Ordinal);
    }

    private bool IsOlderThan(UsableRight other) => Since is { } since && (other.Since is null || since < other.Since);

    private static bool IsLiving(RuleContext context, RoleHolder holder) =>
        holder.Reference.Kind is ObjectKind.User
        && context.Access.Directory.User(holder.Id) is { IsEnabled: not false };

    private static IEnumerable<UsableRight> Of(AccessPath path, Guid person)
    {
        DateTimeOffset? since = null;
        var isTold = true;
        for (var at = 0; at < path.Hops.Length; at++)
        {
            var hop = path.Hops[at];
            isTold &= hop.State is not HopState.Unknown;
            if (since is null || hop.StartsAt > since)
                since = hop.StartsAt ?? since;
            if (hop.State is HopState.Eligible)
                yield return new(
                    new(person, Guid.Parse(hop.To.Id), hop.Relation is HopRelation.Role),
                    hop.Relation is HopRelation.Role ? path.Scope : null,
                    isTold ? since : null,
                    path,
                    at
                );
        }
    }
}
