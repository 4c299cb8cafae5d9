namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private void PlantGroups()
    {
        var ordinary = MakeBed("PIM301", team: "PIM301 Team", isOrdinary: true);
        State("PIM301", ordinary.Team, $"eligible for {ordinary.Role} but not role-assignable");

        var outer = MakeBed("PIM302");
        const string Inner = "PIM302 Inner";
        builder.Group(Inner).AddMember(Person("PIM302 Nested Person"), Inner).AddMember(Inner, outer.Team);
        State("PIM302", Inner, $"ordinary group inside {outer.Team}");

        var bundle = MakeBundle("RAG - PIM303 Bundle");
        var eligible = Inside("RAG - PIM303 Inner");
        builder.GroupEligible(eligible, bundle, start: Begin, end: End);
        State("PIM303", eligible, $"eligible as member of {bundle}");

        var dynamic = MakeBed("PIM308");
        builder.MakeDynamic(dynamic.Team);
        State("PIM308", dynamic.Team, "dynamic membership");

        State("PIM309", MakeBed("PIM309", team: "PIM309 Team").Team, "role-assignable without the prefix");
    }

    private void PlantApproaches()
    {
        var mixed = MakeBed("PIM304");
        builder
            .GroupSettings(mixed.Team, GroupSide.Member, Good)
            .GroupEligible(Person("PIM304 Eligible"), mixed.Team, start: Begin, end: End)
            .AccessReview($"Quarterly: {mixed.Team}", Review(ReviewScope.Group, mixed.Team));
        State("PIM304", mixed.Team, $"eligible for {mixed.Role}, with an eligible member");

        var both = MakeBed("PIM305");
        var bundle = MakeBundle("RAG - PIM305 Bundle");
        builder.Assign(bundle, both.Role);
        State("PIM305", both.Role, $"through {both.Team} and through {bundle}");

        var late = MakeBundle("RAG - PIM306 Bundle");
        builder.Assign(late, RolesInUse.Spare);
        State("PIM306", late, $"gives {RolesInUse.Spare} for an activated membership");
    }

    /// <summary>A role-assignable group without a role, with one person.</summary>
    private string Inside(string name)
    {
        builder.Group(name, roleAssignable: true).AddMember(Person($"{name} Person"), name);
        return name;
    }
}
