using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Who is in the group.</summary>
internal static class PeopleSteps
{
    private const string Nobody = "nobody yet";
    private const string Others = "who else was not read";

    public static PlanItem Licensed(AccessMap map, GroupFacts group)
    {
        const string What = "Users: all eligible users licensed";
        if (Licences.Without(map, group) is { Length: > 0 } without)
            return PlanItem.Of(What, $"without a licence: {Crowds.Names(without)}", done: false);
        if (Licences.Untold(map, group) is { Length: > 0 } untold)
            return PlanItem.Of(
                What,
                "",
                done: null,
                new(
                    untold[0],
                    new(SnapshotParts.Principals, MissingReason.Malformed, "Licences of a user were not read.")
                )
            );
        if (HiddenIn(map, group) is { } gap)
            return PlanItem.Of(What, "", done: null, new(group.Reference, gap));

        var isEmpty = group.Planned.Id is not { } id || map.HoldersOf(id).Ids.IsEmpty;
        return PlanItem.Of(What, isEmpty ? "nobody is in the group yet: license whoever is added" : "all", !isEmpty);
    }

    /// <summary>Approach 1: whoever is in the group becomes eligible, so they are named.</summary>
    public static PlanItem StandingMembers(AccessMap map, PlannedRole role, GroupFacts group)
    {
        var standing = GroupCrowd.Standing(map, group);
        return Listed(
            "Add users as Members (permanent); they activate the role themselves",
            standing,
            standing.IsEmpty ? Nobody : $"{Crowds.Names(standing)}{Effect(role, group)}",
            group,
            group.People.MembersGap ?? group.People.AssignmentsGap ?? group.Gap
        );
    }

    private static string Effect(PlannedRole role, GroupFacts group) =>
        role.Grants.Any(grant => grant.GroupId == group.Planned.Id && !grant.Eligible.IsEmpty)
            ? ""
            : $": eligible for {role.Reference.Label} as soon as the group is";

    /// <summary>Approach 2.</summary>
    public static PlanItem EligibleMembers(AccessMap map, GroupFacts group)
    {
        var eligible = GroupCrowd.Eligible(map, group);
        return Listed(
            "Add users as eligible members; they activate their membership",
            eligible,
            eligible.IsEmpty ? Nobody : Crowds.Names(eligible),
            group,
            group.People.EligibilitiesGap ?? group.Gap
        );
    }

    /// <summary>Approach 2: who stands in the group has its roles without activating.</summary>
    public static PlanItem NobodyStands(AccessMap map, GroupFacts group)
    {
        const string What = "No standing members";
        var standing = GroupCrowd.StandingWithGroups(map, group);
        var gap = group.People.MembersGap ?? group.People.AssignmentsGap ?? group.Gap;
        if (!standing.IsEmpty)
            return Among(PlanItem.Of(What, Crowds.Names(standing), done: false), group, gap);

        return gap is null
            ? PlanItem.Of(What, "none", done: true)
            : PlanItem.Of(What, "", done: null, new(group.Reference, gap));
    }

    /// <summary>Beyond the document: an owner adds himself, so he should be one who may have the roles anyway.</summary>
    public static PlanItem Owners(AccessMap map, GroupFacts group)
    {
        const string What = "Owners: nobody who may not have the role, since an owner can add himself";
        var owners = GroupCrowd.Owners(map, group);
        var holders = group.Planned.Id is { } id ? map.HoldersOf(id).Ids : [];
        var strangers = owners.Where(owner => !holders.Contains(Guid.Parse(owner.Id))).ToImmutableArray();
        if (!strangers.IsEmpty && HiddenIn(map, group) is { } hidden)
            return PlanItem.Of(What, "", done: null, new(group.Reference, hidden));
        if (!strangers.IsEmpty)
            return Among(
                PlanItem.Of(What, $"{Crowds.Names(strangers)}, not among the members", done: false),
                group,
                OwnersGap(group)
            );
        if (OwnersGap(group) is { } gap)
            return PlanItem.Of(What, "", done: null, new(group.Reference, gap));

        return PlanItem.Of(
            What,
            owners.IsEmpty ? "no owner" : $"{Crowds.Names(owners)}, who may have it anyway",
            done: true
        );
    }

    /// <summary>Why the owners may not be all.</summary>
    public static Gap? OwnersGap(GroupFacts group) =>
        group.People.OwnersGap ?? group.People.EligibilitiesGap ?? group.Gap;

    /// <summary>Why the people may not be all; null for a new group.</summary>
    public static Gap? HiddenIn(AccessMap map, GroupFacts group) =>
        group.Planned.Id is { } id ? map.HoldersOf(id).Hidden ?? group.Gap : null;

    private static PlanItem Listed(
        string what,
        ImmutableArray<ObjectRef> people,
        string now,
        GroupFacts group,
        Gap? gap
    ) =>
        people.IsEmpty && gap is not null
            ? PlanItem.Of(what, "", done: null, new(group.Reference, gap))
            : Among(PlanItem.Of(what, now, !people.IsEmpty), group, gap);

    /// <summary>People who were read decide the state, and there may be more of them.</summary>
    private static PlanItem Among(PlanItem item, GroupFacts group, Gap? gap) =>
        gap is null ? item : item with { Now = $"{item.Now}; {Others}", Unread = new(group.Reference, gap) };
}
