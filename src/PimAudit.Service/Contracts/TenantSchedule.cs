namespace PimAudit.Service;

/// <summary>What happens to a time of the schedule at which nobody was there to scan.</summary>
public enum MisfirePolicy
{
    /// <summary>One scan as soon as possible, for the newest time that was missed.</summary>
    RunOnce,

    /// <summary>None before the next time.</summary>
    Skip,
}

/// <summary>When a tenant is scanned.</summary>
/// <param name="Alias">What the list calls the tenant.</param>
/// <param name="Cron">Quartz cron expression, seconds first.</param>
/// <param name="Zone">Whose clock the expression means.</param>
/// <param name="Jitter">A scan starts at a point within this time that depends on tenant and slot alone, so that a fleet does not start at once.</param>
/// <param name="TimeLimit">What a scan has not read by then is missing from its run; after twice that time it is stopped, and counts as failed.</param>
public sealed record TenantSchedule(
    string Alias,
    Guid Tenant,
    string Cron,
    TimeZoneInfo Zone,
    TimeSpan Jitter,
    MisfirePolicy Misfire,
    TimeSpan TimeLimit
);
