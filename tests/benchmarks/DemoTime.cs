using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace PimAudit.Benchmarks;

/// <summary>Times <c>pimaudit scan --demo</c> as a whole process: start, serve, collect, judge, write every report, end.</summary>
internal static class DemoTime
{
    private const int Runs = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <returns>0 when the median is within the limit, 1 above it, 2 for a build that does not count, 5 when a run failed.</returns>
    public static async Task<int> RunAsync()
    {
        if (!IsRelease)
        {
            await Console.Error.WriteLineAsync(
                "Cannot time a Debug build. Nothing was measured. Run: dotnet run -c Release --project tests/benchmarks -- demo"
            );
            return 2;
        }

        var times = new List<TimeSpan>();
        foreach (var run in Enumerable.Range(1, Runs))
        {
            if (await ScanAsync() is not { } time)
                return 5;
            times.Add(time);
            Console.WriteLine($"run {run}   {Seconds(time)}");
        }

        times.Sort();
        var median = times[Runs / 2];
        Console.WriteLine($"min     {Seconds(times[0])}");
        Console.WriteLine($"median  {Seconds(median)} of {Seconds(Limit)}");
        Console.WriteLine($"max     {Seconds(times[^1])}");
        return median <= Limit ? 0 : 1;
    }

    private static bool IsRelease =>
        typeof(DemoTime).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Release";

    /// <returns>Null when the program failed; what it said is printed.</returns>
    private static async Task<TimeSpan?> ScanAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pimaudit-demo-");
        try
        {
            var clock = Stopwatch.StartNew();
            using var program = Process.Start(Scan(folder.FullName))!;
            var output = program.StandardOutput.ReadToEndAsync();
            var error = program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();
            var time = clock.Elapsed;
            if (program.ExitCode == 0)
                return time;

            await Console.Error.WriteLineAsync($"The scan ended with {program.ExitCode}.\n{await output}{await error}");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Scan(string folder) =>
        new(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "pimaudit.dll"), "scan", "--demo", "--out", folder, "--force"]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
