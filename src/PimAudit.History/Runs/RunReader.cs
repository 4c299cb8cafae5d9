using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PimAudit.Archive;

namespace PimAudit.History;

/// <summary>Reads runs; a list never touches their results.</summary>
internal sealed class RunReader(HistoryStore store)
{
    private const string Failed = "The history could not be read.";

    /// <summary>The run that was recorded last, first.</summary>
    public static IQueryable<RunRow> Newest(HistoryContext history, Guid tenant) =>
        history.Runs.AsNoTracking().Where(row => row.Tenant == tenant).OrderByDescending(row => row.Number);

    public Task<PastRun?> NewestAsync(Guid tenant, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
                await Newest(history, tenant).FirstOrDefaultAsync(cancellation) is { } row ? Rows.ToPast(row) : null
        );

    public Task<PastRun?> FindAsync(long number, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
                await history.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellation)
                    is { } row
                    ? Rows.ToPast(row)
                    : null
        );

    public Task<ImmutableArray<PastRun>> ListAsync(RunChoice choice, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            async history =>
            {
                var rows = await Chosen(history, choice).ToListAsync(cancellation);
                return rows.OrderBy(row => row.TakenAt)
                    .ThenBy(row => row.Number)
                    .Select(Rows.ToPast)
                    .ToImmutableArray();
            }
        );

    private static IQueryable<RunRow> Chosen(HistoryContext history, RunChoice choice)
    {
        var rows = history.Runs.AsNoTracking();
        if (choice.Tenant is { } tenant)
            rows = rows.Where(row => row.Tenant == tenant);
        if (choice.Since is { } since)
            rows = rows.Where(row => row.TakenAt >= since);
        if (choice.Until is { } until)
            rows = rows.Where(row => row.TakenAt < until);
        return choice.Most is { } most
            ? rows.OrderByDescending(row => row.TakenAt).ThenByDescending(row => row.Number).Take(most)
            : rows;
    }

    public async Task<ArchivedResult> ResultAsync(PastRun run, CancellationToken cancellation)
    {
        var packed = await PackedAsync(run, cancellation) ?? throw Gone(run);

        try
        {
            await using var content = Packed.Open(packed);
            var read = await ResultFile.ReadArchivedAsync(content, cancellation);
            return read.Hash == run.ResultHash ? read : throw Changed(run, "Its hash is not the recorded one.");
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or JsonException)
        {
            throw Changed(run, error.Message, error);
        }
    }

    /// <summary>The bytes of <c>result.json</c>; null where it was pruned or purged.</summary>
    public async Task<byte[]?> ResultFileAsync(PastRun run, CancellationToken cancellation)
    {
        if (await PackedAsync(run, cancellation) is not { } packed)
            return null;

        await using var content = Packed.Open(packed);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private Task<byte[]?> PackedAsync(PastRun run, CancellationToken cancellation) =>
        store.UseAsync(
            Failed,
            history =>
                history
                    .Results.Where(row => row.Number == run.Number)
                    .Select(row => row.Brotli)
                    .SingleOrDefaultAsync(cancellation)
        );

    public async Task<ReadOnlyMemory<byte>> ManifestAsync(PastRun run, CancellationToken cancellation) =>
        await store.UseAsync(
            Failed,
            history =>
                history
                    .Manifests.Where(row => row.Number == run.Number)
                    .Select(row => row.Json)
                    .SingleOrDefaultAsync(cancellation)
        ) ?? throw Gone(run);

    /// <param name="before">UTC; as it was known before a snapshot of this time; null for the present.</param>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(
        Guid tenant,
        DateTimeOffset? before,
        CancellationToken cancellation
    ) =>
        store.UseAsync<IReadOnlyDictionary<string, DateTimeOffset>>(
            Failed,
            async history =>
            {
                var rows = history.Findings.AsNoTracking().Where(row => row.Tenant == tenant);
                rows = before is { } moment
                    ? rows.Where(row => row.FirstSeen < moment && (row.ResolvedAt == null || row.ResolvedAt >= moment))
                    : rows.Where(row => row.ResolvedAt == null);
                return await rows.Select(row => new { row.Fingerprint, row.FirstSeen })
                    .ToDictionaryAsync(
                        row => row.Fingerprint,
                        row => row.FirstSeen,
                        StringComparer.Ordinal,
                        cancellation
                    );
            }
        );

    private static HistoryException Gone(PastRun run) =>
        new(
            $"The result of run {run.Number} is not in the history any more.",
            $"The run {run.Trend.Id} was pruned or purged; its hashes and counts are left.",
            "Nothing was compared and nothing was written.",
            "Name a run that 'pimaudit history list' shows with its result, or the folder of the run."
        );

    private static HistoryException Changed(PastRun run, string seen, Exception? cause = null) =>
        new(
            $"The result of run {run.Number} is not what was recorded.",
            seen,
            "Nothing was compared and nothing was written.",
            "Put back a backup of the history, and ask who can write to it.",
            cause
        );
}
