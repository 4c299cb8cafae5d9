using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>The tenants of this service, by the id of the tenant.</summary>
internal sealed class ScheduleList
{
    private readonly ImmutableDictionary<Guid, Timetable> byTenant;

    /// <exception cref="ArgumentException">A tenant stands twice.</exception>
    /// <exception cref="FormatException">An expression is not cron.</exception>
    public ScheduleList(ImmutableArray<TenantSchedule> schedules)
    {
        All = [.. schedules.Select(schedule => new Timetable(schedule))];
        byTenant = All.ToImmutableDictionary(table => table.Schedule.Tenant);
    }

    /// <summary>In the order of the list.</summary>
    public ImmutableArray<Timetable> All { get; }

    /// <summary>Null for a tenant that is not on the list.</summary>
    public Timetable? Find(Guid tenant) => byTenant.GetValueOrDefault(tenant);
}
