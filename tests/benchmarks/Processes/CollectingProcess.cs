using System.Diagnostics;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.Model;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>A collection in a process of its own, to be measured or killed: it resumes what it finds, as the program does.</summary>
internal static class CollectingProcess
{
    public const string Verb = "collect";

    /// <summary>Waits take a thousandth: what is measured is the work.</summary>
    private const double Faster = 1000;

    public static ProcessStartInfo Start(EmulatorProcess graph, DateTimeOffset at, string file) =>
        new(
            "dotnet",
            [
                typeof(CollectingProcess).Assembly.Location,
                Verb,
                graph.Endpoint,
                graph.Token,
                at.ToString("O", CultureInfo.InvariantCulture),
                file,
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    public static async Task<int> RunAsync(string[] words)
    {
        var (endpoint, token, at, file) = (words[0], words[1], words[2], words[3]);
        var clock = Stopwatch.StartNew();
        using var journal = CollectionJournal.Open(file + ".resume");
        using var connection = new GraphConnection(new(new Uri(endpoint)), new StaticToken(token));
        var time = new FastTime(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Faster, stands: true);
        var options = new CollectionOptions { ToolVersion = "benchmark" };
        var snapshot = await new TenantCollector(connection, options, time, journal).CollectAsync(
            null,
            CancellationToken.None
        );
        await SnapshotFile.WriteAsync(snapshot, file, journal.Beside("snapshot.tmp"), CancellationToken.None);
        journal.Complete();
        var missing = snapshot
            .Collection.Parts.Where(part => part.Status is not (PartStatus.Complete or PartStatus.NotAsked))
            .Select(part => part.Part)
            .ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds:0.0} s, {Peak() >> 20} MB at the peak, {connection.Calls} calls, {new FileInfo(file).Length >> 10} KB; parts missing: {missing.Count} {string.Join(", ", missing)}"
            )
        );
        return 0;
    }

    /// <summary>The working set at its largest, as the operating system counts it.</summary>
    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
