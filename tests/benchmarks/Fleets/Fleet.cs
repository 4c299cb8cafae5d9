using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PimAudit.Benchmarks;

/// <summary>Scans many tenants with the program itself: nobody is lost, nothing mixes, and the memory of one process is enough.</summary>
internal static class Fleet
{
    private const int Usual = 300;
    private const int Parallel = 8;
    private const int Megabytes = 1500;

    /// <returns>0 when every tenant is accounted for, nothing mixed and the memory sufficed, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-fleet-");
        try
        {
            using var graphs = await ServedFleet.StartAsync(Arguments.Number(words, Usual));
            graphs.Write(folder.FullName);
            Console.WriteLine($"{graphs.Members.Count} tenants are served; the list lies in {folder.FullName}");
            return await MeasureAsync(graphs, folder.FullName) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(ServedFleet graphs, string folder)
    {
        var clock = Stopwatch.StartNew();
        using var scanning = Process.Start(Start(graphs, folder))!;
        var said = scanning.StandardOutput.ReadToEndAsync();
        var talked = scanning.StandardError.ReadToEndAsync();
        var peak = await PeakAsync(scanning);
        var took = clock.Elapsed;
        var calls = await graphs.EndAsync();
        var mixing = new Mixing(graphs.Members);
        var root = Path.Combine(folder, "out");
        List<string> problems =
        [
            .. Accounted(graphs, root),
            .. mixing.Of(root),
            .. mixing.Of(await said, "fleet", "the terminal"),
            .. mixing.Of(await talked, "fleet", "the talk"),
            .. scanning.ExitCode == 1 ? Array.Empty<string>() : [$"ended with {scanning.ExitCode}: {await talked}"],
        ];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{graphs.Members.Count} tenants, {Parallel} at a time: {took.TotalMinutes:0.0} min, {peak} MB at the peak (limit {Megabytes}), {calls} requests, {mixing.Files} files looked through, {problems.Count} problems"
            )
        );
        foreach (var problem in problems.Take(20))
            Console.WriteLine($"  {problem}");
        return problems.Count == 0 && peak < Megabytes;
    }

    private static ProcessStartInfo Start(ServedFleet graphs, string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "pimaudit.dll"),
                "fleet",
                "scan",
                "--parallel",
                Parallel.ToString(CultureInfo.InvariantCulture),
                "--out",
                "out",
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var member in graphs.Members)
            start.Environment[member.Member.Variable] = member.Token;
        return start;
    }

    /// <summary>The working set at its largest, MB, looked at until the process ends.</summary>
    private static async Task<long> PeakAsync(Process process)
    {
        long peak = 0;
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            process.Refresh();
            if (!process.HasExited)
                peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(ended, Task.Delay(500));
        }

        return peak >> 20;
    }

    /// <summary>Each tenant stands in the roll-up: scanned, or not scanned where its Graph did not let it be.</summary>
    private static IEnumerable<string> Accounted(ServedFleet graphs, string root)
    {
        var file = Directory
            .EnumerateFiles(Path.Combine(root, "fleet"), "fleet.json", SearchOption.AllDirectories)
            .Single();
        using var rollUp = JsonDocument.Parse(File.ReadAllBytes(file));
        var scanned = rollUp
            .RootElement.GetProperty("tenants")
            .EnumerateArray()
            .ToDictionary(
                tenant => tenant.GetProperty("alias").GetString()!,
                tenant => tenant.GetProperty("figures").ValueKind is JsonValueKind.Object,
                StringComparer.Ordinal
            );
        foreach (var member in graphs.Members.Select(one => one.Member))
            if (!scanned.TryGetValue(member.Alias, out var isScanned))
                yield return $"{member.Alias} is missing";
            else if (isScanned != member.Trouble is Trouble.None)
                yield return $"{member.Alias} ({member.Size}, {member.Trouble}) is {(isScanned ? "" : "not ")}scanned";
    }
}
