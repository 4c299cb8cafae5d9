using System.Diagnostics;
using PimAudit.Collect;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>A snapshot of a generated tenant with logs and reports, kept between runs: an extreme one takes minutes to collect.</summary>
internal static class KeptSnapshot
{
    /// <summary>Collects it where it is not there yet. Another emulator or another collector makes another file.</summary>
    /// <returns>Path of the file.</returns>
    public static async Task<string> OfAsync(TenantSize size)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pimaudit-benchmarks")).FullName;
        var file = Path.Combine(
            folder,
            $"{size}-{Version(typeof(GeneratedTenant))}-{Version(typeof(TenantCollector))}.pimsnap"
        );
        if (File.Exists(file))
            return file;

        foreach (var old in Directory.EnumerateFiles(folder, $"{size}-*.pimsnap"))
            File.Delete(old);
        using var graph = await EmulatorProcess.StartAsync(size);
        using var collecting = Process.Start(CollectingProcess.Start(graph, TimeProvider.System.GetUtcNow(), file))!;
        Console.WriteLine($"{size} collected: {(await collecting.StandardOutput.ReadToEndAsync()).Trim()}");
        await collecting.WaitForExitAsync();
        return collecting.ExitCode == 0 ? file : throw new InvalidOperationException($"{size} was not collected.");
    }

    /// <summary>The same for the same source.</summary>
    private static string Version(Type type) => type.Module.ModuleVersionId.ToString("N")[..8];
}
