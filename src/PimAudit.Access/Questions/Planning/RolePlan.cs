using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>What a plan is asked for.</summary>
/// <param name="GroupId">The group meant; null for one that does not exist yet.</param>
/// <param name="NewName">Its name then; null otherwise.</param>
/// <param name="Scope"><c>/</c>, or a place within the tenant.</param>
public sealed record PlanRequest(Guid RoleId, Guid? GroupId, string? NewName, string Scope = "/");

/// <summary>How far one thing of a plan is.</summary>
public enum PlanState
{
    Done,
    ToDo,

    /// <summary>It was not read.</summary>
    NotKnown,
}

/// <summary>Where the document says something, and its words.</summary>
public sealed record Practice(string Section, string Words);

/// <summary>Why this approach.</summary>
public sealed record PlanReason(string Text, Practice Practice);

/// <summary>What is in the way.</summary>
/// <param name="NeedsAnotherGroup">Nothing can mend it in this group.</param>
public sealed record Obstacle(bool NeedsAnotherGroup, string Text, Practice Practice);

/// <summary>One thing to do or to set.</summary>
/// <param name="Now">What the snapshot says about it.</param>
/// <param name="Unread">What was not read: where it decides, the state is NotKnown. Null when all was read.</param>
public sealed record PlanItem(string What, string Now, PlanState State, UnreadFact? Unread = null)
{
    /// <summary>Done or to do by the answer; without one, not known for the reason given.</summary>
    public static PlanItem Of(string what, string now, bool? done, UnreadFact unread) =>
        done is { } known
            ? new(what, now, known ? PlanState.Done : PlanState.ToDo)
            : new(what, "not known: was not read", PlanState.NotKnown, unread);

    public static PlanItem Of(string what, string now, bool done) =>
        new(what, now, done ? PlanState.Done : PlanState.ToDo);
}

/// <summary>A step of the document's configuration guide.</summary>
/// <param name="Portal">Where it is done.</param>
public sealed record PlanStep(string Name, string Portal, ImmutableArray<PlanItem> Items);

/// <summary>The group that a plan ends up with.</summary>
/// <param name="Id">Null when it must be created.</param>
public sealed record PlannedGroup(Guid? Id, string Name)
{
    /// <summary>Name and object id.</summary>
    public string Label => Id is { } id ? $"{Name} ({id:D})" : $"{Name} (new)";
}

/// <summary>The approach that the document advises for a role and a group, why, and the way there.</summary>
/// <param name="Asked">The group asked about; null id when it does not exist yet.</param>
/// <param name="Group">The group to use; another one where <paramref name="Asked"/> cannot be.</param>
/// <param name="Approach">Approach1, Approach2, or Unknown where that depends on what was not read.</param>
/// <param name="WithApproval">Activation must wait for an approver.</param>
/// <param name="Steps">Prerequisites, steps 1 to 4, and what remains to be done every quarter.</param>
public sealed record RolePlan(
    ObjectRef Role,
    ObjectRef Scope,
    PlannedGroup Asked,
    PlannedGroup Group,
    Approach Approach,
    bool WithApproval,
    ImmutableArray<PlanReason> Reasons,
    ImmutableArray<Obstacle> Obstacles,
    ImmutableArray<PlanStep> Steps,
    ImmutableArray<UnreadFact> Unread
)
{
    public bool NeedsAnotherGroup => Asked != Group;

    public static RolePlan Ask(AccessMap map, PlanRequest request)
    {
        var role = new PlannedRole(map, request.RoleId, request.Scope);
        var asked = GroupFacts.Of(map, request);
        var decision = Decision.Of(map, role, asked);
        var work = new PlanSteps(map, role, decision.Group, decision.Approach);
        var steps = work.All();
        return new(
            role.Reference,
            map.Directory.ScopeReference(request.Scope),
            asked.Planned,
            decision.Group.Planned,
            decision.Approach,
            role.NeedsApproval,
            decision.Reasons,
            [.. ObstacleList.Of(map, role, asked, decision)],
            steps,
            Questions.Unread.Once(
                decision.Unread.Concat(
                    steps.SelectMany(step => step.Items).Select(item => item.Unread).OfType<UnreadFact>()
                )
            )
        );
    }
}
