using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace PimAudit.History;

/// <summary>The history on a PostgreSQL server.</summary>
internal sealed class PostgresHistory(DbContextOptions<PostgresHistory> options) : HistoryContext(options)
{
    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    /// <summary>A lock of the tenant's own, which ends with the transaction.</summary>
    public override async Task BeginRecordingAsync(Guid tenant, CancellationToken cancellation)
    {
        await Database.BeginTransactionAsync(cancellation);
        var key = BinaryPrimitives.ReadInt64BigEndian(tenant.ToByteArray(bigEndian: true));
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellation);
    }

    /// <summary>The tables are written anew without the deleted rows. The server's own log and its backups are not ours.</summary>
    public override Task WipeAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("VACUUM FULL results, findings, runs, snapshots, outbox, reviews", cancellation);

    public static DbContextOptions<PostgresHistory> Options(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<PostgresHistory>()
            .UseNpgsql(source, postgres => postgres.MigrationsHistoryTable(Versions))
            .Options;
}

/// <summary>For the tool that writes migrations.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresHistory>
{
    public PostgresHistory CreateDbContext(string[] args) =>
        new(PostgresHistory.Options(NpgsqlDataSource.Create("Host=design")));
}
