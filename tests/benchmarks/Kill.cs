using System.Diagnostics;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>Kills a typical collection at random moments and resumes it: the snapshot is the same, and nothing lies about.</summary>
internal static class Kill
{
    /// <returns>0 when every resumed snapshot is the one of an uninterrupted run and no other file is left, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var times = Arguments.Number(words, usual: 50);
        var now = TimeProvider.System.GetUtcNow();
        using var graph = await EmulatorProcess.StartAsync(TenantSize.Typical);
        var folder = Directory.CreateTempSubdirectory("pimaudit-kill-");
        try
        {
            var whole = Path.Combine(folder.CreateSubdirectory("whole").FullName, "snapshot.pimsnap");
            var clock = Stopwatch.StartNew();
            await CollectAsync(graph, now, whole, killAfter: null);
            var longest = clock.Elapsed;
            var expected = await TextAsync(whole);

            var random = new Random(1);
            var (same, resumed) = (0, 0);
            foreach (var time in Enumerable.Range(1, times))
            {
                var place = folder.CreateSubdirectory(time.ToString(CultureInfo.InvariantCulture));
                var file = Path.Combine(place.FullName, "snapshot.pimsnap");
                var killed = await CollectAsync(graph, now, file, random.NextDouble() * longest);
                resumed += CollectionIsHalf(file) ? 1 : 0;
                if (killed && (!File.Exists(file) || CollectionIsHalf(file)))
                    await CollectAsync(graph, now, file, killAfter: null);
                var left = place.EnumerateFileSystemInfos().Select(entry => entry.Name).ToList();
                if (await TextAsync(file) == expected && left is ["snapshot.pimsnap"])
                    same++;
                else
                    Console.WriteLine($"time {time}: {string.Join(", ", left)}");
                place.Delete(recursive: true);
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{times} times killed within {longest.TotalSeconds:0.0} s, {resumed} times with something to resume: {same} times the same snapshot and no stray file"
                )
            );
            return same == times ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool CollectionIsHalf(string file) => Directory.Exists(file + ".resume");

    /// <returns>True when it was killed before it ended.</returns>
    private static async Task<bool> CollectAsync(
        EmulatorProcess graph,
        DateTimeOffset at,
        string file,
        TimeSpan? killAfter
    )
    {
        using var process = Process.Start(CollectingProcess.Start(graph, at, file))!;
        var said = process.StandardOutput.ReadToEndAsync();
        if (killAfter is { } moment)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(moment));
            process.Kill();
        }

        await process.WaitForExitAsync();
        await said;
        return process.ExitCode != 0;
    }

    private static async Task<string> TextAsync(string file) =>
        Snapshots.Comparable((await SnapshotFile.ReadAsync(file, CancellationToken.None)).Snapshot);
}
