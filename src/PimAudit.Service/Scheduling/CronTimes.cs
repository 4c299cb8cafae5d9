using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace PimAudit.Service;

/// <summary>The times of a cron expression on the clock of a zone; all UTC, whole seconds.</summary>
public sealed class CronTimes
{
    private readonly CronExpression expression;

    private CronTimes(CronExpression expression) => this.expression = expression;

    /// <param name="cron">Quartz cron expression, seconds first.</param>
    /// <param name="why">The end of a sentence that starts with the expression; null when it can be used.</param>
    public static bool TryParse(
        string cron,
        TimeZoneInfo zone,
        [NotNullWhen(true)] out CronTimes? times,
        [NotNullWhen(false)] out string? why
    )
    {
        (times, why) = (null, null);
        if (!CronExpression.TryParse(cron, out var parsed) || parsed is null)
            why = "is no cron expression of Quartz such as 0 30 2 * * ? (seconds first)";
        else if (
            cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["*", .. var rest]
            && rest[..2] is not ["*", "*"]
        )
            why = $"means every second of its minutes; 0 {string.Join(' ', rest)} means once";
        else
            times = new(parsed.WithTimeZone(zone));
        return times is not null;
    }

    /// <exception cref="FormatException">Not a cron expression.</exception>
    public static CronTimes Of(TenantSchedule schedule) =>
        TryParse(schedule.Cron, schedule.Zone, out var times, out var why)
            ? times
            : throw new FormatException($"'{schedule.Cron}' {why}");

    /// <summary>The first time later than that; null when none is left.</summary>
    public DateTimeOffset? After(DateTimeOffset time) => expression.GetNextValidTimeAfter(time)?.ToUniversalTime();

    /// <summary>The last time earlier than that; null when there was none.</summary>
    public DateTimeOffset? Before(DateTimeOffset time) =>
        expression.GetPreviousValidTimeBefore(time)?.ToUniversalTime();
}
