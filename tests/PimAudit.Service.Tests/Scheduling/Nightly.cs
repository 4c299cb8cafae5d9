namespace PimAudit.Service.Tests;

/// <summary>A schedule: each night at 02:30 in Berlin, which is 01:30 UTC in winter.</summary>
internal static class Nightly
{
    public static readonly Guid Tenant = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly DateTimeOffset Slot = new(2026, 11, 29, 1, 30, 0, TimeSpan.Zero);

    public static TenantSchedule Schedule { get; } =
        new(
            "contoso",
            Tenant,
            "0 30 2 * * ?",
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            TimeSpan.Zero,
            MisfirePolicy.RunOnce,
            TimeSpan.FromMinutes(30)
        );
}
