using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>The tenants about which nothing is known, with what was seen and what to do.</summary>
internal static class NotScannedSection
{
    public const string Anchor = "not-scanned";

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Tenant", 150),
        new("What failed", 160),
        new("What to do", 158),
    ];

    /// <returns>Null when every tenant was scanned.</returns>
    public static Section? Of(FleetFacts fleet, int mostRows) =>
        fleet.NotScanned.IsEmpty
            ? null
            : new(
                Anchor,
                "Not scanned",
                "Nothing is known about these tenants. They are neither in order nor out of order.",
                [
                    new DataTable(Title: null, Columns, [.. fleet.NotScanned.Take(mostRows).Select(Row)], "None.")
                    {
                        Left = Math.Max(0, fleet.NotScanned.Length - mostRows),
                        Sheet = "Not scanned",
                    },
                ]
            )
            {
                Place = SectionPlace.RunsOn,
            };

    private static TableRow Row(TenantSummary tenant)
    {
        var why = WhyNot.Of(tenant);
        return new([
            Rich.Stack(
                Rich.Line(
                    new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false),
                    new TextRun(tenant.Alias, Tone.Strong) { IsName = true }
                ),
                Rich.Line(new IdRun(tenant.Tenant.ToString("D"), Tone.Quiet))
            ),
            Rich.Stack(Rich.Of(why.Failed), Rich.Of(why.Seen, Tone.Quiet)),
            why.Remedy,
        ]);
    }
}
