namespace PimAudit.Cli;

/// <summary>The present of a review. People write dates where they are.</summary>
internal static class ReviewDays
{
    /// <summary>UTC.</summary>
    public static DateOnly Today(this Surroundings surroundings) =>
        DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime);

    /// <summary>Today where the day begins first.</summary>
    public static DateOnly LatestDay(this Surroundings surroundings) =>
        DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime.AddHours(14));
}
