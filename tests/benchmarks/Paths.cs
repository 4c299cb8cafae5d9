using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>What it takes to work out every access path of a tenant, in a process of its own.</summary>
internal static partial class Paths
{
    private static readonly Dictionary<TenantSize, (double Seconds, int Megabytes)> Limits = new()
    {
        [TenantSize.Small] = (2, 600),
        [TenantSize.Typical] = (2, 600),
        [TenantSize.Large] = (2, 600),
        [TenantSize.Extreme] = (20, 2000),
    };

    /// <returns>0 within the limits, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Large, TenantSize.Extreme))
            kept &= await MeasureAsync(size);
        foreach (var depth in new[] { 100, 200, 400 })
            Console.WriteLine(NestedTenant.Measure(depth));
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TenantSize size)
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-paths-");
        try
        {
            var file = Path.Combine(folder.FullName, "snapshot.pimsnap");
            await CollectAsync(size, file);
            using var resolving = Process.Start(ResolvingProcess.Start(file))!;
            var said = await resolving.StandardOutput.ReadToEndAsync();
            await resolving.WaitForExitAsync();
            var limit = Limits[size];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size} (limits {limit.Seconds} s, {limit.Megabytes} MB): {said.Trim()}"
                )
            );
            return resolving.ExitCode == 0
                && Figure(said, "seconds") <= limit.Seconds
                && Figure(said, "megabytes") <= limit.Megabytes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Logs and reports bear on no path and are left out.</summary>
    private static async Task CollectAsync(TenantSize size, string file)
    {
        using var graph = await EmulatorProcess.StartAsync(size);
        using var connection = new GraphConnection(new(new Uri(graph.Endpoint)), new StaticToken(graph.Token));
        var time = new FastTime(TimeProvider.System.GetUtcNow(), 1000, stands: true);
        var options = new CollectionOptions
        {
            ToolVersion = "benchmark",
            Scope = new()
            {
                Audit = null,
                SignIn = false,
                Registration = false,
            },
        };
        var snapshot = await new TenantCollector(connection, options, time).CollectAsync(null, CancellationToken.None);
        await SnapshotFile.WriteAsync(snapshot, file, file + ".tmp", CancellationToken.None);
    }

    private static double Figure(string said, string name) =>
        double.Parse(Figures().Match(said).Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"resolved in (?<seconds>[\d.]+) s.* (?<megabytes>\d+) MB",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Figures();
}
