using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Two ways to one role mean two sets of gates, and people take the easier one.</summary>
public sealed class MixedApproachOnRole : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM305",
            Title: "A role is reached by Approach 1 and by Approach 2",
            Severity: Severity.Medium,
            Practice: "DONT-3",
            Why: "The role's own settings gate the one way and the group's member settings the other. They drift apart, reviews "
                + "list different people, and whoever stands in both groups takes the easier way.",
            Needs: GroupGrants.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Access.GroupGrants.Where(grant => grant.Approach is not Approach.Dormant)
            .GroupBy(grant => (grant.RoleId, grant.Scope))
            .OrderBy(grants => grants.Key.RoleId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(grants => grants.Key.Scope, StringComparer.Ordinal)
            .Select(grants => Judge(context, grants.Key.RoleId, grants.Key.Scope, [.. grants]))
            .Concat(GroupGrants.Untold(context));

    private static Judgement Judge(RuleContext context, Guid roleId, string scope, ImmutableArray<GroupGrant> grants)
    {
        var role = context.RoleReference(roleId);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference(scope)];
        if (grants.Length == 1 || Has(grants, Approach.Mixed))
            return new Judgement.Meets(role) { Identity = identity };
        if (grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown)
            return new Judgement.Blind(role, unknown.Gap!) { Identity = identity };

        return Has(grants, Approach.Approach1) && Has(grants, Approach.Approach2)
            ? Finding(context, role, scope, identity, grants)
            : new Judgement.Meets(role) { Identity = identity };
    }

    private static bool Has(ImmutableArray<GroupGrant> grants, Approach approach) =>
        grants.Any(grant => grant.Approach == approach);

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef role,
        string scope,
        ImmutableArray<ObjectRef> identity,
        ImmutableArray<GroupGrant> grants
    )
    {
        var mixed = grants
            .Where(grant => grant.Approach is Approach.Approach1 or Approach.Approach2)
            .ToImmutableArray();
        return new(
            new FindingDraft
            {
                Subject = role,
                Identity = identity,
                Title =
                    $"{RoleWords.RoleAt(context, Guid.Parse(role.Id), scope)} is reached by Approach 1 and by Approach 2",
                Observed =
                    $"Approach 1 through {Groups(context, mixed, Approach.Approach1)}; Approach 2 through {Groups(context, mixed, Approach.Approach2)}",
                Expected = "one approach for one role",
                Role = role,
                Scope = scope,
                Related =
                [
                    .. mixed.Select(grant => new RelatedObject(
                        context.Reference(grant.GroupId),
                        grant.Approach is Approach.Approach1 ? "group of Approach 1" : "group of Approach 2"
                    )),
                ],
                Evidence = GroupGrants.EvidenceOf(mixed),
                Fix = new([
                    "Decide for one approach for this role: Approach 1 where it must take effect at once.",
                    "Move the people of the other group to a group of that approach.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, remove the other group from this role.",
                ]),
            }
        )
        {
            Identity = identity,
        };
    }

    private static string Groups(RuleContext context, ImmutableArray<GroupGrant> grants, Approach approach) =>
        string.Join(
            ", ",
            grants.Where(grant => grant.Approach == approach).Select(grant => context.Reference(grant.GroupId).Label)
        );
}
