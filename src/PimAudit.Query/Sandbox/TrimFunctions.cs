using System.Text;
using Microsoft.Data.Sqlite;

namespace PimAudit.Query;

/// <summary>
/// SQLite's trimming of given letters, in one pass. Its own looks at every letter of the set for every letter of the text,
/// which two long texts make a matter of minutes that nothing can end.
/// </summary>
internal static class TrimFunctions
{
    public static void Register(SqliteConnection connection)
    {
        Register(connection, "trim", atStart: true, atEnd: true);
        Register(connection, "ltrim", atStart: true, atEnd: false);
        Register(connection, "rtrim", atStart: false, atEnd: true);
    }

    private static void Register(SqliteConnection connection, string name, bool atStart, bool atEnd) =>
        connection.CreateFunction<string?, string?, string?>(
            name,
            (text, letters) => text is null || letters is null ? null : Trim(text, letters, atStart, atEnd),
            isDeterministic: true
        );

    private static string Trim(string text, string letters, bool atStart, bool atEnd)
    {
        var set = letters.EnumerateRunes().ToHashSet();
        var kept = text.EnumerateRunes().ToList();
        var start = atStart ? kept.FindIndex(rune => !set.Contains(rune)) : 0;
        var end = atEnd ? kept.FindLastIndex(rune => !set.Contains(rune)) : kept.Count - 1;
        if (start < 0 || end < start)
            return "";

        var trimmed = new StringBuilder();
        foreach (var rune in kept[start..(end + 1)])
            trimmed.Append(rune.ToString());
        return trimmed.ToString();
    }
}
