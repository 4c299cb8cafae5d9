using PimAudit.GraphEmulator;
using PimAudit.Trials;

namespace PimAudit.Benchmarks;

/// <summary>Collects a small tenant while every fifth request goes wrong, seed after seed: no third outcome.</summary>
internal static class Faults
{
    /// <returns>0 when every outcome is allowed, else 1.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        var seeds = Arguments.Number(words, usual: 200);
        var trial = await FaultTrial.PrepareAsync(TenantSize.Small);
        var (whole, partial, third) = (0, 0, 0);
        foreach (var seed in Enumerable.Range(1, seeds))
        {
            var outcome = await trial.RunAsync(Mixture.Of(seed));
            if (!outcome.IsAllowed)
                third++;
            else if (outcome.Missing.Count == 0)
                whole++;
            else
                partial++;
            if (!outcome.IsAllowed)
                Console.WriteLine($"seed {seed}: {outcome}");
        }

        Console.WriteLine(
            $"{seeds} seeds: {whole} gave the snapshot of peace, {partial} say what is missing, {third} did neither"
        );
        return third == 0 ? 0 : 1;
    }
}
