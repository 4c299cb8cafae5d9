using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reads the tenant and says meanwhile how far it is.</summary>
internal static class Collection
{
    /// <exception cref="Failure">Nobody answered at all.</exception>
    public static async Task<TenantSnapshot> RunAsync(Run run, CancellationToken cancellation)
    {
        using var progress = new Progress(run);
        await using var tenant = await OpenTenant.OpenAsync(run.Settings, run.Demo, run.Surroundings, cancellation);
        var snapshot = await tenant.CollectAsync(run.Settings, progress, cancellation);
        return IsSilence(snapshot.Collection) ? throw Silence(snapshot.Collection) : snapshot;
    }

    /// <summary>A part that fails is a gap; if not one answered, there is no evidence to judge.</summary>
    private static bool IsSilence(CollectionRecord record) =>
        record.Parts.All(part =>
            part is { Bytes: 0, Status: PartStatus.Failed or PartStatus.NotAsked } or { Requests: 0 }
        );

    private static Failure Silence(CollectionRecord record) =>
        new(
            ExitCode.Internal,
            "Cannot reach Microsoft Graph.",
            $"{record.Endpoint}: {record.Parts.Select(part => part.Detail).FirstOrDefault(detail => detail is not null) ?? "no answer"}",
            "Nothing was read and nothing was written.",
            "Check the network, the proxy and PIMAUDIT_GRAPH_ENDPOINT, then run again."
        );
}
