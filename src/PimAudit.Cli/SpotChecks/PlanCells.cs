using System.Collections.Immutable;
using PimAudit.Access.Questions.Planning;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A plan as sections of an answer.</summary>
internal static class PlanCells
{
    private static readonly ImmutableArray<Column> AdviceColumns =
    [
        new("Kind", "kind"),
        new("Advice", "text"),
        new("Document", "quote"),
        new("Section", "documentSection", Shown.Data),
    ];

    private static readonly ImmutableArray<Column> StepColumns =
    [
        new("State", "state"),
        new("What", "what"),
        new("Now", "now"),
        new("Where", "where", Shown.Data),
    ];

    public static ImmutableArray<Section> Sections(RolePlan plan) =>
        [
            new(
                "Advice",
                plan.Reasons.Length,
                plan.Reasons.Length == 1 ? "reason" : "reasons",
                AdviceColumns,
                [
                    ["advice", Choice(plan), "", ""],
                    .. plan.Reasons.Select(Row),
                ]
            )
            {
                Shape = SectionShape.Prose,
            },
            new(
                "In the way",
                plan.Obstacles.Length,
                plan.Obstacles.IsEmpty ? "nothing that was read" : "before anything else",
                AdviceColumns,
                [.. plan.Obstacles.Select(Row)]
            )
            {
                Shape = SectionShape.Prose,
            },
            .. plan.Steps.Select(Section),
        ];

    /// <param name="fresh">What was read again; null when nothing was.</param>
    public static IEnumerable<string> Notes(RolePlan plan, Freshness? fresh)
    {
        if (plan.Group.Id is { } id)
            yield return $"Group id {id:D}, role template id {plan.Role.Id}, scope {plan.Scope.Id}.";
        else
            yield return $"Group to be created, role template id {plan.Role.Id}, scope {plan.Scope.Id}.";
        if (plan.Approach is Approach.Unknown)
            yield return "Steps 2 to 4 depend on the approach, so they are left out.";
        if (fresh is not null)
            yield return $"Access reviews and licences are those of {Say.Moment(fresh.SnapshotTakenAt)}; access and role settings were read again.";
        yield return "PimAudit writes nothing to a tenant: each step is yours to do.";
    }

    private static string Choice(RolePlan plan)
    {
        var approach = plan.Approach switch
        {
            Approach.Approach1 when plan.WithApproval => "Approach 1 with approval",
            Approach.Approach1 => "Approach 1",
            Approach.Approach2 => "Approach 2",
            _ => "the approach is not known",
        };
        var group = plan.Group.Label;
        return plan.NeedsAnotherGroup ? $"{approach}, in another group: {group}" : $"{approach}, in {group}";
    }

    private static ImmutableArray<Cell> Row(PlanReason reason) => Row("because", reason.Text, reason.Practice);

    private static ImmutableArray<Cell> Row(Obstacle obstacle) =>
        Row(obstacle.NeedsAnotherGroup ? "another group" : "mend", obstacle.Text, obstacle.Practice);

    private static ImmutableArray<Cell> Row(string kind, string text, Practice practice) =>
        [kind, text, $"{practice.Section}: \"{practice.Words}\"", practice.Section];

    private static Section Section(PlanStep step)
    {
        var open = step.Items.Count(item => item.State is PlanState.ToDo);
        return new(
            step.Name,
            open,
            $"to do; {Printable.Of(step.Portal)}",
            StepColumns,
            [.. step.Items.Select(item => Row(item, step.Portal))]
        )
        {
            Shape = SectionShape.Prose,
        };
    }

    private static ImmutableArray<Cell> Row(PlanItem item, string portal) =>
        [State(item.State), item.What, item.Now, portal];

    private static string State(PlanState state) =>
        state switch
        {
            PlanState.Done => "done",
            PlanState.ToDo => "to do",
            _ => "not known",
        };
}
