namespace PimAudit.GraphEmulator;

/// <remarks>What the builder knows of the tenant so far, for those who build large ones.</remarks>
public sealed partial class TenantBuilder
{
    internal string TenantId => Tenant.Id.ToString();

    internal string DefaultDomain => Tenant.Domain;

    internal string ReviewId(string review) => NewId("review", review);
}
