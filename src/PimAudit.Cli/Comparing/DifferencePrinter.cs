using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>The difference of two runs on a terminal.</summary>
internal sealed class DifferencePrinter(Surroundings surroundings, bool noColor)
{
    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);

    public void Print(RunDifference difference)
    {
        Line(
            $"From {Say.Moment(difference.Before.TakenAt)} to {Say.Moment(difference.After.TakenAt)}, tenant {difference.TenantId:D}",
            paint.Bold
        );
        Line(
            $"Runs {Printable.Of(difference.Before.Id)} ({Printable.Of(difference.Before.Profile)}) and "
                + $"{Printable.Of(difference.After.Id)} ({Printable.Of(difference.After.Profile)})",
            paint.Quiet
        );
        if (!string.Equals(difference.Before.ProfileHash, difference.After.ProfileHash, StringComparison.Ordinal))
            Line(
                "The profiles differ: findings that only one of them reports are new or resolved for that reason alone."
            );
        Changes(difference);
        Findings(difference);
    }

    private void Changes(RunDifference difference)
    {
        surroundings.Out.WriteLine();
        if (difference.Changes.IsEmpty)
        {
            Line("No change of access, role settings, groups or waivers, as far as both runs could read.");
            return;
        }

        Line($"{Say.Count(difference.Changes.Length, "change")}: {ChangeWords.Counts(difference.Changes)}", paint.Bold);
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. difference.Changes.Select(row => ChangeWords.Mark(row.Kind))],
            [
                .. difference.Changes.Select(row =>
                    ImmutableArray.Create(
                        Say.Word(row.Kind),
                        $"{Say.Word(row.Subject)}: {ChangeWords.Object(row)}",
                        ChangeWords.Values(row)
                    )
                ),
            ]
        );
    }

    private void Findings(RunDifference difference)
    {
        surroundings.Out.WriteLine();
        if (difference.Findings.IsEmpty)
        {
            Line("No finding is new, resolved or not confirmed.");
            return;
        }

        var ranked = Outcomes.Ranked(difference.Findings);
        Line($"{Say.Count(ranked.Length, "finding")} new, resolved or not confirmed", paint.Bold);
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. ranked.Select(Mark)],
            [
                .. ranked.Select(finding =>
                    ImmutableArray.Create(
                        Outcomes.Status(finding),
                        $"{finding.RuleId} {Say.Word(finding.Severity).ToLowerInvariant()}: {Printable.Of(finding.Title)}"
                    )
                ),
            ]
        );
    }

    private static Glyph Mark(Finding finding) =>
        finding.NotConfirmed is not null ? Glyph.Unknown
        : finding.Status is FindingStatus.New ? Glyph.Fail
        : Glyph.Pass;

    private void Line(string text, Func<string, string>? dress = null)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress is null ? line : dress(line));
    }
}
