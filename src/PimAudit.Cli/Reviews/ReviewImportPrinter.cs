using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>What was taken of a file. What of Microsoft's report was not is said too, so that nobody takes it for an answer.</summary>
internal sealed class ReviewImportPrinter(Surroundings surroundings)
{
    private const int Indent = 2;

    public void Print(string name, ReviewImportResult taken)
    {
        var shown = Printable.Of(name);
        if (taken.IsKnown)
        {
            Line($"{shown}: imported before, nothing new.");
            return;
        }

        var rows = $"{shown}: {Say.Count(taken.Answers, "row")} with an answer";
        if (taken.Microsoft is not { } report)
        {
            Line($"{rows}.");
            return;
        }

        Line($"{rows}, from {Say.Count(report.Decisions, "decision")} of Microsoft's access reviews.");
        foreach (var one in report.NotTaken)
            Line($"Not taken: {one}.", Indent);
        if (report.Unasked > 0)
            Line(
                $"Still to be answered: {Say.Count(report.Unasked, "row")} of the same people and roles, through groups, which a review of a role does not show.",
                Indent
            );
    }

    /// <summary>What does not fit the first line goes further in.</summary>
    private void Line(string text, int indent = 0)
    {
        foreach (var (at, line) in Prose.Lines(text, surroundings.Width - indent - Indent).Index())
            surroundings.Out.WriteLine(new string(' ', at == 0 ? indent : indent + Indent) + line);
    }
}
