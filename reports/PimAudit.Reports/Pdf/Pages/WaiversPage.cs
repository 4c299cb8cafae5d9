using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Dated exceptions, with what they cover and how long they last.</summary>
internal static class WaiversPage
{
    private const int Most = 60;
    private const int MostTargets = 4;
    private const float Room = 150;

    private static readonly Table Table = new(
        Blocks.Width,
        new("Rule", 0, 72),
        new("Targets", 76, 160),
        new("Reason", 242, 116),
        new("Approved by", 364, 72),
        new("Expires", 442, 57)
    );

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Joined("Waivers", Anchors.Waivers, Room);
        flow.Add(
            Blocks.Opening(
                "Waivers",
                "A waiver covers a finding when it names all of its identity. One that names less is broad, and never covers a "
                    + "critical finding."
            )
        );
        var waivers = context.Result.Waivers;
        flow.Table(Table.Head("Waivers"), [.. waivers.Take(Most).Select(row => new FlowRow(Row(row)))]);
        Blocks.More(flow, waivers.Length - Most, "Waivers");
        if (waivers.IsEmpty)
            flow.Add(Blocks.Sentence("No waivers are configured."));
    }

    private static Piece Row(WaiverRow row) =>
        Table.Row(
            Piece.Stack(
                Text.Of(row.RuleId, Styles.Table.Bold, Table.Columns[0].Width, 1),
                Text.Of(State(row), Table.Columns[0].Width, 3)
            ),
            Targets(row),
            Text.Name(row.Reason, Styles.Table, Table.Columns[2].Width, most: 6),
            Text.Name(row.ApprovedBy, Styles.Table, Table.Columns[3].Width, most: 3),
            Piece.Stack(
                Text.Of(
                    row.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Styles.Table.Id,
                    Table.Columns[4].Width,
                    1
                ),
                Text.Of(Days(row.DaysLeft), Styles.Smallest.Label, Table.Columns[4].Width, 2)
            )
        );

    private static List<Span> State(WaiverRow row)
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
                ? $"covers {Figures.Text(row.Covered)}"
                : Say.Word(row.State).ToLowerInvariant();
        return
        [
            Marks.Of(outcome, Styles.Small, 6),
            new($" {words}{(row.IsBroad || row.CriticalLeft > 0 ? ", broad" : "")}", Styles.Small.Label),
        ];
    }

    private static Piece Targets(WaiverRow row)
    {
        var width = Table.Columns[1].Width;
        var lines = row.Targets.Take(MostTargets).Select(id => Blocks.Id(id, width, Styles.Smallest)).ToList();
        if (row.Targets.Length > MostTargets)
            lines.Add(
                Text.Of($"and {Figures.Text(row.Targets.Length - MostTargets)} more", Styles.Smallest.Label, width, 1)
            );
        return Piece.Stack(lines);
    }

    private static string Days(int left) =>
        left switch
        {
            < 0 => $"{Say.Count(-left, "day")} ago",
            0 => "ends today",
            _ => $"{Say.Count(left, "day")} left",
        };
}
