using System.Globalization;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An owner adds members, so whoever owns a role-assignable group has its roles in his gift.</summary>
public sealed class RiskyGroupOwner : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM311",
            Title: "A role-assignable group has an owner who should not own it, or too many owners",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "An owner may add himself or anybody else and change the group's settings, without approval and without holding a role. "
                + "A standing owner goes around the activation that every member has to ask for.",
            Needs: SnapshotParts.RoleAssignableGroups
                | SnapshotParts.GroupOwners
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupAssignments
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Source =
                "Microsoft Learn, Use Microsoft Entra groups to manage role assignments: "
                + "\"you can delegate the management of role-assignable groups by adding group owners\"",
            Parameters = [RuleParameter.Number("maxOwners", 2, "most standing owners of a group")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var most = context.Parameters.Number("maxOwners");
        return RoleAssignableGroups.Judge(context, group => Judge(context, group, most));
    }

    private static IEnumerable<Judgement> Judge(RuleContext context, Group group, int most)
    {
        var people = context.Access.People(group.Id);
        return GroupOwner
            .Of(context, people)
            .SelectMany(owner => Judge(context, group.Reference, people, owner))
            .Append(JudgeNumber(group.Reference, people, most));
    }

    private static IEnumerable<Judgement> Judge(
        RuleContext context,
        ObjectRef group,
        GroupPeople people,
        GroupOwner owner
    )
    {
        if (owner.IsRisky is true)
            return [Finding(group, owner, Severity.High)];

        var gap =
            owner.IsRisky is null ? NotTold(context, owner)
            : owner.StandsInJustInTime is null ? people.ClassGap ?? people.AssignmentsGap
            : null;
        IEnumerable<Judgement> unknown = gap is null
            ? []
            : [new Judgement.Blind(group, gap) { Identity = [owner.Reference] }];
        if (owner.StandsInJustInTime is true)
            return unknown.Prepend(Finding(group, owner, Severity.Medium));

        return unknown.DefaultIfEmpty(new Judgement.Meets(group) { Identity = [owner.Reference] });
    }

    private static Judgement JudgeNumber(ObjectRef group, GroupPeople people, int most)
    {
        var standing = people.Owners.Where(link => link.State is HopState.Standing).ToList();
        if (Count(standing) > most)
            return TooMany(group, standing, most);
        if ((people.OwnersGap ?? people.EligibilitiesGap) is { } hidden)
            return new Judgement.Blind(group, hidden);

        var possible = people.Owners.Where(link => link.State is HopState.Standing or HopState.Unknown);
        return Count(possible) > most ? new Judgement.Blind(group, people.AssignmentsGap!) : new Judgement.Meets(group);
    }

    private static int Count(IEnumerable<GroupLink> owners) =>
        owners.Select(link => link.PrincipalId).Distinct().Count();

    private static Gap NotTold(RuleContext context, GroupOwner owner) =>
        context.Access.Directory.GapOf(owner.Id)
        ?? new Gap(
            SnapshotParts.Principals,
            MissingReason.Malformed,
            $"It was not read whether {owner.Reference.Label} is enabled, or a guest."
        );

    private static Judgement.Breaks Finding(ObjectRef group, GroupOwner owner, Severity severity) =>
        new(
            new FindingDraft
            {
                Subject = group,
                Identity = [owner.Reference],
                Severity = severity,
                Title = $"{owner.Reference.Label} should not own {group.Label}",
                Observed = $"the owner is {owner.InWords}",
                Expected =
                    "no owner, or enabled people of the tenant; eligible owners where the members have to activate",
                Related = [new(owner.Reference, "owner")],
                Evidence = [.. owner.Links.SelectMany(link => link.Evidence).Distinct()],
                Fix = new(
                    [
                        "In Groups, open the group, select Owners and remove this owner.",
                        "If somebody has to run the group, make a person of the tenant eligible as owner in Privileged Identity Management, Groups, with approval.",
                        "Review who became a member while this owner could add people.",
                    ],
                    owner.Removal
                ),
            }
        );

    private static Judgement.Breaks TooMany(ObjectRef group, IReadOnlyList<GroupLink> standing, int most) =>
        new(
            new FindingDraft
            {
                Subject = group,
                Severity = Severity.Low,
                Title = $"{group.Label} has more owners than the profile allows",
                Observed = Say.Count(Count(standing), "standing owner"),
                Expected = string.Create(CultureInfo.InvariantCulture, $"at most {most}"),
                Evidence = [.. standing.SelectMany(link => link.Evidence).Distinct()],
                Fix = new(["In Groups, open the group and select Owners.", "Remove the owners who do not run it."]),
            }
        );
}
