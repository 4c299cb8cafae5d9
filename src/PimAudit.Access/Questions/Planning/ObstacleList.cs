using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>What is in the way of a plan.</summary>
internal static class ObstacleList
{
    public static IEnumerable<Obstacle> Of(AccessMap map, PlannedRole role, GroupFacts asked, Decision decision) =>
        [
            .. GroupFaults.Of(asked),
            .. OfUse(map, role, asked, decision.Approach),
            .. decision.Group == asked ? InGroup(map, asked, decision.Approach) : [],
            .. OfRole(map, role, asked, decision),
            .. OfLicence(map, decision.Group),
        ];

    private static IEnumerable<Obstacle> OfUse(AccessMap map, PlannedRole role, GroupFacts asked, Approach approach)
    {
        if (asked.Use is GroupUse.Mixed)
            yield return new(
                NeedsAnotherGroup: true,
                $"{asked.Name} mixes both approaches already ({Roles(map, asked)}). Decide for one before it carries anything more.",
                Document.NeverMix
            );
        if (asked.Use is GroupUse.Approach2 && role.MustBeApproach1)
            yield return new(
                NeedsAnotherGroup: true,
                $"{asked.Name} follows Approach 2 ({Roles(map, asked)}), so it cannot carry {role.Reference.Label} by Approach 1."
                    + (Carries(role, asked) ? $" Remove {role.Reference.Label} from it." : ""),
                Document.NeverMix
            );
        if (asked.Use is GroupUse.Standing)
            yield return Mend(
                $"{asked.Name} is active with standing members ({Roles(map, asked)}): that is standing access. "
                    + (
                        approach is Approach.Approach2
                            ? "Let its members activate their membership instead."
                            : "Make it eligible instead."
                    ),
                Document.NoStanding
            );
    }

    private static IEnumerable<Obstacle> InGroup(AccessMap map, GroupFacts group, Approach approach)
    {
        if (!GroupNaming.Fits(group.Name))
            yield return Mend(
                $"{group.Name} is not named by the convention. Call it {GroupNaming.Prefix}[Purpose].",
                Document.Name
            );
        foreach (var nesting in Nestings.Of(map, group))
            yield return Mend(nesting, Document.NoNesting);
        if (approach is Approach.Approach2 && GroupCrowd.Standing(map, group) is { Length: > 0 } standing)
            yield return Mend(
                $"{Crowds.Names(standing)} {(standing.Length == 1 ? "stands" : "stand")} in {group.Name} without activating. Make them eligible members instead.",
                Document.EligibleMembers
            );
    }

    private static IEnumerable<Obstacle> OfRole(AccessMap map, PlannedRole role, GroupFacts asked, Decision decision)
    {
        if (BuiltInRoles.ByTemplateId.GetValueOrDefault(role.Id) is { Assignable: false })
            yield return Mend(
                $"{role.Reference.Label} is a role that the system gives out itself; nobody can be assigned to it.",
                Document.MostScenarios
            );

        var others = role
            .Grants.Where(grant => grant.GroupId != decision.Group.Planned.Id && grant.GroupId != asked.Planned.Id)
            .Where(grant => grant.Approach is Approach.Approach1 or Approach.Approach2)
            .Where(grant => grant.Approach != decision.Approach && decision.Approach is not Approach.Unknown)
            .Select(grant => map.Directory.Reference(grant.GroupId))
            .ToArray();
        if (others.Length > 0)
            yield return Mend(
                $"{Crowds.Names([.. others])} {(others.Length == 1 ? "carries" : "carry")} {role.Reference.Label} by the other approach. Move their people over, then remove the role there.",
                Document.NeverMix
            );
    }

    private static IEnumerable<Obstacle> OfLicence(AccessMap map, GroupFacts group)
    {
        if (Licences.OfTenant(map) is { State: PlanState.ToDo } tenant)
            yield return Mend($"The tenant has no licence for PIM: {tenant.Now}.", Document.License);

        var unlicensed = Licences.Without(map, group);
        if (unlicensed.Length > 0)
            yield return Mend(
                $"{Crowds.Names(unlicensed)} {(unlicensed.Length == 1 ? "has" : "have")} no {PimLicence.Names} licence.",
                Document.Licensed
            );
    }

    private static bool Carries(PlannedRole role, GroupFacts group) =>
        role.Grants.Any(grant => grant.GroupId == group.Planned.Id);

    private static string Roles(AccessMap map, GroupFacts group)
    {
        var manners = group
            .Grants.SelectMany(grant => Manners(map, grant))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return manners.Count == 0 ? "members activate their membership" : string.Join(", ", manners);
    }

    private static IEnumerable<string> Manners(AccessMap map, GroupGrant grant)
    {
        var role = map.Directory.RoleReference(grant.RoleId).Label;
        if (!grant.Eligible.IsEmpty)
            yield return $"eligible for {role}";
        if (!grant.Active.IsEmpty)
            yield return $"active on {role}";
    }

    private static Obstacle Mend(string text, Practice practice) => new(NeedsAnotherGroup: false, text, practice);
}
