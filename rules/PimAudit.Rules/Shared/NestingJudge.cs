using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What the two rules about nested groups have in common: what is not told, and what meets them.</summary>
internal static class NestingJudge
{
    /// <summary>Adds the role-assignable groups that no judgement speaks of: blind where a list is missing, else fine.</summary>
    /// <param name="gapOf">Why one of these groups may hold, or lie in, others of which we do not know.</param>
    public static IEnumerable<Judgement> WithTheRest(
        RuleContext context,
        ImmutableArray<Judgement> judged,
        Func<Guid, Gap?> gapOf
    )
    {
        var named = judged
            .SelectMany(one => one.Identity.Select(part => part.Key).Prepend(one.Subject.Key))
            .ToHashSet(StringComparer.Ordinal);
        var rest = Nesting
            .RoleAssignable(context)
            .Select(id => (Group: context.Reference(id), Gap: gapOf(id)))
            .Where(one => one.Gap is not null || !named.Contains(one.Group.Key))
            .Select(one =>
                one.Gap is { } gap ? (Judgement)new Judgement.Blind(one.Group, gap) : new Judgement.Meets(one.Group)
            );
        return judged.Concat(rest);
    }

    /// <summary>The nested one may be no group, or a property that decides was not read.</summary>
    public static Judgement.Blind Blind(RuleContext context, Nesting nesting)
    {
        var unknown =
            context.Access.Directory.GapOf(nesting.NestedId) is not null ? nesting.NestedId
            : Nesting.IsRoleAssignable(context, nesting.OuterId) is null ? nesting.OuterId
            : nesting.NestedId;
        return new(
            context.Reference(nesting.NestedId),
            GroupGrants.NotTold(context, unknown, "whether a group is role-assignable")
        )
        {
            Identity = [OuterOf(context, nesting)],
        };
    }

    /// <summary>A parent is a group even where nothing else is known of it.</summary>
    public static ObjectRef OuterOf(RuleContext context, Nesting nesting) =>
        new(ObjectKind.Group, nesting.OuterId, context.Reference(nesting.OuterId).DisplayName);

    /// <summary>In words, for what was observed.</summary>
    public static string Kind(bool? isRoleAssignable) =>
        isRoleAssignable switch
        {
            true => "role-assignable",
            false => "ordinary, not role-assignable",
            null => "not known to be role-assignable",
        };
}
