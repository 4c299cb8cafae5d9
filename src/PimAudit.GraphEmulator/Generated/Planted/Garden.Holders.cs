namespace PimAudit.GraphEmulator;

/// <remarks>Who reaches a role how often, and how many do.</remarks>
internal sealed partial class Garden
{
    private void PlantHolders()
    {
        var twice = MakeBed("PIM107");
        builder.Assign(twice.Person, twice.Role, start: builder.Now.AddDays(-5), end: builder.Now.AddDays(20));
        State("PIM105", twice.Person, $"assigned {twice.Role} itself");
        State("PIM107", twice.Person, $"active on {twice.Role}, and eligible through {twice.Team}");

        var doubled = MakeBed("PIM108");
        const string Second = "RAG - PIM108 Second";
        builder
            .Group(Second, roleAssignable: true)
            .AddMember(doubled.Person, Second)
            .MakeEligible(Second, doubled.Role, start: Begin, end: End);
        State("PIM108", doubled.Person, $"eligible for {doubled.Role} through {doubled.Team} and through {Second}");

        PlantGlobalAdministrators();
    }

    /// <summary>Three to six people are eligible already.</summary>
    private void PlantGlobalAdministrators()
    {
        const string Role = RolesInUse.GlobalAdministrator;
        MakeTeam("PIM109", Role, Enumerable.Range(2, 8).Select(number => Person($"PIM109 Person {number}")));
        State("PIM109", Role, "nine more people are eligible");
        State("PIM110", Role, "any share is too much by the configuration");
        State("PIM111", Role, "more than ten hold it");
    }
}
