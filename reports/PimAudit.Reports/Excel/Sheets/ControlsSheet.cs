using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Layout;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>A control of another framework with the rules whose outcomes are evidence for it.</summary>
/// <param name="Rules">With the relation of each to the control.</param>
internal sealed record ControlRow(ControlReference Control, ImmutableArray<(RuleResult Rule, string Relation)> Rules)
{
    /// <summary>What an auditor must look at first: a fault before missing evidence, that before a waiver, that before a pass.</summary>
    public RuleOutcome Worst => Rules.Select(one => one.Rule.Outcome).MinBy(Rank);

    private static int Rank(RuleOutcome outcome) =>
        outcome switch
        {
            RuleOutcome.Fail => 0,
            RuleOutcome.NotEvaluated => 1,
            RuleOutcome.Waived => 2,
            RuleOutcome.Pass => 3,
            RuleOutcome.NotApplicable => 4,
            _ => 5,
        };
}

/// <summary>Controls of other frameworks, and what this run can say for them.</summary>
internal static class ControlsSheet
{
    public static TableSheet<ControlRow> Of(AuditResult result) =>
        new(
            "Controls",
            Cell.Text(
                "The outcome of a rule supports evidence for a control; whether the control holds is for the auditor to say. "
                    + "A rule that is off says nothing."
            ),
            [
                new("Framework", 30, row => Cell.Text(row.Control.Framework)),
                new("Control", 16, row => Cell.Text(row.Control.Id)),
                new("Title", 60, row => Cell.Prose(row.Control.Title), ColumnKind.Prose),
                new("Outcome", 16, row => Cell.Word(row.Worst)),
                new("Findings", 9, row => Cell.Figure(Findings(row)), ColumnKind.Figure),
                new("Rules", 44, row => Cell.Prose(row.Rules.Select(Line)), ColumnKind.Prose),
                new("Relation", 36, row => Cell.Prose(row.Rules.Select(Relation)), ColumnKind.Prose),
                new("Text", 60, row => Cell.Prose(row.Control.Url), ColumnKind.Prose),
            ],
            [.. ControlEvidence.Of(result).Select(one => new ControlRow(one.Control, one.Rules))]
        )
        {
            FrozenColumns = 2,
            Highlights =
            [
                Highlight.Bold("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Fail)}\""),
                Highlight.Quiet("Outcome", $"[Outcome]=\"{Say.Word(RuleOutcome.Off)}\""),
                Highlight.HatchWhereNotEvaluated("Outcome"),
            ],
        };

    private static int Findings(ControlRow row) => row.Rules.Sum(one => one.Rule.Counts.Findings);

    private static string Line((RuleResult Rule, string Relation) one) =>
        $"{one.Rule.Id} {one.Rule.Name}: {Say.Word(one.Rule.Outcome).ToLowerInvariant()}";

    private static string Relation((RuleResult Rule, string Relation) one) => $"{one.Rule.Id} {one.Relation}";
}
