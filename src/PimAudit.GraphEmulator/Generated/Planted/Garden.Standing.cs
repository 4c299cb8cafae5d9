namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private string SomeRole => plan.Roles.Bundle[0];

    private void PlantStandingAccess()
    {
        var forGood = Person("PIM101 Person");
        builder.Assign(forGood, SomeRole);
        State("PIM101", forGood, $"active on {SomeRole} without end");
        State("PIM105", forGood, $"assigned {SomeRole} itself");

        var forLong = Person("PIM102 Person");
        builder.Assign(forLong, SomeRole, start: builder.Now.AddDays(-11), end: builder.Now.AddDays(20));
        State("PIM102", forLong, $"active on {SomeRole} for 31 days");
        State("PIM105", forLong, $"assigned {SomeRole} itself");

        var itself = Person("PIM105 Person");
        var reviewed = plan.Roles.Unit[0];
        builder.MakeEligible(itself, reviewed, plan.Units[0], Begin, End);
        State("PIM105", itself, $"eligible for {reviewed} itself");

        var unlisted = Person("PIM106 Person");
        builder.Assign(unlisted, SomeRole, outsidePim: true).RemoveFromInstances(unlisted, SomeRole);
        State("PIM106", unlisted, $"assigned {SomeRole} in the directory's list only");

        PlantStandingGroups();
    }

    private void PlantStandingGroups()
    {
        var bundle = MakeBundle("RAG - PIM103 Bundle");
        var member = Person("PIM103 Person");
        builder.AddMember(member, bundle);
        State("PIM103", member, $"plain member of {bundle}, whose other members activate");

        const string Standing = "RAG - PIM104 Team";
        builder
            .Group(Standing, roleAssignable: true)
            .AddMember(Person("PIM104 Person"), Standing)
            .Assign(Standing, SomeRole);
        State("PIM104", Standing, $"active on {SomeRole}, with a standing member");
    }
}
