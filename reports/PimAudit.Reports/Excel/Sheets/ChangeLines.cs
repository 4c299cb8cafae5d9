using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>New and resolved findings, and what else is different from before.</summary>
internal static class ChangeLines
{
    public static IEnumerable<PageLine> Of(AuditResult result)
    {
        yield return PageLine.Head("New and resolved");
        if (!Outcomes.IsCompared(result))
            yield return new(
                Cell.Blank,
                Cell.Blank,
                Cell.Text("The findings were compared with nothing: no baseline was given.")
            );
        else
            foreach (var line in Against(result, Outcomes.Compared(result)))
                yield return line;

        if (result.Earlier is [.., var before])
            yield return Line(
                "Changes",
                result.Changes.Length,
                $"since {Say.Day(before.TakenAt)}, in access, settings, groups and waivers: the sheet Changes"
            );
        if (!result.Reviews.IsEmpty)
            yield return Line(
                "Revoked, still there",
                result.Reviews.Count(row => row.State is ReviewState.StillThere),
                $"of {Say.Count(result.Reviews.Length, "row")} of earlier reviews: the sheet Reviews"
            );
    }

    private static IEnumerable<PageLine> Against(AuditResult result, Comparison compared)
    {
        var against = Outcomes.Against(result);
        yield return Line("New", compared.New, $"not in {against}, or heavier than there");
        yield return Line(
            result.Baseline is null ? "Known" : "Accepted",
            compared.Accepted,
            $"in {against}, and found again"
        );
        yield return Line("Not confirmed", compared.NotConfirmed, $"in {against}, and could not be looked at again");
        yield return Line("Resolved", compared.Resolved, $"in {against}, and gone");
    }

    private static PageLine Line(string label, int count, string note) =>
        new(Cell.Text(label), Cell.Figure(count), Cell.Text(note));
}
