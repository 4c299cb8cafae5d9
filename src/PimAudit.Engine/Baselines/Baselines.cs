using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What an update did to a baseline.</summary>
/// <param name="After">The baseline as it is to be kept.</param>
/// <param name="Added">Findings that it did not hold.</param>
/// <param name="Risen">Findings that it now accepts at a higher severity.</param>
/// <param name="Eased">Findings that it now accepts at a lower severity only.</param>
/// <param name="Resolved">Gone, and judged with complete data: left out.</param>
/// <param name="Waived">Under a waiver now: left out, so that they are new when the waiver ends.</param>
/// <param name="NotConfirmed">Gone, but nobody could look: kept.</param>
public sealed record BaselineUpdate(
    Baseline After,
    ImmutableArray<BaselinedFinding> Added,
    ImmutableArray<BaselinedFinding> Risen,
    ImmutableArray<BaselinedFinding> Eased,
    ImmutableArray<BaselinedFinding> Resolved,
    ImmutableArray<BaselinedFinding> Waived,
    ImmutableArray<BaselinedFinding> NotConfirmed
);

/// <summary>Makes baselines of results.</summary>
public static class Baselines
{
    /// <summary>Texts are for people and end here; they decide nothing.</summary>
    private const int LongestText = 1_000;

    /// <summary>Accepts the open findings of a result; waived and resolved ones are not accepted.</summary>
    public static Baseline Of(AuditResult result) =>
        With(result, result.Findings.Where(IsOpen).Select(finding => Entry(finding, DayOf(result))));

    /// <param name="before">Of the same tenant.</param>
    public static BaselineUpdate Update(Baseline before, AuditResult result)
    {
        var today = result
            .Findings.Where(finding => finding.NotConfirmed is null && finding.Status is not FindingStatus.Resolved)
            .ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
        var known = before.Findings.ToDictionary(one => one.Fingerprint, StringComparer.Ordinal);
        var open = today
            .Values.Where(IsOpen)
            .Select(finding => (Old: known.GetValueOrDefault(finding.Fingerprint), New: Entry(finding, DayOf(result))))
            .ToList();
        var gone = before.Findings.Where(one => !today.ContainsKey(one.Fingerprint)).ToLookup(Doubts(result));
        return new(
            With(result, open.Select(Accepted).Concat(gone[true])),
            [.. open.Where(pair => pair.Old is null).Select(pair => pair.New)],
            [.. open.Where(pair => pair.Old?.Severity < pair.New.Severity).Select(pair => pair.New)],
            [.. open.Where(pair => pair.Old?.Severity > pair.New.Severity).Select(pair => pair.New)],
            [.. gone[false]],
            [
                .. before.Findings.Where(one =>
                    today.GetValueOrDefault(one.Fingerprint) is { Status: FindingStatus.Waived }
                ),
            ],
            [.. gone[true]]
        );
    }

    /// <summary>A fingerprint says which finding is meant, so it must be the one of its tenant, rule and identity.</summary>
    /// <returns>What is wrong with the first such entry; null when all fit.</returns>
    public static string? Problem(Baseline baseline) =>
        baseline.Findings.FirstOrDefault(one => !Fits(baseline.TenantId, one)) is { } odd
            ? $"The fingerprint {odd.Fingerprint[..8]} of {odd.RuleId} does not belong to the identity beside it."
            : null;

    public static BaselineInfo Info(Baseline baseline) =>
        new(ContentHash.Of(baseline), baseline.Profile, baseline.TakenAt, baseline.RunId, baseline.Findings.Length);

    private static bool Fits(Guid tenant, BaselinedFinding one) =>
        string.Equals(
            one.Fingerprint,
            Fingerprint.Of(tenant, one.RuleId, one.Subject, Fingerprint.IdentityOf(one.Subject, one.Identity)),
            StringComparison.Ordinal
        );

    /// <summary>The day of acceptance stays, unless it is accepted anew at a higher severity.</summary>
    private static BaselinedFinding Accepted((BaselinedFinding? Old, BaselinedFinding New) pair) =>
        pair.Old is { } old && old.Severity >= pair.New.Severity ? pair.New with { Since = old.Since } : pair.New;

    /// <summary>
    /// The comparison of that run knows what met each rule; a finding that it did not compare is only resolved where the rule
    /// was blind for nothing.
    /// </summary>
    private static Func<BaselinedFinding, bool> Doubts(AuditResult result)
    {
        var resolved = result
            .Findings.Where(finding => finding.Status is FindingStatus.Resolved)
            .Select(finding => finding.Fingerprint)
            .ToHashSet(StringComparer.Ordinal);
        var rules = result
            .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return one => !resolved.Contains(one.Fingerprint) && WaiverReview.Doubt(rules, one.RuleId) is not null;
    }

    private static Baseline With(AuditResult result, IEnumerable<BaselinedFinding> findings) =>
        new()
        {
            TenantId = result.Tenant.Id,
            Profile = result.Profiles[0].Name,
            TakenAt = result.Snapshot.TakenAt,
            RunId = result.Run.Id,
            Findings =
            [
                .. findings
                    .OrderBy(one => one.RuleId, StringComparer.Ordinal)
                    .ThenBy(one => one.Subject.Id, StringComparer.Ordinal)
                    .ThenBy(one => one.Fingerprint, StringComparer.Ordinal),
            ],
        };

    private static bool IsOpen(Finding finding) => finding.Status is FindingStatus.Open or FindingStatus.New;

    private static DateOnly DayOf(AuditResult result) => WaiverDesk.Day(result.Snapshot.TakenAt);

    private static BaselinedFinding Entry(Finding finding, DateOnly since) =>
        new(
            finding.Fingerprint,
            finding.RuleId,
            finding.RuleName,
            finding.Severity,
            Short(finding.Subject),
            [.. finding.Identity.Select(Short)],
            finding.Role is null ? null : Short(finding.Role),
            finding.Scope,
            Short(finding.Title),
            Short(finding.Observed),
            Short(finding.Expected),
            since
        );

    private static ObjectRef Short(ObjectRef one) =>
        one.DisplayName is { Length: > LongestText } ? one with { DisplayName = Short(one.DisplayName) } : one;

    /// <summary>Never between the halves of a character.</summary>
    private static string Short(string text) =>
        text.Length <= LongestText ? text
        : char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)]
        : text[..LongestText];
}
