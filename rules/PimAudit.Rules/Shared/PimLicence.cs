namespace PimAudit.Rules;

/// <summary>The service plans that include PIM.</summary>
internal static class PimLicence
{
    public const string Names = "Microsoft Entra ID P2 or ID Governance";

    private static readonly Guid EntraIdP2 = new("eec0eb4f-6444-4f95-aba0-50c24d67f998");
    private static readonly Guid EntraIdGovernance = new("e866a266-3cff-43a3-acca-0c90a7e00c8b");

    public static bool Includes(Guid servicePlanId) => servicePlanId == EntraIdP2 || servicePlanId == EntraIdGovernance;
}
