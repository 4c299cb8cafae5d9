using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PimAudit.History;

/// <summary>A history in a file of its own, which several processes may use at once.</summary>
internal sealed class SqliteStore : HistoryStore
{
    /// <summary>How long a process waits for another one that writes.</summary>
    private const int Patience = 60;

    private readonly string connection;
    private readonly string path;
    private readonly DbContextOptions<SqliteHistory> options;

    private SqliteStore(string path)
    {
        this.path = path;
        connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = Patience,
        }.ConnectionString;
        options = SqliteHistory.Options(connection);
    }

    public override string Place => path;

    public override HistoryContext Context() => new SqliteHistory(options);

    /// <exception cref="HistoryException">The file cannot be used, or a newer program wrote it.</exception>
    public static async Task<HistoryStore> OpenAsync(
        SqliteConnectionStringBuilder given,
        CancellationToken cancellation
    )
    {
        if (
            given.Mode is SqliteOpenMode.Memory
            || given.DataSource.Length == 0
            || given.DataSource.StartsWith(':')
            || given.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        )
            throw new ArgumentException("A history must outlive the process.", nameof(given));

        var file = Path.GetFullPath(given.DataSource);
        var store = new SqliteStore(file);
        try
        {
            SqliteFile.Create(file);
            await using var context = store.Context();
            await SqliteFile.RefuseForeignAsync(context, file, cancellation);
            await Schema.RefuseNewerAsync(context, file, cancellation);
            if (await Schema.IsOlderAsync(context, cancellation))
                await MigrateAsync(context, file, cancellation);
            return store;
        }
        catch (Exception error)
            when (error is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            throw Troubles.CannotOpen(file, error);
        }
    }

    /// <summary>
    /// One process migrates, the others wait. The lock that the framework keeps in a table outlives a process that was
    /// killed; whoever holds the file lock knows that nobody else migrates, and removes it.
    /// </summary>
    private static async Task MigrateAsync(HistoryContext context, string path, CancellationToken cancellation)
    {
        await using var alone = await SqliteFile.LockAsync(path + ".migrating", cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    public override ValueTask DisposeAsync()
    {
        using var pooled = new SqliteConnection(connection);
        SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
    }
}
