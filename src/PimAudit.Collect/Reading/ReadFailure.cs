using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Why one read brought nothing.</summary>
/// <param name="Status">What becomes of a part that is read as a whole.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">One sentence for a person; may hold text of the tenant, so it is escaped where it is printed.</param>
/// <param name="HttpStatus">Null when no answer came.</param>
/// <param name="RetryAfter">What the answer asked to wait; null when it did not say.</param>
/// <param name="Code">Graph's own word for the error; null when the answer had none.</param>
internal sealed record ReadFailure(
    PartStatus Status,
    MissingReason Reason,
    string Detail,
    int? HttpStatus = null,
    TimeSpan? RetryAfter = null,
    string? Code = null
)
{
    /// <summary>Graph does not have the object. A 404 without Graph's word for it may be anybody's, and says nothing.</summary>
    public bool IsNotFound =>
        HttpStatus is 404 && Code is { } code && code.Contains("NotFound", StringComparison.OrdinalIgnoreCase);

    public bool IsServerError => HttpStatus >= 500;

    /// <summary>An answer came as a success and made no sense.</summary>
    public bool IsNonsense { get; private init; }

    /// <summary>A batch left it out.</summary>
    public bool IsUnanswered { get; private init; }

    public static ReadFailure Malformed(string detail) =>
        new(PartStatus.Failed, MissingReason.Malformed, detail) { IsNonsense = true };

    public static ReadFailure Transport(string detail) => new(PartStatus.Failed, MissingReason.Transport, detail);

    public static ReadFailure Unanswered(string detail) => Malformed(detail) with { IsUnanswered = true };

    /// <param name="key">Under <c>collect:</c>.</param>
    public static ReadFailure SwitchedOff(string key) =>
        new(PartStatus.NotAsked, MissingReason.SwitchedOff, $"Switched off by 'collect: {key}'.");

    public static ReadFailure NotAsked(string detail) => new(PartStatus.NotAsked, MissingReason.NotCollected, detail);
}
