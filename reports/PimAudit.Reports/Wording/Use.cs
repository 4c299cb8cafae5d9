using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>Whether a result says anything about the use of roles, which only the audit log tells.</summary>
public static class Use
{
    private const string Family = "PIM8";

    public static string Sentence(AuditResult result)
    {
        var rules = result
            .Rules.Where(rule =>
                rule.Id.StartsWith(Family, StringComparison.Ordinal) && rule.Outcome is not RuleOutcome.Off
            )
            .ToLookup(rule => rule.Outcome is not RuleOutcome.NotEvaluated, rule => rule.Id);
        var (judged, silent) = (Join(rules[true]), Join(rules[false]));
        return (judged.Length, silent.Length) switch
        {
            (0, 0) => "How roles are used is not judged: the rules about it are off.",
            (0, _) => $"How roles are used could not be judged: {silent} not evaluated.",
            (_, 0) => $"How roles are used is judged by {judged}, as far back as the audit log was read.",
            _ =>
                $"How roles are used is judged by {judged}, as far back as the audit log was read; {silent} not evaluated.",
        };
    }

    private static string Join(IEnumerable<string> ids) => string.Join(", ", ids);
}
