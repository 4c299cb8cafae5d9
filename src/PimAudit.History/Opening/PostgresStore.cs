using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PimAudit.History;

/// <summary>A history on a PostgreSQL server, for several nodes.</summary>
internal sealed class PostgresStore : HistoryStore
{
    /// <summary>Of the lock under which one node migrates; any number that nobody else uses.</summary>
    private const long MigrationLock = 0x50696D4175646974;

    private readonly NpgsqlDataSource source;
    private readonly string place;
    private readonly DbContextOptions<PostgresHistory> options;

    private PostgresStore(NpgsqlConnectionStringBuilder given)
    {
        place = $"{given.Host}:{given.Port}/{given.Database}";
        if (string.IsNullOrEmpty(given.ApplicationName))
            given.ApplicationName = "PimAudit";
        source = NpgsqlDataSource.Create(given);
        options = PostgresHistory.Options(source);
    }

    public override string Place => place;

    public override HistoryContext Context() => new PostgresHistory(options);

    /// <exception cref="HistoryException">The server does not answer or refuses, or a newer program wrote there.</exception>
    public static async Task<HistoryStore> OpenAsync(
        NpgsqlConnectionStringBuilder given,
        CancellationToken cancellation
    )
    {
        var store = new PostgresStore(given);
        try
        {
            await using var context = store.Context();
            await Schema.RefuseNewerAsync(context, store.Place, cancellation);
            if (await Schema.IsOlderAsync(context, cancellation))
                await store.MigrateAsync(context, cancellation);
            return store;
        }
        catch (Exception error)
        {
            await store.DisposeAsync();
            if (error is NpgsqlException or DbUpdateException or SocketException or TimeoutException)
                throw Troubles.CannotOpen(store.Place, error);
            throw;
        }
    }

    /// <summary>One node migrates, the others wait and find nothing left to do. The lock ends with its connection.</summary>
    private async Task MigrateAsync(HistoryContext context, CancellationToken cancellation)
    {
        await using var alone = await source.OpenConnectionAsync(cancellation);
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", alone)
        {
            CommandTimeout = 0,
        };
        await take.ExecuteNonQueryAsync(cancellation);
        await context.Database.MigrateAsync(cancellation);
        await using var give = new NpgsqlCommand($"SELECT pg_advisory_unlock({MigrationLock})", alone);
        await give.ExecuteNonQueryAsync(cancellation);
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
