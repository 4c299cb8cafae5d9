using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reads the tenant and says meanwhile how far it is.</summary>
internal static class Collection
{
    public static async Task<TenantSnapshot> RunAsync(Run run, CancellationToken cancellation)
    {
        using var progress = new Progress(run.Surroundings, run.Quiet);
        await using var tenant = await OpenTenant.OpenAsync(run.Settings, run.Demo, run.Surroundings, cancellation);
        return await tenant.CollectAsync(run, progress, cancellation);
    }
}
