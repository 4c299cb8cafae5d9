using System.Collections.Immutable;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>How large a statement and its values may be.</summary>
internal static class StatementLimits
{
    /// <summary>
    /// Bytes of one text or row that a query makes. Searching a text for another takes up to the product of their lengths,
    /// and SQLite looks at the clock between two calls only: larger texts would outrun the time limit.
    /// </summary>
    public const int TextBytes = 200_000;

    /// <summary>Bytes of the SQL.</summary>
    public const int SqlBytes = 100_000;

    public static ImmutableArray<(int Id, int Value)> All { get; } =
    [
        (raw.SQLITE_LIMIT_LENGTH, TextBytes),
        (raw.SQLITE_LIMIT_SQL_LENGTH, SqlBytes),
        (raw.SQLITE_LIMIT_COLUMN, 200),
        (raw.SQLITE_LIMIT_EXPR_DEPTH, 200),
        (raw.SQLITE_LIMIT_COMPOUND_SELECT, 50),
        (raw.SQLITE_LIMIT_VDBE_OP, 100_000),
        (raw.SQLITE_LIMIT_FUNCTION_ARG, 100),
        (raw.SQLITE_LIMIT_ATTACHED, 0),
        (raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
        (raw.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (raw.SQLITE_LIMIT_WORKER_THREADS, 0),
    ];
}

/// <summary>Lets a table take a text of the tenant that is longer than a query may make.</summary>
internal sealed class StringLimit : IDisposable
{
    private const int MostBytes = 64 << 20;
    private readonly sqlite3 database;

    private StringLimit(sqlite3 database)
    {
        this.database = database;
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_LENGTH, MostBytes);
    }

    public static StringLimit Lifted(sqlite3 database) => new(database);

    public void Dispose() => raw.sqlite3_limit(database, raw.SQLITE_LIMIT_LENGTH, StatementLimits.TextBytes);
}
