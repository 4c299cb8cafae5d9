using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet.Sections;

/// <summary>Tenant by severity, those that were not scanned first, then the worst.</summary>
internal static class TenantsSection
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Tenant", 122),
        new("Verdict", 92),
        .. Outcomes.Severities.Select(severity => new TableColumn(Say.Word(severity), 34, IsFigure: true)),
        new("Rules", 40, IsFigure: true),
        new("Snapshot", 50),
    ];

    public static Section Of(FleetFacts fleet, int mostRows)
    {
        var tenants = fleet.RollUp.Tenants;
        return new(
            "tenants",
            "Tenants",
            "Open findings by severity, rules evaluated of those that are on, and the day of the snapshot.",
            [
                new DataTable(Title: null, Columns, [.. tenants.Take(mostRows).Select(Row)], "The list is empty.")
                {
                    IsDense = true,
                    Left = Math.Max(0, tenants.Length - mostRows),
                    Sheet = "Tenants",
                },
            ]
        );
    }

    private static TableRow Row(TenantSummary tenant)
    {
        var name = Rich.Name(tenant.Alias);
        if (tenant.Figures is not { } figures)
            return new([name, $"Not scanned: {WhyNot.Of(tenant).Failed}"], RowKind.Unread);

        return new([
            name,
            Rich.Of(figures.Verdict, Tone.Quiet),
            .. figures.Open.Select(one => new TableCell(
                Digits.Of(one.Count),
                one is { Count: > 0, Severity: >= Severity.High } ? one.Severity : null
            )),
            Rich.Line(
                new TextRun(
                    $"{Digits.Of(FleetFacts.Evaluated(figures))} / {Digits.Of(FleetFacts.On(figures))}",
                    figures.IsComplete ? Tone.Plain : Tone.Strong
                )
            ),
            Rich.Line(new IdRun(Say.Day(figures.TakenAt), Tone.Quiet)),
        ]);
    }
}
