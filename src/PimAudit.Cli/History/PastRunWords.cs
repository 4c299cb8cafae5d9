using System.Globalization;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A run of the past, in words.</summary>
internal static class PastRunWords
{
    /// <summary>Heaviest severity first.</summary>
    public static string Open(EarlierRun run) =>
        run.Open.Values.Sum() == 0
            ? "none open"
            : string.Join(
                ", ",
                run.Open.Reverse()
                    .Where(pair => pair.Value > 0)
                    .Select(pair =>
                        $"{pair.Value.ToString(CultureInfo.InvariantCulture)} {Say.Word(pair.Key).ToLowerInvariant()}"
                    )
            );

    /// <summary>What is missing of it: the end of a sentence, empty where nothing is.</summary>
    public static string Rest(PastRun run) =>
        (run.IsIncomplete ? $", evidence missing ({Say.Count(run.Trend.NotEvaluated, "rule")} not evaluated)" : "")
        + (run.HasResult ? "" : ", result no longer kept");
}
