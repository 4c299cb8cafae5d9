using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Junit;

/// <summary>A rule as a test. One that could not judge is an error, whatever it found; only a pass says nothing.</summary>
/// <param name="Open">Each is a failure, a baselined one too: accepted is not mended.</param>
/// <param name="Error">Why it could not judge, or not everything; null when it could.</param>
/// <param name="Skipped">Why there is no verdict although nothing failed; null when there is one.</param>
/// <param name="Aside">Findings that are no failures: waived and resolved ones; null without any.</param>
internal sealed record TestCase(
    RuleResult Rule,
    ImmutableArray<Finding> Open,
    string? Error,
    string? Skipped,
    string? Aside
)
{
    /// <summary>By rule, in the order of the result.</summary>
    public static IReadOnlyList<TestCase> Of(AuditResult result)
    {
        var findings = result.Findings.ToLookup(finding => finding.RuleId, StringComparer.Ordinal);
        return [.. result.Rules.Select(rule => Of(rule, [.. findings[rule.Id]]))];
    }

    private static TestCase Of(RuleResult rule, ImmutableArray<Finding> findings)
    {
        ImmutableArray<Finding> open = [.. findings.Where(Outcomes.IsOpen)];
        var error = Unseen.IsUnsure(rule) ? Unseen.Why(rule) : null;
        var skipped = open.IsEmpty && error is null ? Reason(rule) : null;
        var aside = string.Join("; ", findings.Where(finding => !Outcomes.IsOpen(finding)).Select(Line));
        return new(rule, open, error, skipped, aside.Length == 0 ? null : aside);
    }

    private static string? Reason(RuleResult rule) =>
        rule.Outcome switch
        {
            RuleOutcome.Off => Unseen.WhyOff(rule),
            RuleOutcome.NotApplicable => "not applicable: everything was read, and there is nothing to judge.",
            RuleOutcome.Waived => $"waived: {Say.Count(rule.Counts.Waived, "finding")} under a valid waiver.",
            _ => null,
        };

    private static string Line(Finding finding) => $"{Outcomes.Status(finding)}: {finding.Title} ({finding.ShortId})";
}
