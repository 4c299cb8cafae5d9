using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Group active, members standing: everybody in it holds the role and nobody activates anything.</summary>
public sealed class ActiveGroupWithoutActivation : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM104",
            Title: "Group and its members stand on a role, so nobody activates anything",
            Severity: Severity.Critical,
            Practice: "APP-2, DONT-1",
            Why: "The group is assigned the role and its members are assigned the group, both for long. Everybody in it holds the role at "
                + "all times, as if assigned to each person, and no list of role assignments names one of them.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupAssignments
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Parameters = [RuleParameter.Number("maxStandingDays", 30, "longest standing grant and membership in days")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxStandingDays"));
        var paths = context
            .Access.Paths.Where(path => path.Approach is Approach.Standing)
            .Where(path => !context.Emergency.Contains(Guid.Parse(path.Principal.Id)))
            .ToLookup(path => (path.Hops[^1].From.Id, path.Role.Id, path.Scope));
        return context
            .Access.GroupGrants.Where(grant => !grant.Active.IsEmpty && !context.IsExempt(grant.GroupId))
            .Select(grant =>
                Judge(
                    grant,
                    [.. paths[(grant.GroupId.ToString("D"), grant.RoleId.ToString("D"), grant.Scope)]],
                    limit,
                    context
                )
            )
            .OfType<Judgement>()
            .Concat(GroupGrants.Untold(context));
    }

    /// <summary>Null for an empty group, of which nobody can be said to stand.</summary>
    private static Judgement? Judge(
        GroupGrant grant,
        ImmutableArray<AccessPath> paths,
        TimeSpan limit,
        RuleContext context
    )
    {
        var group = context.Reference(grant.GroupId);
        ImmutableArray<ObjectRef> identity = [context.RoleReference(grant.RoleId), context.ScopeReference(grant.Scope)];
        if (grant.Approach is Approach.Dormant)
            return null;
        if (grant.Gap is { } gap)
            return new Judgement.Blind(group, gap) { Identity = identity };
        if (grant.Approach is not Approach.Standing || !IsLong(grant, limit, context))
            return new Judgement.Meets(group) { Identity = identity };

        var over = paths.Where(path => IsOver(path, limit, context) is true).ToImmutableArray();
        if (!over.IsEmpty)
            return new Judgement.Breaks(Draft(group, grant, identity, over, limit, context));
        return Hidden(grant, paths, limit, context) is { } hidden
            ? new Judgement.Blind(group, hidden) { Identity = identity }
            : new Judgement.Meets(group) { Identity = identity };
    }

    private static bool IsLong(GroupGrant grant, TimeSpan limit, RuleContext context) =>
        grant.Active.Any(row => HowLong.IsOver(limit, row.StartsAt, row.EndsAt, context.TakenAt));

    /// <summary>Every hop stands without end or for longer than the limit; null where one may.</summary>
    private static bool? IsOver(AccessPath path, TimeSpan limit, RuleContext context)
    {
        var over = path.Hops.Select(bool? (hop) => IsOver(hop, limit, context)).ToList();
        return over.Contains(false) ? false
            : over.Contains(null) ? null
            : true;
    }

    private static bool? IsOver(Hop hop, TimeSpan limit, RuleContext context) =>
        hop.State switch
        {
            HopState.Standing => HowLong.IsOver(limit, hop.StartsAt, hop.EndsAt, context.TakenAt),
            HopState.Unknown => null,
            _ => false,
        };

    /// <summary>Why somebody may stand in the group of whom we do not know.</summary>
    private static Gap? Hidden(
        GroupGrant grant,
        ImmutableArray<AccessPath> paths,
        TimeSpan limit,
        RuleContext context
    ) =>
        context.Access.HoldersOf(grant.GroupId).Hidden
        ?? paths
            .Where(path => IsOver(path, limit, context) is null)
            .SelectMany(path => path.Hops)
            .Where(hop => hop is { State: HopState.Unknown, Relation: HopRelation.Member })
            .Select(hop => context.Access.People(Guid.Parse(hop.To.Id)).AssignmentsGap)
            .FirstOrDefault(gap => gap is not null);

    private static FindingDraft Draft(
        ObjectRef group,
        GroupGrant grant,
        ImmutableArray<ObjectRef> identity,
        ImmutableArray<AccessPath> over,
        TimeSpan limit,
        RuleContext context
    )
    {
        var role = context.RoleReference(grant.RoleId);
        var people = over.Select(path => path.Principal)
            .DistinctBy(person => person.Id, StringComparer.Ordinal)
            .ToList();
        return new()
        {
            Subject = group,
            Identity = identity,
            Severity = context.ByTier(grant.RoleId, Severity.Critical, Severity.High, Severity.Medium),
            Title =
                $"{group.Label} gives {RoleWords.RoleAt(context, grant.RoleId, grant.Scope)} to {Say.Count(people.Count, "member")} without any activation",
            Observed = $"group active, {Say.Count(people.Count, "member")} standing",
            Expected =
                $"group eligible (Approach 1), members eligible (Approach 2), or either for at most {Say.Duration(limit)}",
            Role = role,
            Scope = grant.Scope,
            Path = over[0].Hops,
            Related = [.. people.Select(person => new RelatedObject(person, "standing member"))],
            Evidence = [.. over.SelectMany(path => path.Hops).SelectMany(hop => hop.Evidence).Distinct()],
            Fix = new(
                [
                    "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Assignments.",
                    "Approach 1: add the group as eligible for the role, then remove its active assignment.",
                    "Approach 2, for a bundle of roles: under Privileged Identity Management, Groups, make the members eligible and remove their active assignments.",
                ],
                AssignmentCommands.RemoveActive(context.Snapshot, grant.GroupId, grant.RoleId, grant.Scope)
            ),
        };
    }
}
