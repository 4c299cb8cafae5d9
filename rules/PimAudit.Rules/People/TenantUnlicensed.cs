using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Without the licence PIM stops, and every assignment that it holds back with it.</summary>
public sealed class TenantUnlicensed : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM613",
            Title: "The tenant lacks licences for PIM, or has fewer seats than people who need one",
            Severity: Severity.High,
            Practice: "CFG-0",
            Why: "When the licence ends, eligibilities end, activations fail and settings no longer apply. Fewer seats than people is "
                + "outside the terms, and licences are then missing where they are needed.",
            Needs: SnapshotParts.Subscriptions
        )
        {
            LeansOn =
                SnapshotParts.EligibleAssignments
                | SnapshotParts.Principals
                | SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.GroupAssignments
                | SnapshotParts.RoleSettings
                | SnapshotParts.GroupSettings,
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var tenant = context.Snapshot.Tenant.Reference;
        var licences = context
            .Snapshot.Subscriptions.Where(subscription => subscription.Plans.Any(PimLicence.Includes))
            .OrderBy(subscription => subscription.SkuId.ToString("D"), StringComparer.Ordinal)
            .ToImmutableArray();
        var enabled = licences.Where(subscription => Is(subscription, "Enabled")).ToImmutableArray();
        if (enabled.IsEmpty)
            return [Finding(tenant, licences, Severity.High, WithoutEnabled(licences))];

        var seats = enabled.Sum(subscription => (long)subscription.EnabledSeats);
        var heads = LicenceHeads.Of(context);
        if (heads.People.Count > seats)
            return [Finding(tenant, enabled, Severity.Medium, Shortfall(seats, heads.People.Count))];

        return [heads.Unknown is { } gap ? new Judgement.Blind(tenant, gap) : new Judgement.Meets(tenant)];
    }

    private static string WithoutEnabled(ImmutableArray<Subscription> licences) =>
        licences.Any(subscription => Is(subscription, "Warning"))
            ? $"{PimLicence.Names} only in a subscription in its grace period"
            : $"no enabled subscription with {PimLicence.Names}";

    private static string Shortfall(long seats, int heads) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{seats} seats for {Say.Count(heads, "person", "people")}, eligible, time-bound or approvers"
        );

    private static bool Is(Subscription subscription, string status) =>
        string.Equals(subscription.Status, status, StringComparison.OrdinalIgnoreCase);

    private static Judgement.Breaks Finding(
        ObjectRef tenant,
        ImmutableArray<Subscription> licences,
        Severity severity,
        string observed
    ) =>
        new(
            new FindingDraft
            {
                Subject = tenant,
                Severity = severity,
                Title =
                    severity is Severity.High
                        ? $"{tenant.Label} has no enabled licence for PIM"
                        : $"{tenant.Label} has fewer licences for PIM than people who need one",
                Observed = observed,
                Expected = $"an enabled subscription with {PimLicence.Names} and a seat for everybody",
                Evidence = licences.IsEmpty
                    ? [new(SnapshotParts.Subscriptions, tenant.Id)]
                    : [.. licences.Select(one => new Evidence(SnapshotParts.Subscriptions, one.SkuId.ToString("D")))],
                Fix = new([
                    "In the Microsoft 365 admin centre, open Billing, Your products.",
                    $"Buy or renew a subscription that includes {PimLicence.Names}, with a seat for everybody who is eligible, time-bound or an approver.",
                    "Or remove eligibilities that nobody needs.",
                ]),
            }
        );
}
