namespace PimAudit.Model;

/// <summary>The service plans that include PIM.</summary>
public static class PimLicence
{
    public const string Names = "Microsoft Entra ID P2 or ID Governance";

    public static bool Includes(Guid servicePlanId) =>
        servicePlanId == EntraPlans.P2 || servicePlanId == EntraPlans.Governance;

    /// <summary>A subscription by which PIM works: one in its grace period still does.</summary>
    public static bool IsIn(Subscription one) =>
        one.Status.ToUpperInvariant() is "ENABLED" or "WARNING" && one.Plans.Any(Includes);
}
