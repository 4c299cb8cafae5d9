using System.Globalization;

namespace PimAudit.Cli;

/// <summary>How arguments, variables and files spell a duration: <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>7d</c>.</summary>
internal static class DurationText
{
    /// <summary>No number is larger, so that none overflows.</summary>
    private const int MostDigits = 6;

    /// <summary>Elapsed time, one day being 24 hours; null for what is no such text, and for nothing such as <c>0m</c>.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1)
            return null;
        if (
            !int.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return null;

        TimeSpan? time = char.ToLowerInvariant(text[^1]) switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
        return time > TimeSpan.Zero ? time : null;
    }
}
