namespace PimAudit.Service;

/// <summary>Scans one tenant: collects, judges, writes, records. What fails is told in the outcome, never thrown, but for a cancellation.</summary>
public interface ITenantScanner
{
    /// <param name="alias">Of the list.</param>
    /// <param name="slot">UTC; the time for which the scan was scheduled; null when a person asked for it.</param>
    Task<TenantOutcome> ScanAsync(string alias, DateTimeOffset? slot, CancellationToken cancellation);
}
