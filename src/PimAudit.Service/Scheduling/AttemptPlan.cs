using Quartz;

namespace PimAudit.Service;

/// <summary>Has an attempt begin later, by whichever node is free then. It outlives the process.</summary>
internal static class AttemptPlan
{
    public static Task AddAsync(
        IScheduler scheduler,
        Guid tenant,
        Fire fire,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        scheduler
            .ScheduleTrigger(
                TriggerBuilder
                    .Create()
                    .WithIdentity(ScheduleNames.Attempt(tenant, fire))
                    .ForJob(ScheduleNames.Job(tenant))
                    .StartAt(at)
                    .WithSchedule(
                        SimpleScheduleBuilder
                            .Create()
                            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)
                    )
                    .Build(),
                TriggerConflict.Keep,
                cancellation
            )
            .AsTask();
}
