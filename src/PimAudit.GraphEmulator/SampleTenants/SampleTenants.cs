namespace PimAudit.GraphEmulator;

/// <summary>Two made-up tenants: one as mid-size companies are, one that keeps to the document in every line.</summary>
public static class SampleTenants
{
    /// <summary>The moment to which Contoso's rows are relative.</summary>
    public static DateTimeOffset ContosoNow { get; } = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The moment to which Fabrikam's rows are relative.</summary>
    public static DateTimeOffset FabrikamNow { get; } = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Text of the <c>pimaudit.yaml</c> that belongs to Contoso.</summary>
    public static string ContosoConfiguration => ContosoTenant.Configuration;

    /// <summary>Text of the <c>pimaudit.yaml</c> that belongs to Fabrikam.</summary>
    public static string FabrikamConfiguration => FabrikamTenant.Configuration;

    /// <summary>The demonstration: model citizens beside at least one violation of every rule of the document.</summary>
    public static EmulatedTenant Contoso() => ContosoTenant.Build();

    /// <summary>Follows the best practices to the letter, with near-misses on which every rule must stay silent.</summary>
    public static EmulatedTenant Fabrikam() => FabrikamTenant.Build();
}
