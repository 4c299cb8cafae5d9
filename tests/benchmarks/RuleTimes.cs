using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PimAudit.GraphEmulator;

namespace PimAudit.Benchmarks;

/// <summary>What it takes to judge a resolved tenant by every rule that ships, in a process of its own.</summary>
internal static partial class RuleTimes
{
    /// <summary>Of all rules together.</summary>
    private static readonly Dictionary<TenantSize, double> Seconds = new()
    {
        [TenantSize.Small] = 1.5,
        [TenantSize.Typical] = 1.5,
        [TenantSize.Large] = 1.5,
        [TenantSize.Extreme] = 15,
    };

    /// <returns>0 within the limits, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Large, TenantSize.Extreme))
            kept &= await MeasureAsync(size);
        return kept ? 0 : 1;
    }

    /// <summary>Where other work takes the processors the time of ours counts, else the time that passed.</summary>
    private static async Task<bool> MeasureAsync(TenantSize size)
    {
        var file = await KeptSnapshot.OfAsync(size);
        using var judging = Process.Start(JudgingProcess.Start(file))!;
        var said = await judging.StandardOutput.ReadToEndAsync();
        await judging.WaitForExitAsync();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{size} (limit {Seconds[size]} s): {said.Trim()}")
        );
        return judging.ExitCode == 0 && Math.Min(Figure(said, "passed"), Figure(said, "worked")) <= Seconds[size];
    }

    private static double Figure(string said, string name) =>
        double.Parse(Sum().Match(said).Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"rules: (?<passed>[\d.]+) s \((?<worked>[\d.]+) s of processor\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Sum();
}
