namespace PimAudit.GraphEmulator;

/// <summary>Two made-up tenants: one as mid-size companies are, one that keeps to the document in every line.</summary>
public static class SampleTenants
{
    /// <summary>The moment to which Fabrikam's rows are relative.</summary>
    public static DateTimeOffset FabrikamNow { get; } = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Text of the <c>pimaudit.yaml</c> that belongs to Fabrikam.</summary>
    public static string FabrikamConfiguration => FabrikamTenant.Configuration;

    /// <summary>Follows the best practices to the letter, with near-misses on which every rule must stay silent.</summary>
    public static EmulatedTenant Fabrikam() => FabrikamTenant.Build();
}
