using Microsoft.Data.Sqlite;
using Npgsql;

namespace PimAudit.History;

/// <summary>What a database said, in words that help. What it says itself holds no password.</summary>
internal static class Troubles
{
    private const string Cost = "The history was not changed.";

    public static HistoryException With(HistoryStore store, string failed, Exception error)
    {
        var cause = error.GetBaseException();
        return new(failed, $"{store.Place}: {Said(cause)}", Cost, Remedy(cause), error);
    }

    /// <summary>Another process was faster: what a unique index is for.</summary>
    public static bool IsTwin(Exception error) =>
        error.GetBaseException()
            is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static HistoryException CannotOpen(string place, Exception error)
    {
        var cause = error.GetBaseException();
        return new(
            $"Cannot open the history {place}.",
            Said(cause),
            "Nothing was read from a tenant and nothing was written.",
            Remedy(cause),
            error
        );
    }

    private static string Said(Exception cause) =>
        string.Join(' ', cause.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Remedy(Exception cause) =>
        cause switch
        {
            PostgresException { SqlState: "28P01" or "28000" } =>
                "Correct user and password in the connection string of the history.",
            PostgresException { SqlState: "3D000" } =>
                "Create the database, or correct its name in the connection string.",
            PostgresException { SqlState: "42501" } =>
                "Give the user the right to create tables in its schema, and to read and write them.",
            PostgresException => "See what the server says in its own log, then run again.",
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
                "Wait until the other process has finished with the history, then run again.",
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT } =>
                "Name another file as history.connection, or put back a backup of this one.",
            SqliteException or IOException or UnauthorizedAccessException =>
                "Check the path of the history, its permissions and the free space.",
            _ => "Check that the server is there and that its name and port are right, then run again.",
        };
}
