using System.Collections.Immutable;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>Each rule over all tenants: where it fails, where it passes, where it could not look.</summary>
internal static class FleetRulesSection
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Rule", 214),
        new("Failing", 40, IsFigure: true),
        new("Passing", 40, IsFigure: true),
        new("Blind", 40, IsFigure: true),
        new("Waived", 40, IsFigure: true),
        new("Nothing to judge", 46, IsFigure: true),
        new("Findings", 44, IsFigure: true),
    ];

    public static Section Of(FleetFacts fleet) =>
        new(
            "rules",
            "Rules",
            "In how many tenants each rule fails, passes or is blind. Blind is not passing; tenants that were not scanned are in no column.",
            [
                new DataTable(
                    Title: null,
                    Columns,
                    [.. fleet.Rules.Select(Row)],
                    "No tenant was scanned, so no rule was judged."
                )
                {
                    IsDense = true,
                },
            ]
        );

    private static TableRow Row(RuleAcross rule) =>
        new([
            Rich.Line(
                new SeverityRun(rule.Rule.Severity, IsNamed: false),
                new TextRun($"{rule.Rule.Id} {rule.Rule.Title}")
            ),
            new TableCell(Digits.Of(rule.Failing), rule.Failing > 0 ? rule.Rule.Severity : null),
            Digits.Of(rule.Passing),
            Rich.Line(new TextRun(Digits.Of(rule.Blind), rule.Blind > 0 ? Tone.Strong : Tone.Plain)),
            Digits.Of(rule.Waived),
            Digits.Of(rule.Idle),
            Digits.Of(rule.Findings),
        ]);
}
