using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Fleet;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Tests.Fleet;

/// <summary>Made-up tenants: every tenth was not scanned, every seventh lacks evidence, every third has findings.</summary>
internal static class SampleFleet
{
    public const string Hostile = "<script>alert(1)</script> =cmd|'/c calc'!A1 \u202Eevil";

    private static readonly FleetRule[] Rules =
    [
        new("PIM101", "User holds a role permanently, without activation", Severity.Critical),
        new("PIM204", "Role can be activated for longer than the profile allows", Severity.Medium),
    ];

    public static FleetRollUp Of(int tenants) =>
        RollUps.Of(SampleIds.TakenAt, "0.1.0", Rules, Enumerable.Range(0, tenants).Select(Tenant));

    public static string Alias(int number) => string.Create(CultureInfo.InvariantCulture, $"tenant-{number:000}");

    private static TenantSummary Tenant(int number)
    {
        var id = new Guid(number + 1, 0, 0, new byte[8]);
        if (number % 10 == 9)
            return TenantSummaries.NotScanned(
                Alias(number),
                id,
                4,
                $"Refused.\n{Hostile}\nNothing is known.\nConsent."
            );

        var findings = number % 3 == 0 ? number + 1 : 0;
        var blind = number % 7 == 6 ? 2 : 0;
        return new(
            Alias(number),
            id,
            findings > 0 ? 1 : 0,
            WhyNot: null,
            new(
                "0123456789abcdef",
                $"{Alias(number)}/20261129T023012Z",
                SampleIds.Hash(Alias(number)),
                SampleIds.Hash($"snapshot of {Alias(number)}"),
                SampleIds.TakenAt,
                "best-practices",
                findings > 0 ? "Action needed" : "In order",
                [
                    .. Outcomes.Severities.Select(severity => new SeverityTally(
                        severity,
                        severity is Severity.High ? findings : 0
                    )),
                ],
                Waived: 0,
                IsComplete: blind == 0,
                Parts: 40,
                PartsRead: 40 - blind,
                Requests: 35,
                Changes: null,
                [
                    new("PIM101", findings > 0 ? RuleOutcome.Fail : RuleOutcome.Pass, findings, 0),
                    new("PIM204", blind > 0 ? RuleOutcome.NotEvaluated : RuleOutcome.Pass, 0, blind),
                ]
            )
        );
    }
}
