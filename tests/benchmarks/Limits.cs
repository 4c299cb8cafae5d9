using System.Globalization;
using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>Collects from a Graph that throttles at the real limits, on a clock that both share: nothing may be throttled.</summary>
internal static class Limits
{
    /// <returns>0 when no request got 429, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var kept = true;
        foreach (var size in Arguments.Sizes(words, TenantSize.Small, TenantSize.Typical, TenantSize.Large))
            kept &= await MeasureAsync(size);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TenantSize size)
    {
        var outcome = await LimitTrial.RunAsync(size);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size}: {outcome.Throttled} of {outcome.Calls} calls and {outcome.Inner} inner requests throttled, {outcome.Incomplete.Count} parts incomplete, {outcome.Passed.TotalSeconds:0} s on a clock that runs {LimitTrial.Faster} times faster"
            )
        );
        return outcome is { Throttled: 0, Incomplete.Count: 0 };
    }
}
