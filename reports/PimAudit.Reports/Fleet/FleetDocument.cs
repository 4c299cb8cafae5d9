using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Fleet.Sections;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet;

/// <summary>What a roll-up says and in which order.</summary>
internal static class FleetDocument
{
    /// <param name="mostRows">Of a table with a row for each tenant; the workbook has all.</param>
    public static ReportDocument Of(FleetFacts fleet, int mostRows)
    {
        Section?[] sections =
        [
            FleetSummarySection.Of(fleet),
            NotScannedSection.Of(fleet, mostRows),
            TenantsSection.Of(fleet, mostRows),
            FleetRulesSection.Of(fleet),
            FleetCoverageSection.Of(fleet, mostRows),
            FleetProvenanceSection.Of(fleet, mostRows),
        ];
        return new(HeadOf(fleet), [.. sections.OfType<Section>()])
        {
            Tenants = new([.. fleet.RollUp.Tenants.Select(MarkOf)]),
        };
    }

    private static DocumentHead HeadOf(FleetFacts fleet) =>
        new(
            "Privileged access, all tenants",
            Say.Count(fleet.RollUp.Tenants.Length, "tenant"),
            $"as of {Say.Day(fleet.RollUp.At)}",
            fleet.Report.Classification,
            fleet.Id,
            Say.Moment(fleet.RollUp.At),
            fleet.Profiles,
            FleetVerdict.Of(fleet),
            FleetVerdict.Coverage(fleet),
            fleet.IsComplete,
            [.. Outcomes.Severities.Select(severity => (severity, fleet.Count(severity)))],
            [
                new("Tenants", Digits.Of(fleet.RollUp.Tenants.Length)),
                new("Scanned", Digits.Of(fleet.Scanned.Length)),
                new("Not scanned", Digits.Of(fleet.NotScanned.Length)),
                new("Profile", fleet.Profiles),
                new("Roll-up", Rich.Line(new IdRun(fleet.Id))),
                new("Tool", $"PimAudit {fleet.RollUp.ToolVersion}"),
            ],
            fleet.Report.ResultSha256
        )
        {
            HashedFile = FleetRollUp.FileName,
            Content = "names no person",
            Gap = GapOf(fleet),
        };

    private static Rich GapOf(FleetFacts fleet) =>
        fleet.IsComplete
            ? Rich.Nothing
            : Rich.Line(
                new TextRun(
                    fleet.NotScanned.IsEmpty
                        ? $"Evidence is missing in {Say.Count(fleet.Incomplete.Length, "tenant")}, see "
                        : $"Nothing is known about {Say.Count(fleet.NotScanned.Length, "tenant")}, see "
                ),
                fleet.NotScanned.IsEmpty
                    ? new LinkRun("Coverage", Anchors.Coverage)
                    : new LinkRun("Not scanned", NotScannedSection.Anchor),
                new TextRun(".")
            );

    private static TenantMark MarkOf(TenantSummary tenant) =>
        tenant.Figures is not { } figures ? new(RuleOutcome.NotEvaluated, Worst: null)
        : figures.Open.FirstOrDefault(one => one.Count > 0) is { } worst ? new(RuleOutcome.Fail, worst.Severity)
        : new(figures.IsComplete ? RuleOutcome.Pass : RuleOutcome.NotApplicable, Worst: null);
}
