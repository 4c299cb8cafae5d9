using System.Globalization;

namespace PimAudit.GraphEmulator;

internal sealed partial class Garden
{
    private const int Depth = 6;

    private void PlantNests()
    {
        foreach (var number in Enumerable.Range(1, plan.Shape.Nests))
        {
            var mark = number.ToString("D2", CultureInfo.InvariantCulture);
            PlantTower($"Tower {mark}");
            PlantLadder($"RAG - Ladder {mark}");
            PlantRing($"Ring {mark}");
        }
    }

    /// <summary>
    /// Ordinary groups inside each other, the first inside a role-assignable one, the last around the second: people at any
    /// depth may activate the role. Only the first is inside a role-assignable group, so only it is a finding.
    /// </summary>
    private void PlantTower(string name)
    {
        var around = MakeBed(name).Team;
        var floors = Enumerable.Range(1, Depth).Select(floor => $"{name} Floor {floor}").ToList();
        foreach (var floor in floors)
            builder.Group(floor).AddMember(Person($"{floor} Person"), floor);
        foreach (var (upper, lower) in floors.Zip(floors.Skip(1)))
            builder.AddMember(lower, upper);
        builder.AddMember(floors[0], around).AddMember(floors[1], floors[^1]);
        State("PIM302", floors[0], $"ordinary group inside {around}, with a tower and a circle of groups inside it");
    }

    /// <summary>Each group is eligible for the one above, so people activate up to six memberships: a finding on each rung.</summary>
    private void PlantLadder(string name)
    {
        var above = MakeBundle($"{name} Top");
        foreach (var rung in Enumerable.Range(1, Depth).Select(rung => $"{name} Rung {rung}"))
        {
            builder
                .GroupEligible(Inside(rung), above, start: Begin, end: End)
                .GroupSettings(rung, GroupSide.Member, Good);
            State("PIM303", rung, $"eligible as member of {above}");
            above = rung;
        }
    }

    /// <summary>Two role-assignable groups inside each other: a finding on each.</summary>
    private void PlantRing(string name)
    {
        var (one, other) = (MakeBed($"{name} One").Team, MakeBed($"{name} Other").Team);
        builder.AddMember(one, other).AddMember(other, one);
        State("PIM302", one, $"inside {other}, which is inside it");
        State("PIM302", other, $"inside {one}, which is inside it");
    }
}
