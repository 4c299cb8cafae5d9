using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A group that mixes the approaches asks people to activate twice, or not at all, and nobody can say which.</summary>
public sealed class MixedApproachOnGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM304",
            Title: "A group mixes Approach 1 and Approach 2",
            Severity: Severity.High,
            Practice: "DONT-3",
            Why: "People must activate twice for one role and not at all for another. Which settings gate what becomes "
                + "unclear, and a later change on one side opens the other unseen.",
            Needs: GroupGrants.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        GroupGrants
            .ByGroup(context)
            .Select(grants => Judge(context, grants.Key, [.. grants]))
            .OfType<Judgement>()
            .Concat(GroupGrants.Untold(context));

    private static Judgement? Judge(RuleContext context, Guid groupId, ImmutableArray<GroupGrant> grants)
    {
        var group = context.Reference(groupId);
        if (grants.Any(grant => grant.Approach is Approach.Mixed) || HoldsBoth(context, groupId, grants))
            return Finding(context, group, grants);
        if (grants.FirstOrDefault(grant => grant.Approach is Approach.Unknown) is { } unknown)
            return new Judgement.Blind(group, unknown.Gap!);

        return grants.All(grant => grant.Approach is Approach.Dormant) ? null : new Judgement.Meets(group);
    }

    /// <summary>
    /// Eligible on one and standing on another, with somebody in the group: mixed whether its members stand or not.
    /// </summary>
    private static bool HoldsBoth(RuleContext context, Guid groupId, ImmutableArray<GroupGrant> grants) =>
        !context.Access.People(groupId).Members.IsEmpty
        && grants.Any(grant => !grant.Eligible.IsEmpty)
        && grants.Any(grant => grant.Active.Any(row => row.IsStanding));

    private static Judgement.Breaks Finding(RuleContext context, ObjectRef group, ImmutableArray<GroupGrant> grants)
    {
        var single = grants.Length == 1 ? grants[0] : null;
        return new(
            new FindingDraft
            {
                Subject = group,
                Title = $"{group.Label} mixes Approach 1 and Approach 2",
                Observed = Observed(context, grants),
                Expected =
                    "eligible for its roles with standing members (Approach 1), or active on its roles with eligible members (Approach 2)",
                Role = single is null ? null : context.RoleReference(single.RoleId),
                Scope = single?.Scope,
                Related = GroupGrants.RolesOf(context, grants),
                Evidence =
                [
                    .. GroupGrants.EvidenceOf(grants),
                    .. context
                        .Access.People(Guid.Parse(group.Id))
                        .Members.Where(link => link.State is HopState.Eligible or HopState.Activated)
                        .SelectMany(link => link.Evidence),
                ],
                Fix = new([
                    "Decide for one approach: Approach 1 for roles that must take effect at once, Approach 2 to bundle several roles.",
                    "Make a second role-assignable group for the roles that follow the other approach.",
                    "Give each group one kind of assignment, and its members the other: eligible group with standing members, or active group with eligible members.",
                    "Remove what is left over from the first group.",
                ]),
            }
        );
    }

    private static string Observed(RuleContext context, ImmutableArray<GroupGrant> grants)
    {
        string?[] parts =
        [
            Roles(context, "eligible for", grants.Where(grant => !grant.Eligible.IsEmpty)),
            Roles(context, "active on", grants.Where(grant => grant.Active.Any(row => row.IsStanding))),
            context.Access.People(grants[0].GroupId).IsJustInTime ? "members activate their membership" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string? Roles(RuleContext context, string manner, IEnumerable<GroupGrant> grants)
    {
        var names = grants.Select(grant => RoleWords.RoleAt(context, grant.RoleId, grant.Scope)).ToList();
        return names.Count == 0 ? null : $"{manner} {string.Join(", ", names)}";
    }
}
