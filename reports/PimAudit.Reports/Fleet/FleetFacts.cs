using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet;

/// <summary>How a rule stands in the tenants in which it is on.</summary>
/// <param name="Failing">Tenants in which it has an open finding.</param>
/// <param name="Waived">Tenants in which every finding is under a waiver.</param>
/// <param name="Idle">Tenants in which there was nothing to judge.</param>
/// <param name="Blind">Tenants in which it was not evaluated, or not for everything; a failing one can be among them.</param>
/// <param name="Findings">Open ones, in all tenants.</param>
internal sealed record RuleAcross(
    FleetRule Rule,
    int Failing,
    int Passing,
    int Waived,
    int Idle,
    int Blind,
    int Findings
);

/// <summary>Figures of a roll-up, as each of its formats counts them.</summary>
internal sealed class FleetFacts(FleetRollUp rollUp, ReportFacts facts)
{
    private const int DigitsOfId = 16;

    public FleetRollUp RollUp => rollUp;

    public ReportFacts Report => facts;

    /// <summary>What a person quotes: the beginning of the hash of <c>fleet.json</c>.</summary>
    public string Id => facts.ResultSha256[..DigitsOfId];

    public ImmutableArray<TenantSummary> NotScanned { get; } =
    [.. rollUp.Tenants.Where(tenant => tenant.Figures is null)];

    /// <summary>The worst first.</summary>
    public ImmutableArray<TenantSummary> Scanned { get; } =
    [.. rollUp.Tenants.Where(tenant => tenant.Figures is not null)];

    /// <summary>Scanned, but evidence is missing.</summary>
    public ImmutableArray<TenantSummary> Incomplete =>
        [.. Scanned.Where(tenant => tenant.Figures is { IsComplete: false })];

    /// <summary>Tenants with a critical or high finding that is open.</summary>
    public int NeedAction => Scanned.Count(IsHeavy);

    public bool IsComplete => NotScanned.IsEmpty && Incomplete.IsEmpty && !Scanned.IsEmpty;

    /// <summary>Open findings of all tenants.</summary>
    public int Count(Severity severity) => Scanned.Sum(tenant => RollUps.Count(tenant, severity));

    public int Open => Outcomes.Severities.Sum(Count);

    /// <summary>Those that fail in most tenants first, then the blindest.</summary>
    public ImmutableArray<RuleAcross> Rules { get; } = RulesOf(rollUp);

    /// <summary>Rules of a tenant that are on.</summary>
    public static int On(TenantFigures figures) => figures.Rules.Length;

    public static int Evaluated(TenantFigures figures) =>
        figures.Rules.Count(rule => rule.Outcome is not RuleOutcome.NotEvaluated);

    /// <summary>Ids of the rules of a tenant that were not evaluated, or not for everything.</summary>
    public static IEnumerable<string> BlindRules(TenantFigures figures) =>
        figures.Rules.Where(IsBlind).Select(rule => rule.Id);

    /// <summary>Names of the profiles by which tenants were judged, ordinal.</summary>
    public string Profiles =>
        Scanned
            .Select(tenant => tenant.Figures!.Profile)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList() switch
        {
            [] => "none",
            [var one] => one,
            [var one, var two] => $"{one}, {two}",
            var many => Say.Count(many.Count, "profile"),
        };

    private static bool IsHeavy(TenantSummary tenant) =>
        RollUps.Count(tenant, Severity.Critical) + RollUps.Count(tenant, Severity.High) > 0;

    private static bool IsBlind(RuleTally rule) => rule.Outcome is RuleOutcome.NotEvaluated || rule.Blind > 0;

    private static ImmutableArray<RuleAcross> RulesOf(FleetRollUp rollUp)
    {
        var tallies = rollUp
            .Tenants.SelectMany(tenant => tenant.Figures?.Rules ?? [])
            .ToLookup(tally => tally.Id, StringComparer.Ordinal);
        return
        [
            .. rollUp
                .Rules.Select(rule => Across(rule, [.. tallies[rule.Id]]))
                .OrderByDescending(rule => rule.Failing)
                .ThenByDescending(rule => rule.Rule.Severity)
                .ThenByDescending(rule => rule.Blind)
                .ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal),
        ];
    }

    private static RuleAcross Across(FleetRule rule, List<RuleTally> tallies) =>
        new(
            rule,
            tallies.Count(tally => tally.Outcome is RuleOutcome.Fail),
            tallies.Count(tally => tally.Outcome is RuleOutcome.Pass && tally.Blind == 0),
            tallies.Count(tally => tally.Outcome is RuleOutcome.Waived),
            tallies.Count(tally => tally.Outcome is RuleOutcome.NotApplicable),
            tallies.Count(IsBlind),
            tallies.Sum(tally => tally.Open)
        );
}
