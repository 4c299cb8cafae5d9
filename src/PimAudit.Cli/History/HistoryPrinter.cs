using System.Collections.Immutable;
using System.Globalization;
using PimAudit.History;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Runs of the past on a terminal.</summary>
internal sealed class HistoryPrinter(HistoryPage page)
{
    public void List(ImmutableArray<PastRun> runs)
    {
        if (runs.IsEmpty)
            page.Line("The history has no such run.");
        else
            page.Rows(
                runs.Select(run =>
                    (
                        run.IsIncomplete ? Glyph.Unknown : Glyph.Pass,
                        ImmutableArray.Create(
                            run.Number.ToString(CultureInfo.InvariantCulture),
                            $"{Say.Moment(run.Trend.TakenAt)}  {Printable.Of(run.Trend.Id)}  {PastRunWords.Open(run.Trend)}",
                            $"tenant {run.Tenant:D}, profile {Printable.Of(run.Trend.Profile)}{PastRunWords.Rest(run)}"
                        )
                    )
                )
            );
    }

    public void Head(PastRun run)
    {
        page.Title($"Run {run.Number}: {Printable.Of(run.Trend.Id)} of {Say.Moment(run.Trend.TakenAt)}");
        page.Line(
            $"Tenant {run.Tenant:D}, profile {Printable.Of(run.Trend.Profile)}, PimAudit {Printable.Of(run.ToolVersion)}"
        );
        page.Line($"Open findings: {PastRunWords.Open(run.Trend)}{PastRunWords.Rest(run)}");
        if (run.Folder.Length > 0)
            page.Line($"Files: {Printable.Of(run.Folder)}");
        page.Quiet($"Manifest {run.ManifestHash}, after {run.Previous ?? "none"}");
        page.Quiet($"Result {run.ResultHash}");
    }

    /// <param name="seen">UTC; as the history knows it, by fingerprint.</param>
    public void Findings(AuditResult result, IReadOnlyDictionary<string, DateTimeOffset> seen)
    {
        page.Gap();
        var ranked = Outcomes.Ranked(result.Findings);
        if (ranked.IsEmpty)
            page.Line("No finding.");
        else
            page.Rows(
                ranked.Select(finding =>
                    (
                        MarkOf(finding),
                        ImmutableArray.Create(
                            Outcomes.Status(finding),
                            $"{finding.RuleId} {Say.Word(finding.Severity).ToLowerInvariant()}: {Printable.Of(finding.Title)}",
                            Since(finding, seen)
                        )
                    )
                )
            );
    }

    private static Glyph MarkOf(Finding finding) =>
        finding.NotConfirmed is not null ? Glyph.Unknown
        : finding.Status is FindingStatus.Resolved ? Glyph.Pass
        : Glyph.Fail;

    private static string Since(Finding finding, IReadOnlyDictionary<string, DateTimeOffset> seen) =>
        seen.TryGetValue(finding.Fingerprint, out var first) ? $"first seen {Say.Day(first)}"
        : finding.FirstSeen is { } day ? $"first seen {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : "";
}
