using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.History;

namespace PimAudit.Service.Tests;

/// <summary>A history of which the health page asks the newest run alone.</summary>
internal sealed class KnownRuns : IRunHistory
{
    /// <summary>Null: the tenant was never scanned.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsDown { get; set; }

    public int Asked { get; private set; }

    public Task<PastRun?> NewestAsync(Guid tenant, CancellationToken cancellation)
    {
        Asked++;
        return IsDown ? Task.FromException<PastRun?>(new IOException("away"))
            : EndedAt is { } ended ? Task.FromResult<PastRun?>(Run(tenant, ended))
            : Task.FromResult<PastRun?>(null);
    }

    public Task<ImmutableArray<PastRun>> ListAsync(RunChoice choice, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ArchivedResult> ResultAsync(PastRun run, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>> ManifestAsync(PastRun run, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(
        Guid tenant,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    public Task<PastRun> RecordAsync(RunToRecord run, CancellationToken cancellation) =>
        throw new NotSupportedException();

    private static PastRun Run(Guid tenant, DateTimeOffset ended) =>
        new(
            Number: 1,
            tenant,
            Trend: null!,
            "0.1.0",
            ended.AddMinutes(-1),
            ended,
            IsIncomplete: false,
            ResultHash: "",
            ManifestHash: "",
            Previous: null,
            Folder: "",
            SnapshotHash: "",
            Slot: Nightly.Slot
        );
}
