using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary>A run that a history holds: its manifest and its result. The signature is that of the run's folder, where there is one.</summary>
internal sealed class HistoryPlace : EvidencePlace
{
    private readonly IRunHistory history;
    private readonly PastRun run;
    private readonly ReadOnlyMemory<byte> manifest;

    /// <param name="manifest">Null when the history has none.</param>
    private HistoryPlace(IRunHistory history, PastRun run, ReadOnlyMemory<byte>? manifest)
        : base($"history, run {run.Number}")
    {
        this.history = history;
        this.run = run;
        this.manifest = manifest ?? default;
        Names =
            manifest is null ? []
            : run.Folder.Length > 0 && File.Exists(SignaturePath) ? [ManifestName, RunManifest.SignatureName]
            : [ManifestName];
    }

    /// <summary>All runs of all tenants.</summary>
    /// <exception cref="HistoryException">The history cannot be read.</exception>
    public static async Task<ImmutableArray<EvidencePlace>> AllAsync(
        IRunHistory history,
        CancellationToken cancellation
    )
    {
        var places = ImmutableArray.CreateBuilder<EvidencePlace>();
        foreach (var past in await history.ListAsync(new(), cancellation))
            places.Add(new HistoryPlace(history, past, await ManifestAsync(history, past, cancellation)));
        return places.ToImmutable();
    }

    /// <summary>A run without its manifest is one that does not hold, and no reason to look at no other.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ManifestAsync(
        IRunHistory history,
        PastRun past,
        CancellationToken cancellation
    )
    {
        try
        {
            return await history.ManifestAsync(past, cancellation);
        }
        catch (HistoryException)
        {
            return null;
        }
    }

    public override IReadOnlyList<string> Names { get; }

    public override bool HoldsFiles => false;

    public override Stream Open(string name) =>
        name == RunManifest.SignatureName ? File.OpenRead(SignaturePath) : new MemoryStream(manifest.ToArray());

    public override async Task<ImmutableArray<EvidenceProblem>> ProblemsAsync(
        RunManifest named,
        CancellationToken cancellation
    )
    {
        var hash = ManifestFile.HashOf(manifest.Span);
        var result = named.Files.FirstOrDefault(file => file.Name == Formats.Result.FileName)?.Sha256;
        return
        [
            .. Differing(RunManifest.FileName, "manifest", hash, run.ManifestHash),
            .. Differing(RunManifest.FileName, "previous run", named.Previous ?? "none", run.Previous ?? "none"),
            .. Differing(RunManifest.FileName, "run id", named.RunId, run.Trend.Id),
            .. Differing(RunManifest.FileName, "tenant", $"{named.Tenant:D}", $"{run.Tenant:D}"),
            .. Differing(Formats.Result.FileName, "result", run.ResultHash, result ?? "none"),
            .. await ResultProblemsAsync(cancellation),
        ];
    }

    private string ManifestName => run.HasResult ? RunManifest.FileName : EvidenceNames.Pruned;

    private string SignaturePath => Path.Combine(run.Folder, RunManifest.SignatureName);

    private async Task<ImmutableArray<EvidenceProblem>> ResultProblemsAsync(CancellationToken cancellation)
    {
        if (!run.HasResult)
            return [];
        try
        {
            var kept = await history.ResultAsync(run, cancellation);
            return [.. Differing(Formats.Result.FileName, "result", kept.Hash, run.ResultHash)];
        }
        catch (HistoryException error)
        {
            return
            [
                new(
                    EvidenceFault.ChangedFile,
                    Formats.Result.FileName,
                    "The result in the history cannot be accepted.",
                    error.Message.Split('\n', 3) is [_, var seen, ..] ? seen.Trim() : error.Message,
                    $"SHA-256 {run.ResultHash}"
                ),
            ];
        }
    }

    private static IEnumerable<EvidenceProblem> Differing(string file, string what, string seen, string expected)
    {
        if (seen != expected)
            yield return new(
                EvidenceFault.Contradiction,
                file,
                $"The history holds another {what} than it recorded.",
                seen,
                expected
            );
    }
}
