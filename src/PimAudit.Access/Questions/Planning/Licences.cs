using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Who has a licence for PIM.</summary>
internal static class Licences
{
    /// <summary>Whether the tenant has one, and what shows it.</summary>
    public static PlanItem OfTenant(AccessMap map)
    {
        const string What = "License: Entra ID P2 or Entra ID Governance";
        var snapshot = map.Snapshot;
        if (!snapshot.HasPim)
            return PlanItem.Of(What, "PIM answers that there is none", done: false);
        if (snapshot.Collection.GapOf(SnapshotParts.Subscriptions) is { } gap)
            return PlanItem.Of(What, "", done: null, new(Subject: null, gap));

        var holding = snapshot
            .Subscriptions.Where(PimLicence.IsIn)
            .OrderBy(one => one.SkuPartNumber, StringComparer.Ordinal)
            .Select(Seats)
            .ToList();
        return PlanItem.Of(
            What,
            holding.Count > 0 ? string.Join("; ", holding) : "no subscription that works includes it",
            holding.Count > 0
        );
    }

    private static string Seats(Subscription one) =>
        $"{one.SkuPartNumber}, {Say.Count(one.EnabledSeats, "seat")}"
        + (one.WarningSeats > 0 ? $" and {Say.Number(one.WarningSeats)} in the grace period" : "");

    /// <summary>People of the group, nested ones included, whose licences were read and do not include PIM.</summary>
    public static ImmutableArray<ObjectRef> Without(AccessMap map, GroupFacts group) =>
        Of(map, group, isLicensed: false);

    /// <summary>People of the group whose licences were not read.</summary>
    public static ImmutableArray<ObjectRef> Untold(AccessMap map, GroupFacts group) => Of(map, group, isLicensed: null);

    private static bool? IsLicensed(AccessMap map, ObjectRef user) =>
        map.Directory.User(Guid.Parse(user.Id))?.Plans is { } plans
            ? plans.Any(plan => plan.IsEnabled && PimLicence.Includes(plan.ServicePlanId))
            : null;

    private static ImmutableArray<ObjectRef> Of(AccessMap map, GroupFacts group, bool? isLicensed) =>
        [.. GroupCrowd.Users(map, group).Where(user => IsLicensed(map, user) == isLicensed)];
}
