using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>A line of the document's summary.</summary>
/// <param name="Key">Such as <c>DO-1</c>, as rules cite it.</param>
/// <param name="Text">What holds when the line is kept.</param>
/// <param name="Label">How a finding names the line that it breaks.</param>
public sealed record PracticeLine(string Key, string Text, string Label);

/// <param name="Findings">Open findings of the rules that enforce the line.</param>
/// <param name="Worst">Null without open findings.</param>
public sealed record PracticeState(PracticeLine Line, RuleOutcome Outcome, int Findings, Severity? Worst);

/// <summary>The eleven lines of the document's summary and how the tenant keeps them.</summary>
public static class Practice
{
    public static readonly ImmutableArray<PracticeLine> Do =
    [
        new("DO-1", "Role-assignable groups for all assignments", "Do 1: use role-assignable groups"),
        new("DO-2", "MFA and justification at every activation", "Do 2: require MFA and justification"),
        new("DO-3", "Approval for the highest roles", "Do 3: require approval for the highest roles"),
        new("DO-4", "Activation of 4 to 8 hours", "Do 4: set appropriate durations"),
        new("DO-5", "Two emergency accounts outside PIM", "Do 5: keep two break-glass accounts"),
        new("DO-6", "Quarterly review of eligible assignments", "Do 6: review quarterly"),
    ];

    public static readonly ImmutableArray<PracticeLine> DoNot =
    [
        new("DONT-1", "No role is assigned permanently", "Don't 1: assign roles permanently"),
        new("DONT-2", "No group that is not role-assignable", "Don't 2: use non-role-assignable groups"),
        new("DONT-3", "No mix of Approach 1 and Approach 2", "Don't 3: mix Approach 1 and 2"),
        new("DONT-4", "No nested role-assignable groups", "Don't 4: nest role-assignable groups"),
        new("DONT-5", "No longer activation than necessary", "Don't 5: set durations too long"),
    ];

    public static ImmutableArray<PracticeState> Judge(AuditResult result, ImmutableArray<PracticeLine> lines) =>
        [.. lines.Select(line => Judge(result, line))];

    /// <summary>The lines that a rule cites, in words; the rule's own source where it cites none.</summary>
    public static string Of(RuleResult? rule)
    {
        var keys = Keys(rule?.Practice ?? "");
        var labels = Do.AddRange(DoNot).Where(line => keys.Contains(line.Key)).Select(line => line.Label).ToList();
        return labels.Count > 0 ? string.Join("; ", labels)
            : keys.Contains("ext") || keys.Count == 0 ? "beyond the document"
            : string.Join(", ", keys.Order(StringComparer.Ordinal));
    }

    private static PracticeState Judge(AuditResult result, PracticeLine line)
    {
        var rules = result.Rules.Where(rule => Keys(rule.Practice).Contains(line.Key)).ToList();
        var ids = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var findings = Outcomes.Open(result).Where(finding => ids.Contains(finding.RuleId)).ToList();
        return new(
            line,
            Outcomes.Together(rules.Select(rule => rule.Outcome)),
            findings.Count,
            findings.Count == 0 ? null : findings.Max(finding => finding.Severity)
        );
    }

    private static HashSet<string> Keys(string practice) =>
        practice
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
}
