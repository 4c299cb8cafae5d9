using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>The document's configuration guide for one role and one group, with what is done of it.</summary>
internal sealed class PlanSteps(AccessMap map, PlannedRole role, GroupFacts group, Approach approach)
{
    private readonly bool isBundle = approach is Approach.Approach2;

    /// <summary>Without an approach only what both begin with.</summary>
    public ImmutableArray<PlanStep> All() =>
        approach is Approach.Unknown
            ? [Prerequisites(), CreateGroup()]
            : [Prerequisites(), CreateGroup(), AssignRole(), ConfigureSettings(), AddUsers(), Review()];

    private PlanStep Prerequisites() =>
        new(
            "Prerequisites",
            "Microsoft 365 admin centre > Billing > Licenses",
            [Licences.OfTenant(map), Administrators.Of(map), PeopleSteps.Licensed(map, group)]
        );

    private PlanStep CreateGroup() =>
        new(
            "Step 1: Create Role-Assignable Group",
            group.IsNew ? "Entra ID > Groups > New group" : $"Entra ID > Groups > {group.Planned.Label} > Properties",
            GroupSteps.Of(map, group)
        );

    private PlanStep AssignRole() =>
        new(
            "Step 2: Assign Group to Role",
            $"Entra ID > Roles and administrators > {role.Label} > Add assignments",
            isBundle ? AssignmentSteps.Active(map, role, group) : AssignmentSteps.Eligible(map, role, group)
        );

    /// <summary>Who activates a membership meets the group's settings; who activates a role, the role's.</summary>
    private PlanStep ConfigureSettings()
    {
        var id = group.Planned.Id ?? Guid.Empty;
        var gate = isBundle ? SettingsOwner.Group(id, GroupAccess.Member) : SettingsOwner.Role(role.Id);
        var isUnset = isBundle && group.IsNew;
        var items = new SettingsSteps(
            map,
            gate,
            GroupCrowd.Users(map, group),
            Hidden(PeopleSteps.HiddenIn(map, group)),
            isUnset
        ).Items(role.NeedsApproval, prefix: "");
        return new(
            "Step 3: Configure Role Settings",
            isBundle
                ? $"Privileged Identity Management > Groups > {group.Planned.Label} > Settings > Member"
                : $"Privileged Identity Management > Microsoft Entra roles > Settings > {role.Label}",
            isBundle
                ? items.AddRange(
                    new SettingsSteps(
                        map,
                        SettingsOwner.Group(id, GroupAccess.Owner),
                        Owners(),
                        Hidden(PeopleSteps.OwnersGap(group)),
                        isUnset
                    ).Items(needsApproval: false, prefix: "Owner: ")
                )
                : items
        );
    }

    private ImmutableArray<ObjectRef> Owners() =>
        [.. GroupCrowd.Owners(map, group).Where(owner => owner.Kind is ObjectKind.User)];

    private UnreadFact? Hidden(Gap? gap) => gap is null ? null : new(group.Reference, gap);

    private PlanStep AddUsers() =>
        new(
            "Step 4: Add Users to Group",
            isBundle
                ? $"Privileged Identity Management > Groups > {group.Planned.Label} > Assignments"
                : $"Entra ID > Groups > {group.Planned.Label} > Members",
            isBundle
                ?
                [
                    PeopleSteps.EligibleMembers(map, group),
                    PeopleSteps.NobodyStands(map, group),
                    PeopleSteps.Owners(map, group),
                ]
                : [PeopleSteps.StandingMembers(map, role, group), PeopleSteps.Owners(map, group)]
        );

    private PlanStep Review() =>
        new(
            "Afterwards: Review eligible assignments quarterly",
            isBundle
                ? "Identity Governance > Access reviews > New access review > Teams + Groups"
                : "Privileged Identity Management > Microsoft Entra roles > Access reviews > New",
            [ReviewSteps.Of(map, role, group, isBundle)]
        );
}
