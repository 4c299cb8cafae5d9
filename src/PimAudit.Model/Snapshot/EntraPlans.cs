namespace PimAudit.Model;

/// <summary>Service plans of Microsoft Entra, by which a subscription tells what it includes.</summary>
/// <remarks>Source: Microsoft's list of product names and service plan identifiers.</remarks>
public static class EntraPlans
{
    public static readonly Guid P1 = new("41781fb2-bc02-4b7c-bd55-b576c07bb09d");
    public static readonly Guid P2 = new("eec0eb4f-6444-4f95-aba0-50c24d67f998");
    public static readonly Guid Governance = new("e866a266-3cff-43a3-acca-0c90a7e00c8b");
}
