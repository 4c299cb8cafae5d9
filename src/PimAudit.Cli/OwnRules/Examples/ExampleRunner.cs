using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli;

/// <summary>How one example came out.</summary>
/// <param name="Example">Its name; empty where the rule has none or cannot be used.</param>
/// <param name="Expected">In words.</param>
/// <param name="Got">In words.</param>
internal sealed record ExampleResult(
    string RuleId,
    string RuleName,
    string Example,
    string Expected,
    string Got,
    bool IsAsExpected
);

/// <summary>Runs the examples of rules through the same engine as a tenant.</summary>
internal static class ExampleRunner
{
    private const int MostNamed = 3;

    public static ExampleResult Run(IRule rule, Example example, Profile profile)
    {
        var result = Judge(rule, example, profile);
        var outcome = result.Rules.Single(one => string.Equals(one.Id, rule.Info.Id, StringComparison.Ordinal));
        var found = result
            .Findings.Where(finding => string.Equals(finding.RuleId, rule.Info.Id, StringComparison.Ordinal))
            .Select(finding => finding.Subject)
            .DistinctBy(subject => subject.Key, StringComparer.Ordinal)
            .OrderBy(subject => subject.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(
            rule.Info.Id,
            rule.Name,
            example.Name,
            Expected(example),
            Got(outcome, found),
            IsAsExpected(example, outcome, found)
        );
    }

    /// <summary>A rule about coverage speaks about the others, so they run with it.</summary>
    private static AuditResult Judge(IRule rule, Example example, Profile profile)
    {
        var rules = rule.Info.IsAboutCoverage ? Catalogue.All.Where(one => one != rule).Prepend(rule) : [rule];
        var change = RuleChange.None with { Enabled = true, Parameters = example.Parameters };
        var (plan, problems) = AuditPlan.Make(
            rules,
            profile with
            {
                Rules = ImmutableSortedDictionary<string, RuleChange>.Empty,
            },
            AuditConfiguration.Empty with
            {
                EmergencyAccounts = example.EmergencyAccounts,
                Waivers = rule.Info.IsAboutCoverage ? example.Waivers : [],
                Rules = ImmutableSortedDictionary<string, RuleChange>.Empty.Add(rule.Info.Id, change),
            }
        );
        return problems.IsEmpty
            ? Evaluator.Evaluate(example.Tenant, new string('0', 64), plan, new(Product.Version))
            : throw new InvalidOperationException(string.Join("; ", problems));
    }

    private static bool IsAsExpected(Example example, RuleResult outcome, ImmutableArray<ObjectRef> found) =>
        example.Kind switch
        {
            ExampleKind.Reports => !found.IsEmpty
                && (
                    example.Finds.IsEmpty
                    || found
                        .Select(one => one.Id)
                        .SequenceEqual(
                            example.Finds.Select(one => one.Id).Order(StringComparer.Ordinal),
                            StringComparer.Ordinal
                        )
                ),
            ExampleKind.Ignores => outcome.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable,
            _ => outcome.Outcome is RuleOutcome.NotEvaluated,
        };

    private static string Expected(Example example) =>
        example.Kind switch
        {
            ExampleKind.Reports => example.Finds.IsEmpty ? "a finding" : Named(example.Finds.Select(one => one.Name)),
            ExampleKind.Ignores => "nothing",
            _ => "not evaluated",
        };

    private static string Got(RuleResult outcome, ImmutableArray<ObjectRef> found) =>
        !found.IsEmpty ? Named(found.Select(one => one.Label))
        : outcome.Outcome is RuleOutcome.NotEvaluated ? $"not evaluated: {outcome.Detail}"
        : "nothing";

    private static string Named(IEnumerable<string> labels)
    {
        var all = labels.ToList();
        var more =
            all.Count > MostNamed
                ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostNamed} more")
                : "";
        return string.Join(", ", all.Take(MostNamed)) + more;
    }
}
