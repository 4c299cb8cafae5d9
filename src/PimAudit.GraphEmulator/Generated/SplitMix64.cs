namespace PimAudit.GraphEmulator;

/// <summary>Pseudo-random numbers whose algorithm is written down here, so that a seed means the same on every runtime.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014). Good enough for tenants, not for secrets.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    public ulong Next()
    {
        state += Gamma;
        return Mix(state);
    }

    /// <summary>From 0 to one less than the limit.</summary>
    public int Next(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>From the one to the other, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A copy in another order (Fisher and Yates).</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var at = list.Count - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (list[at], list[other]) = (list[other], list[at]);
        }

        return list;
    }

    /// <summary>One number that depends on another, without a state.</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9;
        number = (number ^ number >> 27) * 0x94D049BB133111EB;
        return number ^ number >> 31;
    }
}
