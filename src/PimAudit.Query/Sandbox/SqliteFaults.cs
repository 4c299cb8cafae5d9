using System.Globalization;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>What SQLite answers, in words that help.</summary>
internal static class SqliteFaults
{
    public static Refusal Of(sqlite3 database, int code, string sql)
    {
        var said = raw.sqlite3_errmsg(database).utf8_to_string();
        return (code & 0xFF) switch
        {
            raw.SQLITE_TOOBIG => TooLong(said),
            raw.SQLITE_NOMEM => Stopper.TooMuchMemory(QueryLimits.WorkingBytes),
            _ => new("The query cannot be understood or answered.", said, Hint(sql)),
        };
    }

    public static Refusal TooLong(string seen) =>
        new(
            "A text or the query itself is too long.",
            seen,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A query may have {StatementLimits.SqlBytes} bytes, and a text that it makes {StatementLimits.TextBytes} bytes."
            )
        );

    /// <summary>The columns of the views that the query names; else the views.</summary>
    private static string Hint(string sql)
    {
        var named = ViewCatalogue
            .All.Where(view => sql.Contains(view.Name, StringComparison.OrdinalIgnoreCase))
            .Select(view => $"{view.Name} has {string.Join(", ", view.Columns.Select(column => column.Name))}.")
            .ToList();
        return named.Count == 0
            ? $"The views are {ViewCatalogue.Names}; 'query --schema' describes them."
            : string.Join(
                '\n',
                named.Append("A text stands in 'single quotes'; 'query --schema' describes the columns.")
            );
    }
}
