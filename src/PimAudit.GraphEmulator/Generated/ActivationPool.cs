namespace PimAudit.GraphEmulator;

/// <summary>What a person may activate.</summary>
/// <param name="Grant">The role; null where the membership of the team is activated.</param>
internal sealed record Activation(string Person, string Team, Grant? Grant);

/// <summary>All that people may activate, in an order that leaps between them and repeats only when everything was used.</summary>
internal sealed class ActivationPool
{
    private readonly (Team Team, Grant?[] Grants)[] teams;

    /// <summary>For each team, how many activations stand before it.</summary>
    private readonly long[] before;
    private readonly long step;

    /// <param name="choices">Teams with what each of their people may activate.</param>
    public ActivationPool(IEnumerable<(Team Team, Grant?[] Grants)> choices)
    {
        teams = [.. choices.Where(choice => choice.Grants.Length > 0)];
        before = new long[teams.Length];
        foreach (var (at, choice) in teams.Index())
        {
            before[at] = Count;
            Count += (long)choice.Team.People.Length * choice.Grants.Length;
        }

        step = CoprimeTo(Count);
    }

    public long Count { get; }

    /// <param name="number">Any number from 0.</param>
    public Activation this[long number]
    {
        get
        {
            var place = (long)((UInt128)number * (ulong)step % (ulong)Count);
            var at = Array.BinarySearch(before, place);
            at = at >= 0 ? at : ~at - 1;
            var (team, grants) = teams[at];
            var (person, grant) = Math.DivRem(place - before[at], grants.Length);
            return new(team.People[(int)person], team.Name, grants[grant]);
        }
    }

    /// <summary>Near the golden section, so that neighbouring numbers lie far apart.</summary>
    private static long CoprimeTo(long count)
    {
        var candidate = Math.Max(1, (long)(count * 0.618));
        while (Divisor(candidate, count) != 1)
            candidate++;
        return candidate;
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
