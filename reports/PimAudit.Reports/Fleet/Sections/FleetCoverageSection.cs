using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>The scanned tenants in which evidence is missing.</summary>
internal static class FleetCoverageSection
{
    private const int MostRules = 12;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Tenant", 118),
        new("Parts read", 56, IsFigure: true),
        new("Rules evaluated", 66, IsFigure: true),
        new("Blind", 235),
    ];

    public static Section Of(FleetFacts fleet, int mostRows) =>
        new(
            Anchors.Coverage,
            "Coverage",
            "Tenants that were scanned, but not seen as a whole. Their own reports name the cure.",
            [
                new DataTable(
                    Title: null,
                    Columns,
                    [.. fleet.Incomplete.Take(mostRows).Select(Row)],
                    fleet.Scanned.IsEmpty
                        ? "No tenant was scanned."
                        : "Every rule that is on was evaluated in each tenant that was scanned."
                )
                {
                    IsDense = true,
                    Left = Math.Max(0, fleet.Incomplete.Length - mostRows),
                    Sheet = "Coverage",
                },
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };

    private static TableRow Row(TenantSummary tenant)
    {
        var figures = tenant.Figures!;
        var blind = FleetFacts.BlindRules(figures).ToList();
        var more = blind.Count > MostRules ? $" and {Digits.Of(blind.Count - MostRules)} more" : "";
        return new([
            Rich.Name(tenant.Alias),
            $"{Digits.Of(figures.PartsRead)} / {Digits.Of(figures.Parts)}",
            $"{Digits.Of(FleetFacts.Evaluated(figures))} / {Digits.Of(FleetFacts.On(figures))}",
            Rich.Of(string.Join(", ", blind.Take(MostRules)) + more, Tone.Quiet),
        ]);
    }
}
