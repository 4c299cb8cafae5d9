using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Open findings run by run, this one last. Runs under another content of the profile are a gap, not a figure.</summary>
internal static class TrendLines
{
    private const int MostRuns = 8;
    private const int LongestBar = 30;

    public static IEnumerable<PageLine> Of(AuditResult result)
    {
        yield return PageLine.Head("Trend of open findings");
        if (result.Earlier.IsEmpty)
        {
            yield return new(Cell.Blank, Cell.Blank, Cell.Text("First run: there is no earlier one to compare with."));
            yield break;
        }

        ImmutableArray<EarlierRun> runs = [.. result.Earlier.TakeLast(MostRuns - 1), This(result)];
        var most = Math.Max(1, runs.Where(run => IsComparable(run, result)).Max(Total));
        foreach (var run in runs)
            yield return IsComparable(run, result)
                ? new(Cell.Date(run.TakenAt), Cell.Figure(Total(run)), Cell.Text(Words(run, most)))
                : new(
                    Cell.Date(run.TakenAt),
                    Cell.Text("–"),
                    Cell.Text($"not comparable: judged by another content of the profile {run.Profile}")
                );
    }

    private static EarlierRun This(AuditResult result) =>
        new(
            result.Run.Id,
            result.Snapshot.TakenAt,
            result.Profiles[0].Name,
            result.Profiles[0].Hash,
            Outcomes.Severities.ToImmutableSortedDictionary(
                severity => severity,
                severity => Outcomes.Count(result, severity)
            ),
            Outcomes.Count(result, RuleOutcome.NotEvaluated)
        );

    private static bool IsComparable(EarlierRun run, AuditResult result) =>
        string.Equals(run.ProfileHash, result.Profiles[0].Hash, StringComparison.Ordinal);

    private static int Total(EarlierRun run) => run.Open.Values.Sum();

    private static string Words(EarlierRun run, int most)
    {
        var (critical, high) = (
            run.Open.GetValueOrDefault(Severity.Critical),
            run.Open.GetValueOrDefault(Severity.High)
        );
        var words = FormattableString.Invariant(
            $"{critical} critical, {high} high, {Total(run) - critical - high} medium and below; {Say.Count(run.NotEvaluated, "rule")} not evaluated"
        );
        return $"{Bars.Text(Total(run), most, LongestBar)} {words}".TrimStart();
    }
}
