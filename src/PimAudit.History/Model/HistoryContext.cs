using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PimAudit.History;

/// <summary>The one model of the history. Tables and columns are named for people who look into it with SQL.</summary>
internal abstract class HistoryContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The table that says which migrations were applied.</summary>
    public const string Versions = "history_versions";

    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<ResultRow> Results => Set<ResultRow>();
    public DbSet<ManifestRow> Manifests => Set<ManifestRow>();
    public DbSet<FindingRow> Findings => Set<FindingRow>();
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    public DbSet<SlotRow> Slots => Set<SlotRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    /// <summary>Begins what only one process at a time may do for a tenant: record a run.</summary>
    public abstract Task BeginRecordingAsync(Guid tenant, CancellationToken cancellation);

    /// <summary>How a choice of rows leaves out those that another process is about to change.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Takes what was deleted out of the files, too.</summary>
    public abstract Task WipeAsync(CancellationToken cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        configuration.Properties<Guid>().HaveConversion<IdText>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<RunRow>(run =>
        {
            run.ToTable("runs").HasKey(row => row.Number);
            run.HasIndex(row => row.ManifestHash).IsUnique();
            run.HasIndex(row => new { row.Tenant, row.Previous }).IsUnique();
            run.HasIndex(row => new { row.Tenant, row.Slot }).IsUnique();
            run.HasIndex(row => new { row.Tenant, row.TakenAt });
        });
        model.Entity<ResultRow>(result =>
        {
            result.ToTable("results").HasKey(row => row.Number);
            result.Property(row => row.Number).ValueGeneratedNever();
            result.HasOne<RunRow>().WithOne().HasForeignKey<ResultRow>(row => row.Number);
        });
        model.Entity<ManifestRow>(manifest =>
        {
            manifest.ToTable("manifests").HasKey(row => row.Number);
            manifest.Property(row => row.Number).ValueGeneratedNever();
            manifest.HasOne<RunRow>().WithOne().HasForeignKey<ManifestRow>(row => row.Number);
        });
        model.Entity<FindingRow>().ToTable("findings").HasKey(row => new { row.Tenant, row.Fingerprint });
        model.Entity<SnapshotRow>().ToTable("snapshots").HasKey(row => new { row.Tenant, row.Hash });
        model.Entity<SlotRow>().ToTable("slots").HasKey(row => new { row.Tenant, row.Slot });
        model.Entity<OutboxRow>(message =>
        {
            message.ToTable("outbox").HasKey(row => row.Id);
            message.HasIndex(row => row.Key).IsUnique();
            message.HasIndex(row => row.DueAt);
            message.HasIndex(row => row.Run);
        });
        model.Entity<ReviewRow>().ToTable("reviews").HasKey(row => new { row.Tenant, row.Name });
        foreach (var entity in model.Model.GetEntityTypes())
            Rename(entity);
    }

    private static void Rename(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
            property.SetColumnName(Snake(property.Name));
        foreach (var key in entity.GetKeys())
            key.SetName($"pk_{entity.GetTableName()}");
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName($"ix_{entity.GetTableName()}_{Joined(index.Properties)}");
        foreach (var key in entity.GetForeignKeys())
            key.SetConstraintName($"fk_{entity.GetTableName()}_{Joined(key.Properties)}");
    }

    private static string Joined(IEnumerable<IReadOnlyProperty> properties) =>
        string.Join('_', properties.Select(property => Snake(property.Name)));

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
