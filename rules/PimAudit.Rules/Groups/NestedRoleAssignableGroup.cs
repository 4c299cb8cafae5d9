using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Nesting hands a group's roles to whoever may edit the inner group, out of sight of the outer one.</summary>
public sealed class NestedRoleAssignableGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM302",
            Title: "A role-assignable group is nested",
            Severity: Severity.Critical,
            Practice: "DONT-4",
            Why: "Whoever may edit the inner group decides who is in the outer one. Nobody sees it in the outer group's list, and "
                + "Microsoft Entra does not promise that roles pass through nesting at all.",
            Needs: SnapshotParts.RoleAssignableGroups
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupOwners
                | SnapshotParts.GroupParents
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        NestingJudge.WithTheRest(
            context,
            [.. Nesting.Active(context).Select(nesting => Judge(context, nesting)).OfType<Judgement>()],
            id => GapOf(context, id)
        );

    private static Gap? GapOf(RuleContext context, Guid id)
    {
        var people = context.Access.People(id);
        return people.MembersGap
            ?? people.OwnersGap
            ?? context.Snapshot.Collection.GapOf(SnapshotParts.GroupParents, id);
    }

    private static Judgement? Judge(RuleContext context, Nesting nesting)
    {
        if (context.Reference(nesting.NestedId).Kind is not ObjectKind.Group)
            return Nesting.IsRoleAssignable(context, nesting.OuterId) is false
                ? null
                : NestingJudge.Blind(context, nesting);

        var inner = context.Access.Directory.Group(nesting.NestedId)?.IsRoleAssignable;
        return (Nesting.IsRoleAssignable(context, nesting.OuterId), inner) switch
        {
            (true, false) => Finding(context, nesting, inner, outer: true, Severity.Critical),
            (true, _) => Finding(context, nesting, inner, outer: true, Severity.High),
            (false, true) when nesting.IsMember => Finding(context, nesting, inner, outer: false, Severity.Low),
            (false, false) => null,
            (false, _) when !nesting.IsMember => null,
            _ => NestingJudge.Blind(context, nesting),
        };
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        Nesting nesting,
        bool? inner,
        bool outer,
        Severity severity
    )
    {
        var nested = context.Reference(nesting.NestedId);
        var around = NestingJudge.OuterOf(context, nesting);
        return new(
            new FindingDraft
            {
                Subject = nested,
                Identity = [around],
                Severity = severity,
                Title = $"{nested.Label} is nested in {around.Label}",
                Observed =
                    $"active {nesting.Sides}; inner group {NestingJudge.Kind(inner)}, outer group {NestingJudge.Kind(outer)}",
                Expected = "people in role-assignable groups, and no group in or around them",
                Related = [new(around, "outer group")],
                Evidence = nesting.Evidence,
                Fix = new(
                    [
                        "Add the people of the inner group who need it to the outer group themselves.",
                        "In Groups, open the outer group and remove the inner group from its members or owners.",
                        "Let one of the people check that nothing is missing.",
                    ],
                    AssignmentCommands.Lines(
                        nesting.Links.IsEmpty
                            ?
                            [
                                AssignmentCommands.RemovePlainLink(
                                    nesting.OuterId,
                                    nesting.NestedId,
                                    GroupAccess.Member
                                ),
                            ]
                            : nesting.Links.Select(link =>
                                AssignmentCommands.RemovePlainLink(link.GroupId, link.PrincipalId, link.Access)
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
