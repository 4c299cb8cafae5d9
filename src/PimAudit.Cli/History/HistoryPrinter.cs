using System.Collections.Immutable;
using System.Globalization;
using PimAudit.History;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Runs of the past on a terminal.</summary>
internal sealed class HistoryPrinter(Surroundings surroundings, bool noColor)
{
    private readonly Paint paint = Paint.For(surroundings, surroundings.OutIsTerminal, noColor);

    public void List(ImmutableArray<PastRun> runs)
    {
        if (runs.IsEmpty)
        {
            Line("The history has no such run.");
            return;
        }

        Rows([
            .. runs.Select(run =>
                (
                    run.IsIncomplete ? Glyph.Unknown : Glyph.Pass,
                    ImmutableArray.Create(
                        run.Number.ToString(CultureInfo.InvariantCulture),
                        $"{Say.Moment(run.Trend.TakenAt)}  {Printable.Of(run.Trend.Id)}  {Open(run.Trend)}",
                        $"tenant {run.Tenant:D}, profile {Printable.Of(run.Trend.Profile)}{Rest(run)}"
                    )
                )
            ),
        ]);
    }

    public void Head(PastRun run)
    {
        Line($"Run {run.Number}: {Printable.Of(run.Trend.Id)} of {Say.Moment(run.Trend.TakenAt)}", paint.Bold);
        Line(
            $"Tenant {run.Tenant:D}, profile {Printable.Of(run.Trend.Profile)}, PimAudit {Printable.Of(run.ToolVersion)}"
        );
        Line($"Open findings: {Open(run.Trend)}{Rest(run)}");
        if (run.Folder.Length > 0)
            Line($"Files: {Printable.Of(run.Folder)}");
        Line($"Manifest {run.ManifestHash}, after {run.Previous ?? "none"}", paint.Quiet);
        Line($"Result {run.ResultHash}", paint.Quiet);
    }

    /// <param name="seen">UTC; as the history knows it, by fingerprint.</param>
    public void Findings(AuditResult result, IReadOnlyDictionary<string, DateTimeOffset> seen)
    {
        surroundings.Out.WriteLine();
        var ranked = Outcomes.Ranked(result.Findings);
        if (ranked.IsEmpty)
            Line("No finding.");
        else
            Rows([
                .. ranked.Select(finding =>
                    (
                        finding.NotConfirmed is not null ? Glyph.Unknown
                        : finding.Status is FindingStatus.Resolved ? Glyph.Pass
                        : Glyph.Fail,
                        ImmutableArray.Create(
                            Outcomes.Status(finding),
                            $"{finding.RuleId} {Say.Word(finding.Severity).ToLowerInvariant()}: {Printable.Of(finding.Title)}",
                            Since(finding, seen)
                        )
                    )
                ),
            ]);
    }

    public void Deliveries(ImmutableArray<Delivery> deliveries)
    {
        if (deliveries.IsEmpty)
            return;
        surroundings.Out.WriteLine();
        Line("Notifications", paint.Bold);
        Rows([
            .. deliveries.Select(one =>
                (DeliveryWords.Mark(one), ImmutableArray.Create(Printable.Of(one.Channel), DeliveryWords.Of(one)))
            ),
        ]);
    }

    /// <summary>Notifications that did not arrive.</summary>
    public void Undelivered(ImmutableArray<WaitingMessage> messages)
    {
        if (messages.IsEmpty)
            Line("Every notification reached its channel.");
        else
            Rows([
                .. messages.Select(one =>
                    (
                        DeliveryWords.Mark(one.Fate),
                        ImmutableArray.Create(
                            Printable.Of(one.Fate.Channel),
                            DeliveryWords.Of(one.Fate),
                            $"tenant {one.Tenant:D}, made {Say.Moment(one.CreatedAt)}, key {Printable.Of(one.Key)}"
                        )
                    )
                ),
            ]);
    }

    public void Line(string text, Func<string, string>? dress = null)
    {
        foreach (var line in Prose.Lines(text, surroundings.Width))
            surroundings.Out.WriteLine(dress is null ? line : dress(line));
    }

    private void Rows(ImmutableArray<(Glyph Mark, ImmutableArray<string> Row)> rows) =>
        new MarkedList(paint, surroundings.Out, surroundings.Width).Print(
            [.. rows.Select(row => row.Mark)],
            [.. rows.Select(row => row.Row)]
        );

    private static string Open(EarlierRun run) =>
        run.Open.Values.Sum() == 0
            ? "none open"
            : string.Join(
                ", ",
                run.Open.Reverse()
                    .Where(pair => pair.Value > 0)
                    .Select(pair => $"{Say.Number(pair.Value)} {Say.Word(pair.Key).ToLowerInvariant()}")
            );

    private static string Rest(PastRun run) =>
        (run.IsIncomplete ? $", evidence missing ({Say.Count(run.Trend.NotEvaluated, "rule")} not evaluated)" : "")
        + (run.HasResult ? "" : ", result no longer kept");

    private static string Since(Finding finding, IReadOnlyDictionary<string, DateTimeOffset> seen) =>
        seen.TryGetValue(finding.Fingerprint, out var first) ? $"first seen {Say.Day(first)}"
        : finding.FirstSeen is { } day ? $"first seen {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : "";
}
