using PimAudit.GraphEmulator;

namespace PimAudit.Cli;

/// <summary>The tenant that <c>emulate</c> serves.</summary>
/// <param name="Title">As a sentence begins with it.</param>
/// <param name="Generated">Null for the sample tenant.</param>
internal sealed record ServedTenant(EmulatedTenant Tenant, string Title, GeneratedTenant? Generated)
{
    /// <remarks>A generated tenant stands at the present, so that a scan with the clock of this machine finds what was planted.</remarks>
    public static ServedTenant Of(EmulateRequest request, TimeProvider time)
    {
        if (request.Size is not { } size)
            return new(SampleTenants.Contoso(), "The sample tenant", Generated: null);
        var generated = GeneratedTenant.Make(size, request.Seed, Minute(time.GetUtcNow()), request.Planted);
        return new(generated.Tenant, generated.Tenant.DisplayName, generated);
    }

    private static DateTimeOffset Minute(DateTimeOffset now) =>
        new(now.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
