namespace PimAudit.GraphEmulator;

/// <summary>Faults that hit outer and inner requests now and then, the same ones in every run.</summary>
/// <remarks>
/// Whether the n-th request for a readable path is hit, and by what, follows from the seed, the path and n alone: requests
/// that run at the same time do not change each other's fate.
/// </remarks>
/// <param name="Seed">Another seed, other hits.</param>
/// <param name="Rate">Share of the requests that are hit: 0 none, 1 all.</param>
/// <param name="Kinds">What can happen, each as often as the others.</param>
public sealed record FaultMix(int Seed, double Rate, params IReadOnlyList<FaultKind> Kinds)
{
    /// <summary>How many requests for the same path are hit one after the other before one is spared.</summary>
    public int MostInARow { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EmulatorFault.RetryAfter"/>
    public string? RetryAfter { get; init; } = "1";

    /// <inheritdoc cref="EmulatorFault.Delay"/>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
