using System.Diagnostics;
using System.Globalization;
using PimAudit.Collect;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>Times a typical collection in real time, at 50 ms a request, against what the limit of the reports alone allows.</summary>
internal static class Pace
{
    private const double Most = 1.3;

    /// <summary>Graph decides how many rows a page of the registration report has.</summary>
    private static readonly int[] PageSizes = [100, 999];

    /// <returns>0 when it takes at most 1.3 times that, else 1.</returns>
    public static async Task<int> RunAsync()
    {
        var kept = true;
        foreach (var rows in PageSizes)
            kept &= await MeasureAsync(rows);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(int rows)
    {
        var generated = GeneratedTenant.Make(TenantSize.Typical, seed: 1);
        await using var graph = await GraphEmulatorServer.StartAsync(
            generated.Tenant,
            new() { Latency = TimeSpan.FromMilliseconds(50), PageSize = rows }
        );
        using var connection = new GraphConnection(new(graph.BaseAddress), new StaticToken(graph.AccessToken));
        var options = new CollectionOptions
        {
            ToolVersion = "benchmark",
            EmergencyAccounts = generated.EmergencyAccounts,
        };
        var clock = Stopwatch.StartNew();
        await new TenantCollector(connection, options, new StartingAt(generated.Tenant.Now)).CollectAsync(
            null,
            CancellationToken.None
        );
        var taken = clock.Elapsed.TotalSeconds;

        var reports = graph.Requests.Count(request =>
            request.PathAndQuery.Contains("/auditLogs/", StringComparison.Ordinal)
            || request.PathAndQuery.Contains("/reports/", StringComparison.Ordinal)
        );
        var allowed = (reports - 1) / 5 * 10;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"pages of {rows}: {taken:0.0} s for {graph.Calls} calls; {reports} of them to reports, which alone take {allowed} s: {taken / allowed:0.00}"
            )
        );
        return taken <= Most * allowed;
    }

    /// <summary>The present of the tenant; it passes as time does.</summary>
    private sealed class StartingAt(DateTimeOffset start) : TimeProvider
    {
        private readonly long beganAt = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(beganAt);
    }
}
