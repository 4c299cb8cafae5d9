using System.Data.Common;

namespace PimAudit.History;

/// <summary>Which database a connection string means.</summary>
internal static class Provider
{
    /// <exception cref="HistoryException">It names neither a file nor a server. It is not repeated: it may hold a password.</exception>
    public static async Task<HistoryStore> OpenAsync(string connection, CancellationToken cancellation)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connection };
            if (words.ContainsKey("Host"))
                return await PostgresStore.OpenAsync(new(connection), cancellation);
            if (words.ContainsKey("Data Source") || words.ContainsKey("DataSource") || words.ContainsKey("Filename"))
                return await SqliteStore.OpenAsync(new(connection), cancellation);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or NotSupportedException)
        {
            throw Unfit("It holds a word or a value that the database does not know.", error);
        }

        throw Unfit("It names neither a file nor a server.");
    }

    private static HistoryException Unfit(string seen, Exception? cause = null) =>
        new(
            "The connection string of the history cannot be used.",
            seen,
            "Nothing was read from a tenant and nothing was written.",
            "Write 'Data Source=history.db', or 'Host=...;Database=...;Username=...;Password=...' for PostgreSQL.",
            cause
        );
}
