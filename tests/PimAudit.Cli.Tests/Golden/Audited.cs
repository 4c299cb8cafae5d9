using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>What one audit brought, in lines that a person can write by hand.</summary>
internal sealed record Audited(TenantSnapshot Snapshot, AuditResult Result)
{
    /// <summary>
    /// Rule, severity, subject and what else the identity holds, by kind: <c>PIM101 High: Freya Nielsen | Exchange
    /// Administrator | /</c>; a waived one ends in <c>(waived)</c>.
    /// </summary>
    public IEnumerable<string> Findings => Result.Findings.Select(Line);

    public IEnumerable<string> Outcomes => Result.Rules.Select(rule => $"{rule.Id} {rule.Outcome}");

    /// <summary>Rules that could not judge, or not everything.</summary>
    public IEnumerable<string> Blind =>
        Result
            .Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
            .Select(rule => rule.Id);

    /// <summary>Parts that did not arrive whole.</summary>
    public IEnumerable<SnapshotParts> Missing =>
        Result.Coverage.Where(row => row.Status is not PartStatus.Complete).Select(row => row.Part);

    public ExitCode Exit => Outcome.Of(Result, Threshold.Default).Code;

    public RuleResult Rule(string id) =>
        Result.Rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    private static string Line(Finding finding)
    {
        var others = finding
            .Identity.Where(part => part.Key != finding.Subject.Key)
            .OrderBy(part => part.Kind)
            .ThenBy(part => part.Label, StringComparer.Ordinal)
            .Select(part => part is { Kind: ObjectKind.Scope, Id: "/" } ? "/" : part.Label);
        var waived = finding.Status is FindingStatus.Waived ? " (waived)" : "";
        return $"{finding.RuleId} {finding.Severity}: {string.Join(" | ", others.Prepend(finding.Subject.Label))}{waived}";
    }
}
