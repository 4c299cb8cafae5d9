using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>The runs from which the roll-up was made, and the hashes by which each can be checked.</summary>
internal static class FleetProvenanceSection
{
    private const int DigitsOfLine = 32;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Tenant", 166),
        new("Run and snapshot", 104),
        new("SHA-256 of result.json", 190),
    ];

    public static Section Of(FleetFacts fleet, int mostRows) =>
        new(
            "provenance",
            "Provenance",
            "What the roll-up was made from. Each run lies in a folder of its own, with a manifest.json that names the hash of every file.",
            [
                new DataTable(
                    Title: null,
                    Columns,
                    [
                        .. fleet
                            .Scanned.OrderBy(tenant => tenant.Alias, StringComparer.Ordinal)
                            .Take(mostRows)
                            .Select(Row),
                    ],
                    "No tenant was scanned."
                )
                {
                    IsDense = true,
                    Left = Math.Max(0, fleet.Scanned.Length - mostRows),
                    Sheet = "Provenance",
                },
            ]
        );

    private static TableRow Row(TenantSummary tenant)
    {
        var figures = tenant.Figures!;
        return new([
            Rich.Stack(Rich.Name(tenant.Alias), Rich.Line(new IdRun(tenant.Tenant.ToString("D"), Tone.Quiet))),
            Rich.Stack(
                Rich.Line(new IdRun(figures.RunId)),
                Rich.Line(new IdRun(Say.Moment(figures.TakenAt), Tone.Quiet))
            ),
            Rich.Stack(
                Rich.Line(new IdRun(figures.ResultHash[..DigitsOfLine], Tone.Quiet)),
                Rich.Line(new IdRun(figures.ResultHash[DigitsOfLine..], Tone.Quiet))
            ),
        ]);
    }
}
