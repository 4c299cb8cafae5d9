using System.Globalization;

namespace PimAudit.Engine;

/// <summary>Reads a moment as Microsoft's services write one, and nothing that could be another day.</summary>
internal static class MicrosoftMoments
{
    /// <summary>What to write instead of what was refused.</summary>
    public const string Examples = "2026-10-03T14:05:00Z or 10/3/2026 2:05:00 PM";

    /// <summary>
    /// The month comes first only where seconds and AM or PM stand behind, as the service writes it: a spreadsheet program
    /// writes its own country's order.
    /// </summary>
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz",
        "M/d/yyyy h:mm:ss tt",
        "M/d/yyyy h:mm:ss tt zzz",
    ];

    /// <returns>UTC, also where no offset is written; the last moment of a day without a time; null for what is none of the forms.</returns>
    public static DateTimeOffset? Of(string text) =>
        Parsed(text.Replace('\u202F', ' ').Replace('\u00A0', ' '), Forms)
        ?? Parsed(text, ["yyyy-MM-dd"])?.AddTicks(TimeSpan.TicksPerDay - 1);

    /// <summary>The first day of the calendar is how the service writes a date that never was.</summary>
    public static bool IsNever(DateTimeOffset moment) => moment.Year == 1;

    private static DateTimeOffset? Parsed(string text, string[] forms) =>
        DateTimeOffset.TryParseExact(
            text,
            forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment.ToUniversalTime()
            : null;
}
