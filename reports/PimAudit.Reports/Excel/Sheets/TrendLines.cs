using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Open findings run by run, this one last. Runs under another content of the profile are a gap, not a figure.</summary>
internal static class TrendLines
{
    private const int LongestBar = 30;

    public static IEnumerable<PageLine> Of(AuditResult result)
    {
        yield return PageLine.Head("Trend of open findings");
        if (result.Earlier.IsEmpty)
        {
            yield return new(Cell.Blank, Cell.Blank, Cell.Text("First run: there is no earlier one to compare with."));
            yield break;
        }

        var runs = TrendFacts.Runs(result);
        var most = runs.Where(run => run.IsComparable).Select(Total).Append(1).Max();
        foreach (var run in runs)
            yield return run.IsComparable
                ? new(Cell.Text(run.Label), Cell.Figure(Total(run)), Cell.Text(Words(run, most)))
                : new(Cell.Text(run.Label), Cell.Text("–"), Cell.Text("not comparable: judged under another profile"));
    }

    private static int Total(TrendRun run) => run.Critical + run.High + run.Rest;

    private static string Words(TrendRun run, int most) =>
        FormattableString
            .Invariant(
                $"{Bars.Text(Total(run), most, LongestBar)} {run.Critical} critical, {run.High} high, {run.Rest} medium and below; {Say.Count(run.NotEvaluated, "rule")} not evaluated"
            )
            .TrimStart();
}
