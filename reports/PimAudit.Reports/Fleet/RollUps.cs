using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Fleet;

/// <summary>Lays summaries of tenants side by side.</summary>
public static class RollUps
{
    /// <param name="at">UTC.</param>
    /// <param name="rules">Of all results; an id more than once is one rule.</param>
    public static FleetRollUp Of(
        DateTimeOffset at,
        string toolVersion,
        IEnumerable<FleetRule> rules,
        IEnumerable<TenantSummary> tenants
    ) =>
        new(
            FleetRollUp.CurrentSchemaVersion,
            at,
            toolVersion,
            [
                .. rules
                    .GroupBy(rule => rule.Id, StringComparer.Ordinal)
                    .Select(same => new FleetRule(
                        same.Key,
                        same.Select(rule => rule.Title).Order(StringComparer.Ordinal).First(),
                        same.Max(rule => rule.Severity)
                    ))
                    .OrderBy(rule => rule.Id, StringComparer.Ordinal),
            ],
            Ranked(tenants)
        );

    /// <summary>Not scanned first, then by the number of findings from the heaviest severity down, then by alias.</summary>
    private static ImmutableArray<TenantSummary> Ranked(IEnumerable<TenantSummary> tenants)
    {
        var ranked = tenants.OrderBy(tenant => tenant.Figures is null ? 0 : 1);
        foreach (var severity in Outcomes.Severities)
            ranked = ranked.ThenByDescending(tenant => Count(tenant, severity));
        return
        [
            .. ranked
                .ThenBy(tenant => tenant.Figures?.IsComplete is true ? 1 : 0)
                .ThenBy(tenant => tenant.Alias, StringComparer.Ordinal),
        ];
    }

    /// <summary>Open findings; none in a tenant that was not scanned.</summary>
    public static int Count(TenantSummary tenant, Severity severity) =>
        tenant.Figures?.Open.Where(one => one.Severity == severity).Sum(one => one.Count) ?? 0;
}
