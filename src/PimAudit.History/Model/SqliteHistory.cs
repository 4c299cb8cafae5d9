using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PimAudit.History;

/// <summary>The history in a file.</summary>
internal sealed class SqliteHistory(DbContextOptions<SqliteHistory> options) : HistoryContext(options)
{
    public override string SkipLocked => "";

    /// <summary>A transaction takes the right to write at once: nobody else writes before it ends.</summary>
    public override Task BeginRecordingAsync(Guid tenant, CancellationToken cancellation) =>
        Database.BeginTransactionAsync(cancellation);

    /// <summary>The file is written anew without the deleted rows, and the journal beside it is emptied.</summary>
    public override async Task WipeAsync(CancellationToken cancellation)
    {
        await Database.ExecuteSqlRawAsync("VACUUM", cancellation);
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    public static DbContextOptions<SqliteHistory> Options(string connection) =>
        new DbContextOptionsBuilder<SqliteHistory>()
            .UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(Versions))
            .Options;
}

/// <summary>For the tool that writes migrations.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteHistory>
{
    public SqliteHistory CreateDbContext(string[] args) => new(SqliteHistory.Options("Data Source=design.db"));
}
