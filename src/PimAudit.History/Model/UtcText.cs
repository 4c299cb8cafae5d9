using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PimAudit.History;

/// <summary>
/// Times as ISO text in UTC to the tick, such as <c>2026-10-01T06:00:00.0000000Z</c>: of one length, so that they sort as they
/// follow each other, and equal to what was written in either database (a <c>timestamptz</c> drops a digit).
/// </summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(time => Write(time), text => Read(text))
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(
            text,
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}

/// <summary>Ids as people write them, alike in both databases.</summary>
internal sealed class IdText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.Parse(text));
