using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Lays the findings of a run beside those of a baseline.</summary>
internal sealed class BaselineComparison(Baseline baseline, AuditPlan plan, Silence silence)
{
    private readonly Dictionary<string, BaselinedFinding> known = baseline.Findings.ToDictionary(
        one => one.Fingerprint,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, PlannedRule> rules = plan.Rules.ToDictionary(
        rule => rule.Id,
        StringComparer.Ordinal
    );

    /// <summary>A waived finding is neither new nor open; one whose severity rose is new.</summary>
    public Finding Compare(Finding finding)
    {
        var entry = known.GetValueOrDefault(finding.Fingerprint);
        var before = entry?.Severity;
        return finding with
        {
            BaselinedAs = before,
            FirstSeen = entry?.Since,
            Status =
                finding.Status is FindingStatus.Waived ? FindingStatus.Waived
                : before is null || finding.Severity > before ? FindingStatus.New
                : FindingStatus.Open,
        };
    }

    /// <summary>Baselined findings that the run did not find: resolved, or open because nobody could look.</summary>
    public IEnumerable<Finding> Gone(IEnumerable<Finding> found)
    {
        var here = found.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return baseline.Findings.Where(one => !here.Contains(one.Fingerprint)).Select(Gone);
    }

    private Finding Gone(BaselinedFinding one)
    {
        var doubt = silence.About(one.RuleId, one.Subject, one.Identity);
        var rule = rules.GetValueOrDefault(one.RuleId);
        return new(
            one.RuleId,
            one.RuleName,
            plan.Profile.Name,
            one.Fingerprint,
            one.Severity,
            doubt is null ? FindingStatus.Resolved : FindingStatus.Open,
            one.Subject,
            one.Identity,
            Related: [],
            one.Role,
            one.Scope,
            Path: [],
            one.Title,
            one.Observed,
            one.Expected,
            rule?.Rule.Info.Why ?? "The rule that found it is not part of this run.",
            rule?.Source ?? rule?.Rule.Info.Source ?? "the baseline",
            Evidence: [],
            doubt is null ? new([]) : Unconfirmed,
            Owners.Of(plan.Owners, one.RuleId, one.Identity),
            WaivedUntil: null
        )
        {
            BaselinedAs = one.Severity,
            FirstSeen = one.Since,
            NotConfirmed = doubt?.Detail,
        };
    }

    /// <summary>What is left to do about a finding that nobody could look at again.</summary>
    internal static Fix Unconfirmed { get; } =
        new([
            "Cure what is missing: the coverage of this report says what, why and how.",
            "Run again; only then is the finding confirmed, or resolved.",
        ]);
}
