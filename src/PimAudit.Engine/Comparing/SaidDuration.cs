using System.Globalization;
using System.Xml;

namespace PimAudit.Engine;

/// <summary>Reads a duration as results write it, such as <c>8 h</c>, <c>10 h 30 min</c>, <c>180 days</c>, or as Graph does, <c>PT8H</c>.</summary>
internal static class SaidDuration
{
    private const int Most = 8;

    /// <returns>Null where the text is no duration.</returns>
    public static TimeSpan? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [['P' or 'p', ..]])
            return Iso(words[0].ToUpperInvariant());
        if (words.Length is 0 or > Most || words.Length % 2 != 0)
            return null;

        var whole = TimeSpan.Zero;
        foreach (var pair in words.Chunk(2))
        {
            if (!int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            if (UnitOf(pair[1]) is not { } unit)
                return null;
            whole += unit * number;
        }

        return whole;
    }

    private static TimeSpan? UnitOf(string word) =>
        word.ToUpperInvariant() switch
        {
            "S" => TimeSpan.FromSeconds(1),
            "MIN" => TimeSpan.FromMinutes(1),
            "H" => TimeSpan.FromHours(1),
            "DAY" or "DAYS" => TimeSpan.FromDays(1),
            _ => null,
        };

    /// <summary>Years and months have no fixed length.</summary>
    private static TimeSpan? Iso(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var days = time < 0 ? text : text[..time];
        if (days.Contains('Y', StringComparison.Ordinal) || days.Contains('M', StringComparison.Ordinal))
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}
