namespace PimAudit.Model;

/// <summary>Why something is not known.</summary>
public enum MissingReason
{
    /// <summary>403: the identity lacks a permission or a directory role.</summary>
    Permission,

    /// <summary>The tenant lacks the licence that the data need.</summary>
    Licence,

    /// <summary>429 to the end of patience.</summary>
    Throttled,

    /// <summary>An answer that does not follow the contract.</summary>
    Malformed,

    /// <summary>5xx, reset, time-out, or a refusal that is not Graph's own.</summary>
    Transport,

    /// <summary>Not asked for in this run.</summary>
    NotCollected,

    /// <summary>Left out on purpose by <c>collect:</c> in the configuration, so nobody expects it.</summary>
    SwitchedOff,

    /// <summary>The configuration lacks something that the question needs.</summary>
    Configuration,
}

/// <summary>One thing that could not be read.</summary>
/// <param name="Part">The part of the snapshot that it belongs to.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">One sentence for a person: what Graph answered, or what is missing.</param>
public sealed record Gap(SnapshotParts Part, MissingReason Reason, string Detail);

/// <summary>A value, or the reason why there is none. Unknown is not false and not empty.</summary>
public readonly record struct Known<T>
{
    private readonly T? value;

    private Known(T? value, Gap? gap)
    {
        this.value = value;
        Gap = gap;
    }

    /// <summary>Null when the value is known.</summary>
    public Gap? Gap { get; }

    public bool IsKnown => Gap is null;

    /// <exception cref="InvalidOperationException">The value is unknown: ask <see cref="IsKnown"/> first.</exception>
    public T Value => Gap is null ? value! : throw new InvalidOperationException($"Unknown: {Gap.Detail}");

    public static Known<T> Of(T value) => new(value, gap: null);

    public static Known<T> Missing(Gap gap) => new(default, gap);

    public Known<TOther> Select<TOther>(Func<T, TOther> map) =>
        Gap is null ? Known<TOther>.Of(map(value!)) : Known<TOther>.Missing(Gap);
}
