using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Sarif.Log;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Sarif;

/// <summary>The findings of a result as SARIF's results.</summary>
internal sealed class SarifResults(AuditResult result)
{
    /// <summary>Name of the fingerprint among the partial ones; the number rises when the way of making it changes.</summary>
    public const string FingerprintName = "pimaudit/v1";

    /// <summary>The file that every result points into: the evidence behind it.</summary>
    public static readonly SarifArtifactLocation ResultFile = new("result.json", 0);

    private readonly bool isCompared = Outcomes.IsCompared(result);
    private readonly Dictionary<string, int> places = result
        .Rules.Index()
        .DistinctBy(pair => pair.Item.Id, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    public IEnumerable<SarifResult> All => result.Findings.Select(Of);

    private SarifResult Of(Finding finding) =>
        new(
            VisibleText.Of(finding.RuleId),
            places.TryGetValue(finding.RuleId, out var place) ? place : null,
            "fail",
            SarifLevels.Of(finding.Severity),
            SarifLevels.Rank(finding.Severity),
            SarifMessages.Of($"{finding.Title}. Observed: {finding.Observed}. Expected: {finding.Expected}."),
            [new(new(ResultFile), Places(finding))],
            new Dictionary<string, string>(StringComparer.Ordinal) { [FingerprintName] = finding.Fingerprint },
            isCompared ? StateOf(finding) : null,
            finding.WaivedUntil is { } until ? [Suppression(finding, until)] : null,
            Properties(finding)
        );

    /// <summary>The subject, then what else makes the identity of the finding.</summary>
    private SarifLogicalLocation[] Places(Finding finding) =>
        [
            .. finding
                .Identity.Where(part => !part.IsSame(finding.Subject))
                .Prepend(finding.Subject)
                .Select(part => new SarifLogicalLocation(
                    part.DisplayName is { } name ? VisibleText.Of(name) : null,
                    VisibleText.Of($"{result.Tenant.Id:D}/{part.Key}"),
                    SarifLevels.Word(part.Kind)
                )),
        ];

    /// <summary>
    /// One that could not be looked at again counts as unchanged: it stays open. Only a baseline tells whether a waived one
    /// was known.
    /// </summary>
    private string StateOf(Finding finding) =>
        finding.Status switch
        {
            FindingStatus.Resolved => "absent",
            FindingStatus.New => "new",
            _ => result.Baseline is not null && finding.BaselinedAs is null ? "new" : "unchanged",
        };

    private SarifSuppression Suppression(Finding finding, DateOnly until)
    {
        var waiver = result.Waivers.FirstOrDefault(row => Covers(row, finding, until));
        return new(
            "external",
            "accepted",
            VisibleText.Of(waiver?.Reason ?? "A waiver covers it."),
            new(
                waiver is null ? null : VisibleText.Of(waiver.ApprovedBy),
                until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            )
        );
    }

    private static bool Covers(WaiverRow waiver, Finding finding, DateOnly until) =>
        waiver.State is WaiverState.Used
        && waiver.Expires == until
        && waiver.RuleId == finding.RuleId
        && waiver.Targets.All(target =>
            finding.Identity.Any(part =>
                string.Equals(part.Id, target, StringComparison.OrdinalIgnoreCase)
                || string.Equals(part.Key, target, StringComparison.OrdinalIgnoreCase)
            )
        );

    private static SarifResultProperties Properties(Finding finding) =>
        new(
            SarifLevels.Word(finding.Severity),
            Outcomes.Status(finding),
            VisibleText.Of(finding.Observed),
            VisibleText.Of(finding.Expected),
            VisibleText.Of(finding.Why),
            VisibleText.Of(finding.Source),
            Shown(finding.Role?.Id),
            Shown(finding.Role?.DisplayName),
            Shown(finding.Scope),
            Shown(finding.Owner),
            finding.BaselinedAs is { } before ? SarifLevels.Word(before) : null,
            Shown(finding.NotConfirmed),
            [.. finding.Fix.Steps.Select(VisibleText.Of)],
            finding.Fix.Command is { } command ? [.. command.Split('\n').Select(VisibleText.Of)] : null,
            [.. finding.Evidence.Select(row => VisibleText.Of($"{SarifLevels.Word(row.Part)} {row.Id}"))]
        );

    private static string? Shown(string? text) => text is null ? null : VisibleText.Of(text);
}
