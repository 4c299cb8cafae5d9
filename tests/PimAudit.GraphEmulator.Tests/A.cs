namespace PimAudit.GraphEmulator.Tests;

/// <summary>A small tenant for tests.</summary>
internal static class A
{
    public static DateTimeOffset Now { get; } = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    public static TenantBuilder Tenant => TenantBuilder.Create("Contoso", Now);
}
