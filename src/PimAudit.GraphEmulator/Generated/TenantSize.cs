namespace PimAudit.GraphEmulator;

/// <summary>How big a generated tenant is; <see cref="TenantFigures"/> has the numbers.</summary>
public enum TenantSize
{
    Small,
    Typical,
    Large,
    Extreme,
}
