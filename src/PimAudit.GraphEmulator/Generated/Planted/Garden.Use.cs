using System.Globalization;

namespace PimAudit.GraphEmulator;

/// <remarks>What the audit log tells of people, each on roles of their own.</remarks>
internal sealed partial class Garden
{
    private const string Completed = "Add member to role completed (PIM activation)";
    private const string Deactivated = "Remove member from role completed (PIM deactivate)";

    private void PlantUse()
    {
        var unused = MakeBed("PIM801", start: builder.Now.AddDays(-120));
        State("PIM801", unused.Person, $"eligible for {unused.Role} for four months, and never at work");

        var terse = MakeBed("PIM802");
        Activate(terse.Person, terse.Role, builder.Now.AddDays(-3), "fix");
        State("PIM802", terse.Person, "gives a reason of three letters");

        var busy = MakeBed("PIM803");
        foreach (var hours in new[] { 60, 54, 48, 42 })
            Activate(busy.Person, busy.Role, builder.Now.AddHours(-hours));
        State("PIM803", busy.Person, $"activates {busy.Role} four times in 18 hours");

        PlantOccasions();

        var brief = MakeBed("PIM805");
        foreach (var days in Enumerable.Range(2, 12).Reverse())
        {
            var at = builder.Now.AddDays(-days);
            Activate(brief.Person, brief.Role, at);
            builder.Audit(Deactivated, at.AddHours(1), brief.Person, brief.Person, brief.Role);
        }

        State("PIM805", brief.Role, "eight hours allowed, one used");
    }

    /// <summary>Three roles within minutes, twice.</summary>
    private void PlantOccasions()
    {
        var bed = MakeBed("PIM804");
        string[] further = ["PIM804 Second Role", "PIM804 Third Role"];
        foreach (var role in further)
            builder
                .CustomRole(role, "microsoft.directory/users/standard/read")
                .RoleSettings(role, Good)
                .MakeEligible(bed.Team, role, start: Begin, end: End)
                .AccessReview($"Quarterly: {role}", Review(ReviewScope.Role, role));
        foreach (var days in new[] { 9, 4 })
        foreach (var (minutes, role) in further.Prepend(bed.Role).Index())
            Activate(bed.Person, role, builder.Now.AddDays(-days).AddMinutes(minutes));
        State("PIM804", bed.Person, "activates three roles together, twice");
    }

    private void Activate(string person, string role, DateTimeOffset at, string? reason = null) =>
        builder.Audit(
            Completed,
            at,
            person,
            person,
            role,
            justification: reason ?? string.Create(CultureInfo.InvariantCulture, $"Work on the case of {at:dd HH:mm}")
        );
}
