using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Which of Entra's licences the subscriptions of a tenant hold.</summary>
internal static class Licences
{
    private static readonly ImmutableArray<(string Name, Guid Plan)> Plans =
    [
        ("Entra ID P1", EntraPlans.P1),
        ("Entra ID P2", EntraPlans.P2),
        ("Entra ID Governance", EntraPlans.Governance),
    ];

    public static ImmutableArray<LicenceSeen> Of(IReadOnlyList<Subscription> subscriptions) =>
        [
            .. Plans
                .Select(plan => Of(plan.Name, [.. subscriptions.Where(one => one.Plans.Contains(plan.Plan))]))
                .OfType<LicenceSeen>(),
        ];

    private static LicenceSeen? Of(string name, ImmutableArray<Subscription> holding)
    {
        var seats = holding.Where(one => Spelling.Same(one.Status, "Enabled")).Sum(one => (long)one.EnabledSeats);
        var grace = holding
            .Where(one => Spelling.Same(one.Status, "Warning"))
            .Sum(one => (long)one.EnabledSeats + one.WarningSeats);
        return seats + grace > 0 ? new(name, seats, grace) : null;
    }
}
