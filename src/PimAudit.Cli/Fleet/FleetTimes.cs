using PimAudit.Service;

namespace PimAudit.Cli;

/// <summary>Reads times and schedules of a list of tenants.</summary>
internal static class FleetTimes
{
    public static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan UsualJitter = TimeSpan.FromMinutes(5);

    /// <summary>Of <c>timeLimit:</c>; null where it is not written.</summary>
    public static TimeSpan? Limit(YamlMap map) => Duration(map, "timeLimit");

    /// <summary>Reads <c>schedule:</c>.</summary>
    /// <param name="limit">Where the schedule does not name one.</param>
    /// <returns>Null without a schedule, or where it has an issue.</returns>
    public static TenantSchedule? Schedule(YamlMap? map, string alias, Guid tenant, TimeSpan limit)
    {
        if (map is null)
            return null;

        var (cron, zone) = (Cron(map), Zone(map));
        var misfire = map.OneOf("misfire", ["run-once", "skip"]) is "skip" ? MisfirePolicy.Skip : MisfirePolicy.RunOnce;
        var (jitter, longest) = (Jitter(map), Limit(map) ?? limit);
        map.RefuseOtherKeys();
        return cron is null || zone is null ? null : new(alias, tenant, cron, zone, jitter, misfire, longest);
    }

    private static string? Cron(YamlMap map)
    {
        const string Key = "cron";
        if (map.Text(Key) is not { } text)
        {
            map.Issue(Key, "is missing");
            return null;
        }

        if (CronTimes.TryParse(text, TimeZoneInfo.Utc, out _, out var why))
            return text;
        map.Issue(Key, $"is '{text}', which {why}");
        return null;
    }

    private static TimeZoneInfo? Zone(YamlMap map)
    {
        const string Key = "timeZone";
        if (map.Text(Key) is not { } text)
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
            return zone;

        map.Issue(Key, $"is '{text}', which is no time zone that this machine knows, such as Europe/Berlin");
        return null;
    }

    /// <summary>None is written as 0 or false, in any unit.</summary>
    private static TimeSpan Jitter(YamlMap map) =>
        map.Text("jitter") is "0" or "0s" or "0m" or "false" ? TimeSpan.Zero : Duration(map, "jitter") ?? UsualJitter;

    private static TimeSpan? Duration(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (DurationText.Parse(text) is { } time)
            return time;

        map.Issue(key, $"is '{text}' but must be a time such as 90s, 30m or 2h");
        return null;
    }
}
