namespace PimAudit.GraphEmulator;

/// <summary>Service plans that PIM and the reports ask for.</summary>
internal static class Licences
{
    public const string PremiumP2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    public const string PremiumP1 = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";
    public const string Governance = "e866a266-3cff-43a3-acca-0c90a7e00c8b";

    /// <summary>Refuses what the tenant's subscriptions do not give.</summary>
    /// <exception cref="GraphRefusal">As the service says it.</exception>
    public static void Check(EmulatedTenant tenant, GraphRequest request, PermissionRow demands)
    {
        if (demands.Service is GraphServiceKind.Pim or GraphServiceKind.AccessReviews)
        {
            if (!Has(tenant, PremiumP2, Governance))
                throw GraphErrors.Unlicensed();
        }
        else if (IsPremium(request, demands) && !Has(tenant, PremiumP1, PremiumP2))
            throw GraphErrors.NotPremium();
    }

    /// <summary>The audit log is for everybody; registrations and sign-ins are not.</summary>
    private static bool IsPremium(GraphRequest request, PermissionRow demands) =>
        request.Segments[0].Equals("reports", StringComparison.OrdinalIgnoreCase)
        || demands.Service is GraphServiceKind.Directory && demands.And.Contains(Permissions.SignIns);

    /// <summary>Some subscription that is not suspended or deleted gives one of the plans.</summary>
    private static bool Has(EmulatedTenant tenant, params string[] plans) =>
        tenant.Documents.Subscriptions.Any(subscription =>
            subscription.Text("capabilityStatus") is not ("Suspended" or "Deleted")
            && subscription["servicePlans"]!
                .AsArray()
                .Select(plan => plan!.AsObject())
                .Any(plan =>
                    plans.Contains(plan.Text("servicePlanId"), StringComparer.OrdinalIgnoreCase)
                    && plan.Text("provisioningStatus") is "Success"
                )
        );
}
