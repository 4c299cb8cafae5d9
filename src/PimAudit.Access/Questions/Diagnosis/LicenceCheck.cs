using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Has the tenant a licence for PIM, and the person one of its own?</summary>
internal static class LicenceCheck
{
    private static readonly Check Check = new("Licence", "TRB-1");

    /// <param name="way">Null when the person has none.</param>
    public static CheckLine Of(Case asked, Way? way)
    {
        if (way?.IsActive() is true)
            return Check.NotApplicable("nothing has to be activated");
        if (!asked.Snapshot.HasPim)
            return NoTenantLicence(asked);

        var evidence = new Evidence(SnapshotParts.Principals, asked.Person.Id);
        if (asked.User?.Plans?.Any(plan => plan.IsEnabled && PimLicence.Includes(plan.ServicePlanId)) is true)
            return Check.Ok(
                $"{(TenantHas(asked.Snapshot) is true ? "the tenant and the person have" : "the person has")} {PimLicence.Names}",
                evidence
            );
        if (TenantHas(asked.Snapshot) is false)
            return NoTenantLicence(asked);
        if (asked.User is not { } user)
            return NoUser(asked);
        if (user.Plans is not { } plans)
            return NotRead.Line(Check, asked, "the person's licences were not read", Untold(asked));
        if (user.IsGuest is not false)
            return Guest(asked);

        var seen = plans.Any(plan => PimLicence.Includes(plan.ServicePlanId))
            ? $"{PimLicence.Names} is assigned but not enabled"
            : $"no {PimLicence.Names} among the assigned plans";
        return Check.Fault(
            seen,
            new($"Assign {asked.Person.Label} a licence that includes {PimLicence.Names}.", asked.Person),
            evidence
        );
    }

    /// <summary>Null: not known.</summary>
    private static bool? TenantHas(TenantSnapshot snapshot) =>
        snapshot.Collection.GapOf(SnapshotParts.Subscriptions) is null
            ? snapshot.Subscriptions.Any(PimLicence.IsIn)
            : null;

    private static CheckLine NoTenantLicence(Case asked)
    {
        var tenant = asked.Snapshot.Tenant.Reference;
        return Check.Fault(
            $"the tenant has no {PimLicence.Names}, so nothing can be activated",
            new($"Get {tenant.Label} a subscription that includes {PimLicence.Names}.", tenant),
            new Evidence(SnapshotParts.Subscriptions, tenant.Id)
        );
    }

    /// <summary>Of an account that is gone there is nothing to say; the account check has spoken.</summary>
    private static CheckLine NoUser(Case asked) =>
        asked.Map.Directory.GapOf(asked.PersonId) is { } gap
            ? NotRead.Line(Check, asked, "the person's licences were not read", new UnreadFact(asked.Person, gap))
            : Check.NotApplicable("there is no account to license");

    /// <summary>A guest needs no seat where the tenant pays for external people by use, which no part tells.</summary>
    private static CheckLine Guest(Case asked) =>
        Check.NotKnown(
            $"no {PimLicence.Names} of its own; a guest may be covered by what the tenant pays for external people",
            new(
                $"Make sure that {asked.Person.Label}, a guest, is covered by the tenant's billing for external people.",
                asked.Person
            ),
            [
                new(
                    asked.Person,
                    new(
                        SnapshotParts.Subscriptions,
                        MissingReason.NotCollected,
                        "How the tenant pays for guests is not among the facts that are read."
                    )
                ),
            ]
        );

    private static UnreadFact Untold(Case asked) =>
        new(
            asked.Person,
            new(
                SnapshotParts.Principals,
                MissingReason.Malformed,
                $"The licences of {asked.Person.Label} were not read."
            )
        );
}
