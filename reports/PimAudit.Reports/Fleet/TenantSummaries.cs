using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet;

/// <summary>Makes of a result the few numbers that a roll-up needs: the result itself can be let go.</summary>
public static class TenantSummaries
{
    /// <param name="folder">Relative to the folder of all tenants; null when the run lies elsewhere.</param>
    /// <param name="resultHash">SHA-256 of <c>result.json</c>, 64 hex digits.</param>
    public static TenantSummary Of(string alias, AuditResult result, int exitCode, string? folder, string resultHash) =>
        new(alias, result.Tenant.Id, exitCode, WhyNot: null, FiguresOf(result, folder, resultHash));

    /// <param name="whyNot">What failed, what was seen, what it costs, what to do, a line each.</param>
    public static TenantSummary NotScanned(string alias, Guid tenant, int exitCode, string whyNot) =>
        new(alias, tenant, exitCode, whyNot, Figures: null);

    /// <summary>The rules of results, each once, by id.</summary>
    public static IEnumerable<FleetRule> RulesOf(AuditResult result) =>
        result
            .Rules.Where(rule => rule.Outcome is not RuleOutcome.Off)
            .Select(rule => new FleetRule(rule.Id, rule.Title, rule.Severity));

    private static TenantFigures FiguresOf(AuditResult result, string? folder, string resultHash)
    {
        var open = Outcomes.Open(result).CountBy(finding => finding.RuleId, StringComparer.Ordinal).ToDictionary();
        var asked = result.Coverage.Where(row => !Outcomes.IsLeftOut(row)).ToList();
        return new(
            result.Run.Id,
            folder,
            resultHash,
            result.Snapshot.Hash,
            result.Snapshot.TakenAt,
            result.Profiles is [var profile, ..] ? profile.Name : "none",
            Verdict.Of(result),
            [.. Outcomes.Severities.Select(severity => new SeverityTally(severity, Outcomes.Count(result, severity)))],
            result.Findings.Count(finding => finding.Status is FindingStatus.Waived),
            Outcomes.IsComplete(result),
            asked.Count,
            asked.Count(row => row.Status is PartStatus.Complete),
            result.Snapshot.Collection.Requests,
            Outcomes.IsCompared(result) ? ChangesOf(result) : null,
            [
                .. result
                    .Rules.Where(rule => rule.Outcome is not RuleOutcome.Off)
                    .Select(rule => new RuleTally(
                        rule.Id,
                        rule.Outcome,
                        open.GetValueOrDefault(rule.Id),
                        rule.Counts.Blind
                    ))
                    .OrderBy(rule => rule.Id, StringComparer.Ordinal),
            ]
        );
    }

    private static ChangeTally ChangesOf(AuditResult result)
    {
        var compared = Outcomes.Compared(result);
        return new(compared.New, compared.Resolved, result.Changes.Length);
    }
}
