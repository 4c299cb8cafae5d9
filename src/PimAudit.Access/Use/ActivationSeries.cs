namespace PimAudit.Access.Use;

/// <summary>The activations of one thing by one person, oldest first.</summary>
public sealed class ActivationSeries
{
    private readonly List<ActivationCell> cells = [];
    private readonly TextPool texts;

    internal ActivationSeries(ActivationKey key, TextPool texts)
    {
        Key = key;
        this.texts = texts;
    }

    public ActivationKey Key { get; }

    public int Count => cells.Count;

    public Activation this[int index] => new(cells[index], texts);

    public IEnumerable<Activation> All => cells.Select(cell => new Activation(cell, texts));

    /// <summary>Begins one; what is still running is renewed by it.</summary>
    internal void Begin(ActivationCell cell)
    {
        End(cell.At);
        cells.Add(cell);
    }

    /// <summary>Ends what is running.</summary>
    internal void End(DateTimeOffset at)
    {
        if (cells.Count > 0 && cells[^1] is { Used: null } running && at >= running.At)
            cells[^1] = running with { Used = at - running.At };
    }

    /// <summary>The log has no end for the last one, but it must have come.</summary>
    internal void Close(DateTimeOffset now)
    {
        if (cells.Count > 0 && cells[^1].Planned is { } end && end <= now)
            End(end);
    }
}

/// <summary>An activation, packed.</summary>
/// <param name="Planned">When it ends unless somebody ends it earlier, UTC; null where the log does not tell.</param>
/// <param name="Entry">Place of the entry's id in the pool.</param>
internal readonly record struct ActivationCell(
    DateTimeOffset At,
    DateTimeOffset? Planned,
    TimeSpan? Used,
    int ReasonLength,
    ulong ReasonMark,
    TextPlace Entry
);
