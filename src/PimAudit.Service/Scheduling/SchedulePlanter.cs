using System.Collections.Immutable;
using Quartz;

namespace PimAudit.Service;

/// <summary>A schedule that the store held and the configuration no longer has.</summary>
/// <param name="Table">As it was.</param>
/// <param name="Since">UTC; when the store first held it.</param>
internal sealed record ReplacedSchedule(Timetable Table, DateTimeOffset Since);

/// <summary>Makes the store hold the schedules of the configuration and no other. What is the same is left alone.</summary>
internal sealed class SchedulePlanter(ScheduleList list, TimeProvider time)
{
    /// <summary>When the store first held the schedule of each tenant; UTC.</summary>
    public ImmutableDictionary<Guid, DateTimeOffset> Since { get; internal set; } =
        ImmutableDictionary<Guid, DateTimeOffset>.Empty;

    /// <summary>Schedules that others took the place of.</summary>
    public ImmutableArray<ReplacedSchedule> Replaced { get; internal set; } = [];

    public async Task ApplyAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        await RemoveOthersAsync(scheduler, cancellation);
        var keys = list.All.Select(table => ScheduleNames.Cron(table.Schedule.Tenant)).ToList();
        var stored = (await scheduler.GetTriggers(keys, cancellation))
            .OfType<ICronTrigger>()
            .ToDictionary(trigger => trigger.Key);
        var since = ImmutableDictionary.CreateBuilder<Guid, DateTimeOffset>();
        var replaced = ImmutableArray.CreateBuilder<ReplacedSchedule>();
        foreach (var table in list.All)
        {
            var schedule = table.Schedule;
            var trigger = stored.GetValueOrDefault(ScheduleNames.Cron(schedule.Tenant));
            if (trigger is null && table.After(time.GetUtcNow()) is null)
                continue;
            if (trigger is null || !IsSame(trigger, schedule))
            {
                if (trigger is not null)
                    replaced.Add(Old(trigger, schedule));
                trigger = (ICronTrigger)TriggerOf(schedule);
                await scheduler.ScheduleJob(JobOf(schedule.Tenant), [trigger], Replace, cancellation);
            }

            since[schedule.Tenant] = trigger.StartTimeUtc;
        }

        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.AnyGroup(), cancellation);
        (Since, Replaced) = (since.ToImmutable(), replaced.ToImmutable());
    }

    private static ScheduleJobOptions Replace => new() { Replace = true };

    private async Task RemoveOthersAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        var stored = await scheduler.QueryJobs(
            new() { Group = GroupMatcher<JobKey>.GroupEquals(ScheduleNames.Jobs), Take = PagedQuery.All },
            cancellation
        );
        var others = stored
            .Items.Select(job => job.Key)
            .Where(key => list.Find(ScheduleNames.Tenant(key)) is null)
            .ToList();
        if (others.Count > 0)
            await scheduler.DeleteJobs(others, cancellation);
    }

    private static bool IsSame(ICronTrigger trigger, TenantSchedule schedule) =>
        string.Equals(trigger.CronExpressionString, schedule.Cron, StringComparison.Ordinal)
        && string.Equals(trigger.TimeZone.Id, schedule.Zone.Id, StringComparison.Ordinal);

    private static ReplacedSchedule Old(ICronTrigger trigger, TenantSchedule schedule) =>
        new(
            new(schedule with { Cron = trigger.CronExpressionString ?? schedule.Cron, Zone = trigger.TimeZone }),
            trigger.StartTimeUtc
        );

    private static IJobDetail JobOf(Guid tenant) =>
        JobBuilder.Create<TenantJob>().WithIdentity(ScheduleNames.Job(tenant)).StoreDurably().RequestRecovery().Build();

    /// <summary>No time is ever skipped or moved by the scheduler: <see cref="TenantJob"/> decides what a late one is worth.</summary>
    private static ITrigger TriggerOf(TenantSchedule schedule) =>
        TriggerBuilder
            .Create()
            .WithIdentity(ScheduleNames.Cron(schedule.Tenant))
            .ForJob(ScheduleNames.Job(schedule.Tenant))
            .WithSchedule(
                CronScheduleBuilder
                    .Create(schedule.Cron)
                    .InTimeZone(schedule.Zone)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.IgnoreMisfires)
            )
            .Build();
}
