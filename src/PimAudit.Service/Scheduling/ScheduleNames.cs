using Quartz;

namespace PimAudit.Service;

/// <summary>What the scheduler calls the jobs and triggers of a tenant.</summary>
internal static class ScheduleNames
{
    public const string Jobs = "tenants";
    private const string Times = "times";

    public static JobKey Job(Guid tenant) => new(tenant.ToString("D"), Jobs);

    public static Guid Tenant(JobKey job) => Guid.ParseExact(job.Name, "D");

    /// <summary>The trigger that holds the cron expression.</summary>
    public static TriggerKey Cron(Guid tenant) => new(Times, tenant.ToString("D"));

    /// <summary>The trigger of one attempt. The same attempt planned twice is one trigger.</summary>
    public static TriggerKey Attempt(Guid tenant, Fire fire) => new(fire.ToString(), tenant.ToString("D"));
}
