using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A standing member of a group that others must activate has every role of the group without asking.</summary>
public sealed class PermanentMemberOfJustInTimeGroup : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM103",
            Title: "Standing member of a group that others activate",
            Severity: Severity.High,
            Practice: "APP-2, DONT-1",
            Why: "The group is active on its roles because its members have to activate. A member who stands in it has every role of the "
                + "group at all times: PIM is bypassed, and no role assignment shows it.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupAssignments
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            Parameters = [RuleParameter.Number("maxStandingDays", 30, "longest standing membership in days")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxStandingDays"));
        return GroupGrants
            .ByGroup(context)
            .SelectMany(grants => Judge(grants.Key, [.. grants.Where(grant => !grant.Active.IsEmpty)], limit, context))
            .Concat(GroupGrants.Untold(context));
    }

    private static IEnumerable<Judgement> Judge(
        Guid groupId,
        ImmutableArray<GroupGrant> grants,
        TimeSpan limit,
        RuleContext context
    )
    {
        var group = context.Reference(groupId);
        var bundle = grants.Where(grant => grant.Approach is Approach.Approach2).ToImmutableArray();
        if (bundle.IsEmpty)
            return grants.FirstOrDefault(grant => grant.Gap is not null) is { Gap: { } gap }
                ? [new Judgement.Blind(group, gap)]
                : [];

        var people = context.Access.People(groupId);
        var members = people
            .Members.Where(link => !context.Emergency.Contains(link.PrincipalId))
            .GroupBy(link => link.PrincipalId)
            .Select(links => Judge([.. links], group, bundle, limit, context))
            .OfType<Judgement>();
        if ((people.AssignmentsGap ?? people.MembersGap) is { } hidden)
            return members
                .Where(judgement => judgement is not Judgement.Meets)
                .Append(new Judgement.Blind(group, hidden));

        return members.DefaultIfEmpty(new Judgement.Meets(group));
    }

    /// <summary>Null for somebody who is no standing member, and for a nested group, of which other rules speak.</summary>
    private static Judgement? Judge(
        ImmutableArray<GroupLink> links,
        ObjectRef group,
        ImmutableArray<GroupGrant> bundle,
        TimeSpan limit,
        RuleContext context
    )
    {
        var standing = links.Where(link => link.State is HopState.Standing).ToImmutableArray();
        var member = context.Reference(links[0].PrincipalId);
        if (standing.IsEmpty || member.Kind is ObjectKind.Group or ObjectKind.Other)
            return null;
        if (member.Kind is ObjectKind.Unresolved && context.Access.Directory.GapOf(links[0].PrincipalId) is { } gap)
            return new Judgement.Blind(member, gap) { Identity = [group] };

        var over = standing.FirstOrDefault(link => HowLong.IsOver(limit, link.StartsAt, link.EndsAt, context.TakenAt));
        return over is null
            ? new Judgement.Meets(member) { Identity = [group] }
            : new Judgement.Breaks(Draft(member, group, over, standing, bundle, limit, context));
    }

    private static FindingDraft Draft(
        ObjectRef member,
        ObjectRef group,
        GroupLink over,
        ImmutableArray<GroupLink> standing,
        ImmutableArray<GroupGrant> bundle,
        TimeSpan limit,
        RuleContext context
    ) =>
        new()
        {
            Subject = member,
            Identity = [group],
            Title = $"{member.Label} stands in {group.Label}, which others activate",
            Observed = over.InPim
                ? $"standing member, {HowLong.InWords(over.StartsAt, over.EndsAt, context.TakenAt)}"
                : "standing member, added without PIM, permanent",
            Expected = $"eligible member, or standing for at most {Say.Duration(limit)}",
            Role = context.RoleReference(bundle[0].RoleId),
            Scope = bundle[0].Scope,
            Path = PathOf(over, bundle[0], context),
            Related =
            [
                .. bundle
                    .Select(grant => context.RoleReference(grant.RoleId))
                    .Distinct()
                    .Select(role => new RelatedObject(role, "role of the group")),
            ],
            Evidence = [.. standing.SelectMany(link => link.Evidence).Distinct()],
            Fix = new(
                [
                    "In the Entra admin centre, open Privileged Identity Management, Groups, and select this group.",
                    "Under Assignments, add the person as eligible member.",
                    "On the tab Active assignments, remove the person's assignment.",
                ],
                AssignmentCommands.Lines([
                    AssignmentCommands.MakeEligibleMember(over.GroupId, over.PrincipalId),
                    over.InPim
                        ? AssignmentCommands.RemoveMember(over.GroupId, over.PrincipalId)
                        : AssignmentCommands.RemovePlainLink(over.GroupId, over.PrincipalId, GroupAccess.Member),
                ])
            ),
        };

    private static ImmutableArray<Hop> PathOf(GroupLink over, GroupGrant grant, RuleContext context) =>
        context
            .Access.PathsTo(grant.RoleId, grant.Scope, over.PrincipalId)
            .FirstOrDefault(path => path.Hops.Length == 2 && path.Hops[0].Evidence.SequenceEqual(over.Evidence))
            ?.Hops
        ?? [];
}
