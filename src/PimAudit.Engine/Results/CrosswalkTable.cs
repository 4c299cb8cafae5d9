using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What each rule says under each profile of the run.</summary>
internal static class CrosswalkTable
{
    /// <summary>Rules about coverage are left out: they speak about the evidence, which is the same under every profile.</summary>
    /// <param name="primary">Waivers applied.</param>
    /// <param name="further">One table for each further plan, in their order.</param>
    public static ImmutableArray<CrosswalkRow> Of(
        AuditPlan plan,
        ImmutableArray<RuleResult> primary,
        ImmutableArray<ImmutableArray<RuleResult>> further
    )
    {
        if (further.IsEmpty)
            return [];

        var notes = plan.Further.Prepend(plan).Select(Notes).ToList();
        var columns = further.Select(ById).Prepend(ById(primary)).ToList();
        return
        [
            .. further[0]
                .Select(rule =>
                    Row(columns.Zip(notes, (column, note) => Verdict(column[rule.Id], note[rule.Id])), rule)
                ),
        ];
    }

    private static CrosswalkRow Row(IEnumerable<ProfileVerdict> each, RuleResult rule)
    {
        ImmutableArray<ProfileVerdict> verdicts = [.. each];
        return new(rule.Id, rule.Name, rule.Title, verdicts.All(one => IsAlike(one, verdicts[0])), verdicts);
    }

    private static bool IsAlike(ProfileVerdict one, ProfileVerdict other) =>
        (one.Outcome, one.Severity, one.Findings, one.Blind)
            == (other.Outcome, other.Severity, other.Findings, other.Blind)
        && one.Parameters.SequenceEqual(other.Parameters);

    private static ProfileVerdict Verdict(RuleResult rule, string? differs) =>
        new(
            rule.Profile,
            rule.Outcome,
            rule.Severity,
            rule.Parameters,
            rule.Counts.Findings,
            rule.Counts.Blind,
            rule.Source,
            differs
        );

    private static Dictionary<string, RuleResult> ById(ImmutableArray<RuleResult> rules) =>
        rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    private static Dictionary<string, string?> Notes(AuditPlan plan) =>
        plan.Rules.ToDictionary(planned => planned.Id, planned => planned.Differs, StringComparer.Ordinal);
}
