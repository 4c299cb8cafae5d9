using System.Collections.Immutable;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>Which runs are asked for. A null leaves a condition out.</summary>
/// <param name="Since">UTC, included; compared with the start of the collection.</param>
/// <param name="Until">UTC, not included.</param>
/// <param name="Most">The newest so many.</param>
public sealed record RunChoice(
    Guid? Tenant = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Until = null,
    int? Most = null
);

/// <summary>Runs of the past.</summary>
public interface IRunHistory
{
    /// <summary>The run of the tenant that was recorded last: the one whose manifest the next one names.</summary>
    Task<PastRun?> NewestAsync(Guid tenant, CancellationToken cancellation);

    /// <summary>Oldest first: by the start of the collection, then in the order of recording.</summary>
    Task<ImmutableArray<PastRun>> ListAsync(RunChoice choice, CancellationToken cancellation);

    /// <summary>With the hash by which a later run can name it.</summary>
    /// <exception cref="HistoryException">The result was pruned or purged, or is not what was recorded.</exception>
    Task<ArchivedResult> ResultAsync(PastRun run, CancellationToken cancellation);

    /// <summary>The bytes of the run's manifest, as they were written.</summary>
    Task<ReadOnlyMemory<byte>> ManifestAsync(PastRun run, CancellationToken cancellation);

    /// <summary>When each open finding of a tenant was seen first, by fingerprint; UTC.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(Guid tenant, CancellationToken cancellation);

    /// <summary>
    /// Records a run, ends the claim on its slot and stores its messages, all or nothing. The same manifest a second time
    /// adds nothing but a slot and messages that were not known yet. The newest run with another manifest over the same result,
    /// because further reports were written beside it, gets that manifest.
    /// </summary>
    /// <returns>The recorded run.</returns>
    /// <exception cref="HistoryException">
    /// The manifest does not name the newest run of its tenant as its previous one, or another run is recorded for the slot. The
    /// first run of a tenant may continue a chain that is older than the history.
    /// </exception>
    Task<PastRun> RecordAsync(RunToRecord run, CancellationToken cancellation);
}
