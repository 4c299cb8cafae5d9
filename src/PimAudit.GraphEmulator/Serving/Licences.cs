using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>Service plans that PIM asks for.</summary>
internal static class Licences
{
    public const string PremiumP2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
    public const string Governance = "e866a266-3cff-43a3-acca-0c90a7e00c8b";

    /// <summary>Some subscription that is not suspended or deleted gives P2 or Governance.</summary>
    public static bool HasPim(EmulatedTenant tenant) =>
        tenant.Documents.Subscriptions.Any(subscription =>
            subscription.Text("capabilityStatus") is not ("Suspended" or "Deleted")
            && subscription["servicePlans"]!.AsArray().Any(plan => IsPim(plan!.AsObject()))
        );

    private static bool IsPim(JsonObject plan) =>
        plan.Text("servicePlanId") is PremiumP2 or Governance && plan.Text("provisioningStatus") is "Success";
}
