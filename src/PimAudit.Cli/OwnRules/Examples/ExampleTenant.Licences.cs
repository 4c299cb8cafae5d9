using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Service plans of people, by the names that Microsoft gives them.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>Part of almost every product; gives no mailbox.</summary>
    private static readonly Guid ExchangeFoundation = new("113feb6c-3fe4-4440-bddc-54d774bf0318");

    private static readonly ImmutableSortedDictionary<string, Guid> PlansByName = ProductivityPlans
        .All.Values.Select(plan => (plan.Name, plan.Id))
        .Concat([
            ("Exchange Foundation", ExchangeFoundation),
            ("Microsoft Entra ID P1", EntraPlans.P1),
            ("Microsoft Entra ID P2", EntraPlans.P2),
            ("Microsoft Entra ID Governance", EntraPlans.Governance),
        ])
        .ToImmutableSortedDictionary(
            pair => pair.Item1,
            pair => pair.Item2,
            StringComparer.OrdinalIgnoreCase,
            EqualityComparer<Guid>.Default
        );

    /// <summary>Entra ID P2, unless <c>licensed</c> denies it, and the others that are named; null where none were read.</summary>
    private static ImmutableArray<AssignedPlan>? Plans(YamlMap? given)
    {
        var isLicensed = Told(given, "licensed", standard: true);
        ImmutableArray<AssignedPlan> named =
        [
            .. Plans(given, "plans", isEnabled: true),
            .. Plans(given, "lapsedPlans", isEnabled: false),
        ];
        return isLicensed switch
        {
            null => null,
            true => [new(EntraPlans.P2, IsEnabled: true), .. named],
            false => named,
        };
    }

    private static IEnumerable<AssignedPlan> Plans(YamlMap? given, string key, bool isEnabled)
    {
        foreach (var name in given?.Texts(key) ?? [])
            if (PlansByName.TryGetValue(name, out var id))
                yield return new(id, isEnabled);
            else
                given!.Issue(
                    key,
                    $"names '{name}', which is no service plan known here",
                    Nearest.Of(name, PlansByName.Keys)
                );
    }
}
