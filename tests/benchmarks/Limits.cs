using System.Globalization;
using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>Collects from a Graph that throttles at the real limits, on a clock that both share: nothing may be throttled.</summary>
internal static class Limits
{
    private const double Faster = 50;

    /// <returns>0 when no request got 429, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Small, TenantSize.Typical, TenantSize.Large))
            kept &= await MeasureAsync(size);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TenantSize size)
    {
        var generated = GeneratedTenant.Make(size, seed: 1);
        var time = new FastTime(generated.Tenant.Now, Faster);
        await using var graph = await GraphEmulatorServer.StartAsync(
            generated.Tenant,
            new()
            {
                Limits = GraphLimits.Real,
                Time = time,
                RecordRequests = false,
            }
        );
        using var connection = new GraphConnection(new(graph.BaseAddress), new StaticToken(graph.AccessToken));
        var options = new CollectionOptions
        {
            ToolVersion = "benchmark",
            EmergencyAccounts = generated.EmergencyAccounts,
        };
        var snapshot = await new TenantCollector(connection, options, time).CollectAsync(null, CancellationToken.None);
        var incomplete = snapshot.Collection.Parts.Count(part =>
            part.Status is not (PartStatus.Complete or PartStatus.NotAsked)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size}: {graph.Throttled} of {graph.Calls} calls and {graph.InnerRequests} inner requests throttled, {incomplete} parts incomplete, {(time.GetUtcNow() - generated.Tenant.Now).TotalSeconds:0} s on a clock that runs {Faster} times faster"
            )
        );
        return graph.Throttled == 0 && incomplete == 0;
    }
}
