using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>What the group itself must be.</summary>
internal static class GroupSteps
{
    private const string Kind = "Group type: Security";
    private const string RoleAssignable =
        "Microsoft Entra roles can be assigned to the group: Yes (permanent, at creation only)";
    private const string Membership = "Membership type: Assigned (not Dynamic)";
    private const string Alone = "No group in it, and it in no group";
    private const string Absent = "does not exist yet";

    public static ImmutableArray<PlanItem> Of(AccessMap map, GroupFacts group)
    {
        var name = $"Name following convention: {GroupNaming.Prefix}[Purpose]";
        if (group.IsNew)
            return
            [
                PlanItem.Of(Kind, Absent, done: false),
                PlanItem.Of(RoleAssignable, Absent, done: false),
                PlanItem.Of(Membership, Absent, done: false),
                PlanItem.Of(
                    name,
                    $"{Absent}; call it {NewName(map, group)}, a name not seen in the snapshot",
                    done: false
                ),
            ];

        return
        [
            Read(
                map,
                group,
                Kind,
                KindOf(group.Properties),
                Maybe.And(group.Properties?.IsSecurityEnabled, Maybe.Not(group.Properties?.IsMicrosoft365))
            ),
            Read(
                map,
                group,
                RoleAssignable,
                group.Properties?.IsRoleAssignable is true ? "yes" : "no",
                group.Properties?.IsRoleAssignable
            ),
            Read(
                map,
                group,
                Membership,
                MembershipOf(group.Properties),
                Maybe.Not(Maybe.Any(group.Properties?.IsDynamic, group.Properties?.IsSynchronised))
            ),
            Read(
                map,
                group,
                name,
                group.Name,
                group.Properties?.DisplayName is { } read ? GroupNaming.Fits(read) : null
            ),
            NestedOf(map, group),
        ];
    }

    private static string NewName(AccessMap map, GroupFacts group) =>
        OtherGroups.UnseenName(
            map.Snapshot,
            GroupNaming.Fits(group.Name) ? group.Name : $"{GroupNaming.Prefix}{group.Name}"
        );

    private static PlanItem NestedOf(AccessMap map, GroupFacts group)
    {
        var found = Nestings.Of(map, group).ToList();
        if (found.Count > 0)
            return PlanItem.Of(Alone, string.Join(" ", found), done: false);

        return Nestings.GapOf(map, group) is { } gap
            ? PlanItem.Of(Alone, "", done: null, new(group.Reference, gap))
            : PlanItem.Of(Alone, "none", done: true);
    }

    private static PlanItem Read(AccessMap map, GroupFacts group, string what, string now, bool? done) =>
        PlanItem.Of(what, now, done, new(group.Reference, GapOf(map, group)));

    private static Gap GapOf(AccessMap map, GroupFacts group) =>
        map.Directory.GapOf(group.Planned.Id ?? Guid.Empty)
        ?? new(SnapshotParts.Principals, MissingReason.Malformed, $"A property of {group.Name} was not read.");

    private static string KindOf(Group? group) =>
        group switch
        {
            { IsMicrosoft365: true } => "Microsoft 365",
            { IsSecurityEnabled: false } => "not a security group",
            _ => "Security",
        };

    private static string MembershipOf(Group? group) =>
        group switch
        {
            { IsDynamic: true } => "Dynamic",
            { IsSynchronised: true } => "synchronised from on-premises",
            _ => "Assigned",
        };
}
