using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An eligible group lets everybody whom somebody put into it become a member, one activation away.</summary>
public sealed class EligibleNesting : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM303",
            Title: "A group is eligible for a role-assignable group",
            Severity: Severity.Critical,
            Practice: "DONT-4",
            Why: "Everybody in the eligible group may activate the outer membership with all its roles, and whoever may edit the "
                + "eligible group decides who that is. The outer group's own lists do not show them.",
            Needs: SnapshotParts.RoleAssignableGroups | SnapshotParts.GroupEligibilities | SnapshotParts.Principals
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        NestingJudge.WithTheRest(
            context,
            [.. Nesting.Eligible(context).Select(nesting => Judge(context, nesting)).OfType<Judgement>()],
            id => context.Access.People(id).EligibilitiesGap
        );

    private static Judgement? Judge(RuleContext context, Nesting nesting)
    {
        var outer = Nesting.IsRoleAssignable(context, nesting.OuterId);
        if (outer is false)
            return null;

        return outer is null || context.Reference(nesting.NestedId).Kind is not ObjectKind.Group
            ? NestingJudge.Blind(context, nesting)
            : Finding(context, nesting, context.Access.Directory.Group(nesting.NestedId)?.IsRoleAssignable);
    }

    private static Judgement.Breaks Finding(RuleContext context, Nesting nesting, bool? inner)
    {
        var nested = context.Reference(nesting.NestedId);
        var around = NestingJudge.OuterOf(context, nesting);
        return new(
            new FindingDraft
            {
                Subject = nested,
                Identity = [around],
                Severity = inner is false ? Severity.Critical : Severity.High,
                Title = $"{nested.Label} is eligible as {nesting.Sides} of {around.Label}",
                Observed = $"eligible {nesting.Sides}; eligible group {NestingJudge.Kind(inner)}",
                Expected = "people, not groups, eligible for a role-assignable group",
                Related = [new(around, "outer group")],
                Evidence = nesting.Evidence,
                Fix = new(
                    [
                        "In Privileged Identity Management, Groups, open the outer group.",
                        "Add the people who need it as eligible, one by one.",
                        "Remove the eligibility of the group.",
                    ],
                    AssignmentCommands.Lines(
                        nesting.Links.Select(link =>
                            AssignmentCommands.RemoveEligibleLink(link.GroupId, link.PrincipalId, link.Access)
                        )
                    )
                ),
            }
        )
        {
            Identity = [around],
        };
    }
}
