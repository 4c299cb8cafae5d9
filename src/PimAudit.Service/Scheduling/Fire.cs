using System.Globalization;
using Quartz;

namespace PimAudit.Service;

/// <summary>An attempt at a slot.</summary>
/// <param name="Slot">UTC, whole seconds.</param>
/// <param name="Attempt">0 for the first.</param>
internal sealed record Fire(DateTimeOffset Slot, int Attempt)
{
    private const string Pattern = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>
    /// What the scheduler meant. A scan taken over from a node that died belongs to the slot of that node, however late it is.
    /// </summary>
    public static Fire Of(IJobExecutionContext context)
    {
        var trigger = (context.Recovering ? context.RecoveringTriggerKey : null) ?? context.Trigger.Key;
        return Parse(trigger.Name) ?? new(WholeSeconds(ScheduledFor(context)), 0);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Slot.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture)}.{Attempt}"
        );

    /// <summary>Null for the name of another trigger.</summary>
    public static Fire? Parse(string name) =>
        name.Split('.') is [var slot, var attempt]
        && DateTimeOffset.TryParseExact(
            slot,
            Pattern,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
        && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(time, number)
            : null;

    private static DateTimeOffset ScheduledFor(IJobExecutionContext context) =>
        context.Recovering
        && context.MergedJobDataMap.TryGetValue(
            SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime,
            out var original
        )
        && DateTimeOffset.TryParse(
            Convert.ToString(original, CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : context.ScheduledFireTimeUtc ?? context.FireTimeUtc;

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
