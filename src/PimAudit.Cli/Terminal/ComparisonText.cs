using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>What is different since the baseline, and since the newest earlier run.</summary>
internal sealed class ComparisonText(AuditResult result, Paint paint, TextWriter writer, int width)
{
    public void Print()
    {
        Compared();
        Changed();
    }

    /// <summary>One line for what is different since the newest earlier run.</summary>
    private void Changed()
    {
        if (result.Earlier is not [.., var newest])
            return;

        writer.WriteLine($"  Since the run of {Say.Day(newest.TakenAt)}:");
        if (result.Baseline is null)
        {
            var counts = Outcomes.Compared(result);
            string[] words =
            [
                paint.Bold(Figures.Of(counts.New, "new")),
                Figures.Of(counts.NotConfirmed, "not confirmed"),
                Figures.Of(counts.Resolved, "resolved"),
            ];
            writer.WriteLine($"  {string.Join(", ", words)}.");
        }

        var changes = result.Changes.IsEmpty
            ? "no change of access, settings, groups or waivers was seen"
            : ChangeWords.Counts(result.Changes);
        foreach (var line in Prose.Lines(changes + ".", width - 2))
            writer.WriteLine($"  {line}");
    }

    /// <summary>The open ones fall into new and accepted; of the accepted ones some could not be looked at.</summary>
    private void Compared()
    {
        if (result.Baseline is not { } baseline)
            return;

        var counts = Outcomes.Compared(result);
        string[] words =
        [
            paint.Bold(Figures.Of(counts.New, "new")),
            Figures.Of(counts.Accepted, "open as accepted"),
            Figures.Of(counts.NotConfirmed, "not confirmed"),
            Figures.Of(counts.Resolved, "resolved"),
        ];
        writer.WriteLine($"  Against the baseline of {Say.Day(baseline.TakenAt)}:");
        writer.WriteLine($"  {string.Join(", ", words)}.");
    }
}
