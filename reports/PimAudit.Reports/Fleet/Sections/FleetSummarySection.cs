using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>Everything on one page: verdict, figures, severities, the worst tenants and the rules that fail most.</summary>
internal static class FleetSummarySection
{
    private const int Most = 10;
    private const float Narrow = 0.66f;
    private const float Half = 0.5f;

    public static Section Of(FleetFacts fleet) =>
        new(
            Anchors.Summary,
            "Summary",
            "What the tenants look like together. A tenant that was not scanned is never counted as one in order.",
            [
                new Beside(
                    new VerdictBlock(FleetVerdict.Of(fleet), FleetVerdict.Sentences(fleet)),
                    Figures(fleet),
                    Narrow
                ),
                new SeverityChart(
                    "Open findings by severity",
                    [
                        .. Outcomes.Severities.Select(severity => new SeverityCount(
                            severity,
                            fleet.Count(severity),
                            New: null
                        )),
                    ],
                    fleet.Scanned.IsEmpty
                        ? "No tenant was scanned; the empty bar says nothing about any."
                        : $"No open finding in the {Say.Count(fleet.Scanned.Length, "tenant")} scanned."
                ),
                new Beside(Worst(fleet), Failing(fleet), Half),
            ]
        )
        {
            Place = SectionPlace.OnePage,
        };

    private static KeyFigures Figures(FleetFacts fleet)
    {
        var all = $"/ {Digits.Of(fleet.RollUp.Tenants.Length)}";
        return new([
            new(Digits.Of(fleet.Scanned.Length), all, "tenants scanned,", $"{Digits.Of(fleet.NotScanned.Length)} not"),
            new(Digits.Of(fleet.NeedAction), "", "tenants need action,", "critical or high"),
            new(Digits.Of(fleet.Open), "", "open findings,", "in all tenants"),
            new(Digits.Of(fleet.Incomplete.Length), "", "lack evidence,", "of those scanned"),
        ]);
    }

    private static DataTable Worst(FleetFacts fleet) =>
        new(
            Title: null,
            [new("Worst tenants", 138), new("critical", 44, IsFigure: true), new("high", 44, IsFigure: true)],
            [
                .. fleet
                    .Scanned.Where(tenant => tenant.Figures!.Open.Any(one => one.Count > 0))
                    .Take(Most)
                    .Select(tenant => new TableRow([
                        Rich.Name(tenant.Alias),
                        Digits.Of(RollUps.Count(tenant, Severity.Critical)),
                        Digits.Of(RollUps.Count(tenant, Severity.High)),
                    ])),
            ],
            "No tenant that was scanned has an open finding."
        )
        {
            IsDense = true,
        };

    private static DataTable Failing(FleetFacts fleet) =>
        new(
            Title: null,
            [new("Rules that fail most", 178), new("tenants", 48, IsFigure: true)],
            [
                .. fleet
                    .Rules.Where(rule => rule.Failing > 0)
                    .Take(Most)
                    .Select(rule => new TableRow([
                        Rich.Line(
                            new SeverityRun(rule.Rule.Severity, IsNamed: false),
                            new TextRun($"{rule.Rule.Id} {rule.Rule.Title}")
                        ),
                        Digits.Of(rule.Failing),
                    ])),
            ],
            "No rule fails in a tenant that was scanned."
        )
        {
            IsDense = true,
        };
}
