namespace PimAudit.History;

/// <summary>What became of a notification.</summary>
/// <param name="Channel">Name in the configuration.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DeliveredAt">UTC; null while it has not arrived.</param>
/// <param name="GivenUpAt">UTC; null while it is tried, or when it arrived.</param>
/// <param name="Failure">Why the last attempt failed; null when none did.</param>
public sealed record Delivery(
    string Channel,
    int Attempts,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? GivenUpAt,
    string? Failure
);
