using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>What it takes to write the reports, each in a process of its own.</summary>
internal static partial class ReportTimes
{
    /// <summary>A large and an extreme result are those of a typical tenant with so many access rows.</summary>
    private static readonly Dictionary<TenantSize, int> Rows = new()
    {
        [TenantSize.Small] = 0,
        [TenantSize.Typical] = 0,
        [TenantSize.Large] = 20_000,
        [TenantSize.Extreme] = 300_000,
    };

    private static readonly Dictionary<(string Format, TenantSize Size), (double Seconds, int Megabytes)> Limits = new()
    {
        [("xlsx", TenantSize.Small)] = (4, 800),
        [("xlsx", TenantSize.Typical)] = (4, 800),
        [("xlsx", TenantSize.Large)] = (10, 800),
        [("xlsx", TenantSize.Extreme)] = (60, 1_500),
        [("pdf", TenantSize.Large)] = (3, 800),
        [("pdf", TenantSize.Extreme)] = (15, 1_500),
        [(ReportingProcess.All, TenantSize.Typical)] = (4, 800),
    };

    /// <returns>0 within the limits, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Typical, TenantSize.Large, TenantSize.Extreme))
        foreach (var format in Limits.Keys.Where(key => key.Size == size).Select(key => key.Format))
            kept &= await MeasureAsync(format, size);
        return kept ? 0 : 1;
    }

    /// <summary>Where other work takes the processors the time of ours counts, else the time that passed.</summary>
    private static async Task<bool> MeasureAsync(string format, TenantSize size)
    {
        var file = await KeptSnapshot.OfAsync(size is TenantSize.Small ? size : TenantSize.Typical);
        var (seconds, megabytes) = Limits[(format, size)];
        using var writing = Process.Start(ReportingProcess.Start(format, file, Rows[size]))!;
        var said = await writing.StandardOutput.ReadToEndAsync();
        await writing.WaitForExitAsync();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{size} (limits {seconds} s, {megabytes} MB): {said.Trim()}")
        );
        return writing.ExitCode == 0
            && Math.Min(Figure(said, "passed"), Figure(said, "worked")) <= seconds
            && Figure(said, "megabytes") <= megabytes;
    }

    private static double Figure(string said, string name) =>
        double.Parse(Said().Match(said).Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @": (?<passed>[\d.]+) s \((?<worked>[\d.]+) s of processor\), (?<megabytes>\d+) MB",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Said();
}
