using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Approved exceptions, with what each of them covers.</summary>
internal static class WaiversSection
{
    public static Section Of(ReportSource source) =>
        new(
            Anchors.Waivers,
            "Waivers",
            "Findings that somebody has accepted until a day, and who. The last day counts in full, in UTC.",
            [
                new DataTable(
                    Title: null,
                    [new("Rule", 62), new("Covers", 176), new("Reason", 126), new("Approved by", 71), new("Until", 64)],
                    [.. source.Result.Waivers.Select(Row)],
                    "No waiver is configured."
                ),
            ]
        )
        {
            Place = SectionPlace.WhereItFits,
        };

    private static TableRow Row(WaiverRow row) =>
        new([
            Rich.Stack(Rich.Of(row.RuleId, Tone.Strong), State(row)),
            Rich.Stack([.. row.Targets.Select(id => Rich.Line(new IdRun(id)))]),
            row.Reason,
            row.ApprovedBy,
            Rich.Stack(
                Rich.Line(
                    new IdRun(row.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                ),
                Rich.Of(Days(row.DaysLeft), Tone.Quiet)
            ),
        ]);

    private static Rich State(WaiverRow row)
    {
        var outcome = row.State switch
        {
            WaiverState.Used => RuleOutcome.Waived,
            WaiverState.NotConfirmed => RuleOutcome.NotEvaluated,
            _ => RuleOutcome.Fail,
        };
        var words =
            row.State is WaiverState.Used
                ? FormattableString.Invariant($"covers {row.Covered}")
                : Say.Word(row.State).ToLowerInvariant();
        var broad = row.IsBroad || row.CriticalLeft > 0 ? ", broad" : "";
        return Rich.Line(new OutcomeRun(outcome, IsNamed: false), new TextRun(words + broad, Tone.Quiet));
    }

    private static string Days(int left) =>
        left switch
        {
            < 0 => $"{Say.Count(-left, "day")} ago",
            0 => "ends today",
            _ => $"{Say.Count(left, "day")} left",
        };
}
