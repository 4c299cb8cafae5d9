using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>How long a standing assignment or membership lasts.</summary>
internal static class HowLong
{
    /// <summary>From start to end; from the snapshot on where the start is not told. Null without end.</summary>
    public static TimeSpan? Of(DateTimeOffset? startsAt, DateTimeOffset? endsAt, DateTimeOffset takenAt) =>
        endsAt - (startsAt ?? takenAt);

    /// <summary>Without end, or longer than the limit.</summary>
    public static bool IsOver(
        TimeSpan limit,
        DateTimeOffset? startsAt,
        DateTimeOffset? endsAt,
        DateTimeOffset takenAt
    ) => Of(startsAt, endsAt, takenAt) is not { } length || length > limit;

    /// <summary>Such as <c>permanent</c>, or <c>45 days, until 2026-11-01</c>.</summary>
    public static string InWords(DateTimeOffset? startsAt, DateTimeOffset? endsAt, DateTimeOffset takenAt) =>
        Of(startsAt, endsAt, takenAt) is { } length && endsAt is { } end
            ? $"{Say.Duration(length)}, until {Say.Day(end)}"
            : "permanent";
}
