using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>What a collection takes at its peak, the emulator in a process of its own.</summary>
internal static partial class Memory
{
    private static readonly Dictionary<TenantSize, int> Megabytes = new()
    {
        [TenantSize.Small] = 1000,
        [TenantSize.Typical] = 1000,
        [TenantSize.Large] = 1000,
        [TenantSize.Extreme] = 2000,
    };

    /// <returns>0 within the limits, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Typical, TenantSize.Large, TenantSize.Extreme))
            kept &= await MeasureAsync(size);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TenantSize size)
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-memory-");
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            using var graph = await EmulatorProcess.StartAsync(size);
            using var collecting = Process.Start(
                CollectingProcess.Start(graph, now, Path.Combine(folder.FullName, "snapshot.pimsnap"))
            )!;
            var said = await collecting.StandardOutput.ReadToEndAsync();
            await collecting.WaitForExitAsync();
            Console.WriteLine($"{size} (limit {Megabytes[size]} MB): {said.Trim()}");
            return collecting.ExitCode == 0
                && int.Parse(Peak().Match(said).Groups["megabytes"].Value, CultureInfo.InvariantCulture)
                    < Megabytes[size];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"(?<megabytes>\d+) MB at the peak", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Peak();
}
