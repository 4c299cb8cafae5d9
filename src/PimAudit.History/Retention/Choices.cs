namespace PimAudit.History;

/// <summary>Which results are let go. A null leaves a condition out.</summary>
/// <param name="Keep">The newest so many of each tenant stay, at least one.</param>
/// <param name="Before">UTC; only runs whose collection began earlier go.</param>
public sealed record PruneChoice(int? Keep = null, DateTimeOffset? Before = null);

/// <summary>Whose personal data are removed. At least one of the two is given; with both, both must hold.</summary>
/// <param name="Tenant">Null for every tenant.</param>
/// <param name="Before">UTC; only runs whose collection began earlier; null for every run.</param>
public sealed record PurgeChoice(Guid? Tenant = null, DateTimeOffset? Before = null);
