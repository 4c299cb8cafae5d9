using System.Diagnostics;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>Kills a run while it writes, at moments spread over its time: no half file goes by a name of the run, and the next one succeeds.</summary>
internal static class KillWriting
{
    private const string Formats = "csv,html,json,junit,md,ndjson,pdf,sarif,xlsx";

    /// <returns>0 when every folder held whole files alone and the next run mended it, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var times = Arguments.Number(words, usual: 10);
        var folder = Directory.CreateTempSubdirectory("pimaudit-kill-writing-");
        try
        {
            var result = await ScanAsync(folder.FullName);
            var clock = Stopwatch.StartNew();
            await WriteAsync(result, Path.Combine(folder.FullName, "whole"), killAfter: null);
            var longest = clock.Elapsed;

            var (good, unfinished) = (0, 0);
            foreach (var time in Enumerable.Range(1, times))
            {
                var run = Path.Combine(folder.FullName, time.ToString(CultureInfo.InvariantCulture));
                await WriteAsync(result, run, longest * time / times);
                unfinished += File.Exists(Path.Combine(run, RunManifest.FileName)) ? 0 : 1;
                var isWhole = await HoldsWholeFilesAsync(folder.FullName, run);
                var code = await WriteAsync(result, run, killAfter: null);
                if (isWhole && code < 4 && await IsSoundAsync(run))
                    good++;
                else
                    Console.WriteLine($"time {time}: {string.Join(", ", Names(run))}, exit {code}");
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{times} times killed within {longest.TotalSeconds:0.0} s, {unfinished} times without a manifest: {good} times whole files alone, and a next run that succeeded"
                )
            );
            return good == times ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The result of a typical tenant.</returns>
    private static async Task<string> ScanAsync(string folder)
    {
        using var graph = await EmulatorProcess.StartAsync(TenantSize.Typical);
        var start = Cli("scan", "--quiet", "--format", "json", "--out", Path.Combine(folder, "scan"));
        start.Environment["PIMAUDIT_GRAPH_ENDPOINT"] = graph.Endpoint;
        start.Environment["PIMAUDIT_ACCESS_TOKEN"] = graph.Token;
        await EndAsync(start, killAfter: null);
        return Path.Combine(folder, "scan", "result.json");
    }

    private static Task<int> WriteAsync(string result, string run, TimeSpan? killAfter) =>
        EndAsync(Cli("report", result, "--quiet", "--format", Formats, "--out", run), killAfter);

    private static ProcessStartInfo Cli(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "pimaudit.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

    private static async Task<int> EndAsync(ProcessStartInfo start, TimeSpan? killAfter)
    {
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        if (killAfter is { } moment)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(moment));
            process.Kill();
        }

        await process.WaitForExitAsync();
        await said;
        return process.ExitCode;
    }

    /// <summary>Every file under a name of the run has the length that it has in a run that nobody killed; a manifest fits its files.</summary>
    private static async Task<bool> HoldsWholeFilesAsync(string folder, string run) =>
        Names(run)
            .Where(name => name[0] != '.' && name != RunManifest.FileName)
            .All(name => LengthOf(run, name) == LengthOf(Path.Combine(folder, "whole"), name))
        && (!File.Exists(Path.Combine(run, RunManifest.FileName)) || await IsSoundAsync(run));

    private static long LengthOf(string folder, string name) => new FileInfo(Path.Combine(folder, name)).Length;

    private static async Task<bool> IsSoundAsync(string run)
    {
        using var found = FoundEvidence.In([run]);
        var verified = await new Verifier(trusted: null).VerifyAsync(
            found.Places,
            found.IsSingle,
            CancellationToken.None
        );
        return verified.Holds;
    }

    private static IEnumerable<string> Names(string run) =>
        Directory.Exists(run) ? Directory.EnumerateFiles(run).Select(path => Path.GetFileName(path)) : [];
}
