using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Refuses schedules that can be read and not be meant, before anything starts.</summary>
internal static class ScheduleCheck
{
    private const int Gaps = 50;

    /// <exception cref="Failure">Names every tenant whose schedule cannot be kept.</exception>
    public static void Refuse(FleetSettings fleet, DateTimeOffset now)
    {
        var schedules = ServedTenants.SchedulesOf(fleet);
        List<string> problems = [.. schedules.Select(schedule => Problem(schedule, now)).OfType<string>()];
        if (schedules.IsEmpty)
            problems.Add("No tenant has a schedule.");
        if (problems.Count > 0)
            throw new Failure(
                ExitCode.Usage,
                $"The schedules in {fleet.File} cannot be kept.",
                string.Join("\n", problems),
                "Nothing is scanned.",
                "Mend the file; docs/serve.md explains schedules."
            );
    }

    /// <summary>Null for a schedule that can be kept.</summary>
    public static string? Problem(TenantSchedule schedule, DateTimeOffset now)
    {
        if (!CronTimes.TryParse(schedule.Cron, schedule.Zone, out var times, out var why))
            return $"{schedule.Alias}: '{schedule.Cron}' {why}.";
        if (times.After(now) is not { } next)
            return $"{schedule.Alias}: '{schedule.Cron}' has no time that is still to come.";
        return schedule.Jitter >= ShortestGap(times, next)
            ? $"{schedule.Alias}: the jitter is not shorter than the time between two scans."
            : null;
    }

    private static TimeSpan ShortestGap(CronTimes times, DateTimeOffset first)
    {
        var shortest = TimeSpan.MaxValue;
        for (var number = 0; number < Gaps && times.After(first) is { } next; number++)
        {
            shortest = next - first < shortest ? next - first : shortest;
            first = next;
        }

        return shortest;
    }
}
