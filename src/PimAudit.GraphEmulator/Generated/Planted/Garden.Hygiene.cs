namespace PimAudit.GraphEmulator;

/// <remarks>Groups that are not what they should be, whatever they lead to.</remarks>
internal sealed partial class Garden
{
    private void PlantGroupHygiene()
    {
        const string Promising = "RAG - PIM310 Team";
        builder.Group(Promising).AddMember(Person("PIM310 Person"), Promising);
        State("PIM310", Promising, "an ordinary group with the prefix of role-assignable ones");

        var owned = MakeBed("PIM311");
        builder.AddOwner(Person("PIM311 Owner", enabled: false), owned.Team);
        State("PIM311", owned.Team, "its owner is disabled");

        const string Idle = "RAG - PIM312 Team";
        const string IdleRole = "PIM312 Role";
        builder
            .CustomRole(IdleRole, "microsoft.directory/users/standard/read")
            .RoleSettings(IdleRole, Good)
            .Group(Idle, roleAssignable: true)
            .MakeEligible(Idle, IdleRole, start: Begin, end: End);
        State("PIM312", Idle, $"eligible for {IdleRole}, with nobody in it");

        var single = MakeBundle("RAG - PIM314 Bundle");
        builder.RemoveAssignment(single, plan.Roles.Bundle[1]);
        State("PIM314", single, "active on a single role");

        var mail = MakeBed("PIM315");
        builder.MakeMicrosoft365(mail.Team);
        State("PIM315", mail.Team, "a Microsoft 365 group");
    }
}
