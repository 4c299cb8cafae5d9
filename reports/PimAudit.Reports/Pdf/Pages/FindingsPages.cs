using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Critical and High as cards, everything else as a table, both capped.</summary>
internal static class FindingsPages
{
    private const int MostCards = 40;
    private const int MostRowsOfRule = 25;
    private const int MostLines = 8;

    private static readonly Table Rest = new(
        Blocks.Width,
        new("Rule", 0, 80),
        new("Subject", 85, 160),
        new("Observed", 252, 94),
        new("Expected", 353, 90),
        new("Status", 449, 50)
    );

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        var heavy = context.Open.Where(finding => finding.Severity >= Severity.High).ToList();
        var cards = heavy.Take(MostCards).ToList();
        var others = context
            .Open.Except(cards)
            .Concat(Outcomes.Ranked(context.Result.Findings.Where(item => !Outcomes.IsOpen(item))));
        var seen = new HashSet<string>(StringComparer.Ordinal);

        flow.Section("Findings", Anchors.Findings);
        if (heavy.Count == 0)
            flow.Add(Blocks.Opening("Findings", NoHeavy(context.Result)));
        for (var at = 0; at < cards.Count; at++)
            flow.Add(Anchored(FindingCard.Of(context, cards[at]), cards[at], seen), before: at == 0 ? 0 : 14);

        var listed = others
            .GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Take(MostRowsOfRule).ToHashSet(), StringComparer.Ordinal);
        var shown = others.Where(finding => listed[finding.RuleId].Contains(finding)).ToList();
        var heading = Blocks.Heading(
            heavy.Count > MostCards ? "All other findings" : "Medium and below, waived and resolved"
        );
        flow.Table(
            Rest.Head("Findings", heading),
            [.. shown.Select(finding => Anchored(Row(finding), finding, seen))],
            before: 20
        );
        Blocks.More(flow, others.Count() - shown.Count, "Findings");
        if (context.Result.Findings.IsEmpty)
            flow.Add(Blocks.Sentence(None(context.Result)));
    }

    private static string NoHeavy(AuditResult result) =>
        Outcomes.Evaluated(result) == 0
            ? "Nothing is listed, because nothing could be judged."
            : $"No critical or high findings among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";

    private static string None(AuditResult result) =>
        Outcomes.Evaluated(result) == 0
            ? "No rule was evaluated, so an empty list says nothing about the tenant."
            : $"No findings of any severity among the {Say.Count(Outcomes.Evaluated(result), "rule")} evaluated.";

    /// <summary>The first finding of a rule is where contents and outline lead to.</summary>
    private static FlowRow Anchored(Piece piece, Finding finding, HashSet<string> seen) =>
        seen.Add(finding.RuleId)
            ? new(piece, Anchors.Rule(finding.RuleId), $"{finding.RuleId} {finding.RuleName}")
            : new(piece);

    private static Piece Row(Finding finding)
    {
        Span[] rule = [Marks.Of(finding.Severity, Styles.Table, 7), new($"  {finding.RuleId}", Styles.Table.Bold)];
        return Rest.Row(
            Piece.Stack(
                Text.Of(rule, Rest.Columns[0].Width, 1),
                Text.Name(finding.RuleName, Styles.Smallest.Label, Rest.Columns[0].Width)
            ),
            Subject(finding),
            Text.Name(finding.Observed, Styles.Table.Bold, Rest.Columns[2].Width, MostLines),
            Text.Name(finding.Expected, Styles.Table, Rest.Columns[3].Width, MostLines),
            Piece.Stack(
                Text.Of(Outcomes.Status(finding), Styles.Table, Rest.Columns[4].Width, 3),
                Text.Of(finding.ShortId, Styles.Smallest.Label.Id, Rest.Columns[4].Width, 1)
            )
        );
    }

    private static Piece Subject(Finding finding)
    {
        var width = Rest.Columns[1].Width;
        var role = finding.Role is { } item && item.Id != finding.Subject.Id ? item.Label : null;
        return Piece.Stack(
            Blocks.Named(finding.Subject, width),
            role is null ? Piece.Nothing : Text.Name(role, Styles.Smallest.Label, width, most: 1)
        );
    }
}
