using PimAudit.Model;

namespace PimAudit.Service;

/// <summary>How the scan of one tenant of several ended.</summary>
/// <param name="Alias">What the list calls the tenant.</param>
/// <param name="Result">What was found; null when the tenant was not scanned.</param>
/// <param name="ExitCode">What a scan of this tenant alone would have told the shell.</param>
/// <param name="Folder">Where its files lie, absolute; null when the tenant was not scanned.</param>
/// <param name="WhyNot">What failed, what was seen, what it costs, what to do, a line each; null when the tenant was scanned.</param>
/// <param name="Took">By the clock of the machine.</param>
public sealed record TenantOutcome(
    string Alias,
    Guid Tenant,
    AuditResult? Result,
    int ExitCode,
    string? Folder,
    string? WhyNot,
    TimeSpan Took
)
{
    /// <summary>SHA-256 of <c>result.json</c>, 64 hex digits; null when the tenant was not scanned.</summary>
    public string? ResultHash { get; init; }
}
