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

    /// <summary>Rules that did not pass, with what they did.</summary>
    public IEnumerable<string> NotPassed => Others(RuleOutcome.Pass);

    /// <summary>Rules that neither passed nor found anything, with what they did.</summary>
    public IEnumerable<string> NotJudged => Others(RuleOutcome.Pass, RuleOutcome.Fail);

    /// <summary>Rules that had the evidence, with what they did.</summary>
    public IEnumerable<string> Evaluated => Others(RuleOutcome.NotEvaluated);

    /// <summary>Ids of the rules that ran, in order.</summary>
    public IEnumerable<string> RuleIds => Result.Rules.Select(rule => rule.Id);

    private IEnumerable<string> Others(params RuleOutcome[] left) =>
        Result.Rules.Where(rule => !left.Contains(rule.Outcome)).Select(rule => $"{rule.Id} {rule.Outcome}");

    /// <summary>Rules that could not judge, or not everything.</summary>
    public IEnumerable<string> Blind =>
        Result
            .Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated || rule.Counts.Blind > 0)
            .Select(rule => rule.Id);

    /// <summary>Parts that did not arrive whole.</summary>
    public IEnumerable<SnapshotParts> Missing =>
        Result.Coverage.Where(row => row.Status is not PartStatus.Complete).Select(row => row.Part);

    /// <summary>Ids of the objects for which a part is missing.</summary>
    public IEnumerable<string> GapsOf(SnapshotParts part) => Snapshot.Collection[part].Gaps.Select(gap => gap.ObjectId);

    public ExitCode Exit => Outcome.Of(Result, Threshold.Default).Code;

    /// <summary>The rule of each finding.</summary>
    public IEnumerable<string> FindingsOfRules => Result.Findings.Select(finding => finding.RuleId);

    /// <summary>Findings that the whole tenant did not have, or not as heavy.</summary>
    public IEnumerable<string> NewSince(Audited whole)
    {
        var known = whole.Result.Findings.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return Result.Findings.Where(finding => !known.Contains(KeyOf(finding))).Select(Line);
    }

    /// <summary>Findings of the whole tenant that went away although their rule does not say that it is blind.</summary>
    public IEnumerable<string> LostSince(Audited whole)
    {
        var left = Result.Findings.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var blind = Blind.ToHashSet(StringComparer.Ordinal);
        return whole
            .Result.Findings.Where(finding => !left.Contains(KeyOf(finding)) && !blind.Contains(finding.RuleId))
            .Select(Line);
    }

    /// <summary>Rules that found something in the whole tenant and now have nothing against it.</summary>
    public IEnumerable<string> HealedSince(Audited whole) =>
        whole
            .Result.Rules.Where(rule => rule.Outcome is RuleOutcome.Fail or RuleOutcome.Waived)
            .Select(rule => Rule(rule.Id))
            .Where(rule => rule.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable)
            .Select(rule => rule.Id);

    public RuleResult Rule(string id) =>
        Result.Rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    private static string KeyOf(Finding finding) => $"{finding.Severity} {finding.Fingerprint}";

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
