using System.Globalization;

namespace PimAudit.Model;

/// <summary>How numbers, durations and dates are written for people: invariant, with their unit, in UTC.</summary>
public static class Say
{
    private static readonly string[] SmallNumbers =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>
    /// Such as <c>8 h</c>, <c>10 h 30 min</c>, <c>45 min</c>, <c>24 h</c>; days only from three days on, seconds only below an hour.
    /// </summary>
    public static string Duration(TimeSpan time)
    {
        if (time >= TimeSpan.FromDays(3) && time.Hours == 0 && time.Minutes == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{time.Days} days");

        var hours = (long)Math.Floor(time.TotalHours);
        return (hours, time.Minutes) switch
        {
            (0, 0) when time.Seconds > 0 => string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} s"),
            (0, var minutes) when time.Seconds > 0 => string.Create(
                CultureInfo.InvariantCulture,
                $"{minutes} min {time.Seconds} s"
            ),
            (0, var minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
            (_, var minutes) => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
        };
    }

    /// <summary><c>2026-10-01</c>, UTC.</summary>
    public static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026-10-01 06:00 UTC</c>.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>The day on which something ends, or <c>permanent</c>.</summary>
    public static string End(DateTimeOffset? endsAt) => endsAt is { } end ? Day(end) : "permanent";

    /// <summary>A figure with its noun: <c>1 group</c>, <c>4 groups</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>A number within a sentence: in words up to twelve.</summary>
    public static string Number(int number) =>
        number is >= 0 and <= 12 ? SmallNumbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A severity, an outcome or a state as a person writes it: <c>Not evaluated</c>.</summary>
    public static string Word(Enum value)
    {
        var words = string.Concat(
            value
                .ToString()
                .Select(
                    (letter, at) =>
                        at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()
                )
        );
        return words;
    }
}
