using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Approved exceptions, with what each of them covers.</summary>
internal static class WaiversSection
{
    private const int Most = 60;
    private const int MostTargets = 4;

    public static Section Of(ReportSource source) =>
        new(
            Anchors.Waivers,
            "Waivers",
            "Findings that somebody has accepted until a day, and who. A broad one names less than all of a finding's identity "
                + "and never covers a critical one.",
            [
                new DataTable(
                    Title: null,
                    [
                        new("Rule", 62),
                        new("Covers", 176),
                        new("Reason", 126),
                        new("Approved by", 71),
                        new("Until, inclusive", 64),
                    ],
                    [.. source.Result.Waivers.Take(Most).Select(Row)],
                    "No waiver is configured."
                )
                {
                    Left = Math.Max(0, source.Result.Waivers.Length - Most),
                    Sheet = "Waivers",
                },
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };

    private static TableRow Row(WaiverRow row) =>
        new([
            Rich.Stack(Rich.Of(row.RuleId, Tone.Strong), State(row)),
            Targets(row),
            row.Reason,
            row.ApprovedBy,
            Rich.Stack(
                Rich.Line(
                    new IdRun(row.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                ),
                Rich.Of(Days(row.DaysLeft), Tone.Quiet)
            ),
        ]);

    private static Rich Targets(WaiverRow row) =>
        Rich.Stack([
            .. row.Targets.Take(MostTargets).Select(id => Rich.Line(new IdRun(id, Tone.Quiet))),
            .. row.Targets.Length > MostTargets
                ? [Rich.Of($"and {Digits.Of(row.Targets.Length - MostTargets)} more", Tone.Quiet)]
                : Array.Empty<Rich>(),
        ]);

    private static Rich State(WaiverRow row)
    {
        var outcome = row.State switch
        {
            WaiverState.Used => RuleOutcome.Waived,
            WaiverState.Unused => RuleOutcome.NotApplicable,
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
