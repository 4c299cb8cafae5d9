using System.Diagnostics;
using System.Globalization;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Archive;

namespace PimAudit.Benchmarks;

/// <summary>Resolves the paths of a snapshot in a process of its own, and asks who can use each role.</summary>
internal static class ResolvingProcess
{
    public const string Verb = "resolve";

    public static ProcessStartInfo Start(string file) =>
        new("dotnet", [typeof(ResolvingProcess).Assembly.Location, Verb, file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    public static async Task<int> RunAsync(string file)
    {
        var snapshot = (await SnapshotFile.ReadAsync(file, CancellationToken.None)).Snapshot;
        var clock = Stopwatch.StartNew();
        var map = AccessMap.Resolve(snapshot);
        var resolved = clock.Elapsed;
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 >> 20;

        clock.Restart();
        var role = map.Paths[0].Role;
        var answer = WhoCan.Ask(
            map,
            Guid.Parse(role.Id),
            scope: null,
            TimeSpan.FromHours(1),
            takeover: true,
            snapshot.TakenAt
        );
        var paths = map.Paths.Length + map.TakeoverPaths.Length;
        var hops = map.Paths.Concat(map.TakeoverPaths).Sum(path => path.Hops.Length);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"resolved in {resolved.TotalSeconds:0.00} s, {paths} paths of {hops} hops, {peak} MB at the peak; who-can {role.Label} with takeovers, {answer.Ways.Length} rows, {clock.Elapsed.TotalSeconds:0.00} s"
            )
        );
        return 0;
    }
}
