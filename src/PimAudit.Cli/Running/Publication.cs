using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.History;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Redaction;

namespace PimAudit.Cli;

/// <summary>What a run has written.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="Files">Names (paths, outside the folder) with a note for the summary.</param>
internal sealed record Publication(AuditResult Result, string Folder, ImmutableArray<(string Name, string Note)> Files)
{
    /// <summary>SHA-256 of <c>result.json</c>, 64 hex digits.</summary>
    public required string ResultHash { get; init; }

    /// <summary>The bytes of <c>manifest.json</c>.</summary>
    public required ReadOnlyMemory<byte> Manifest { get; init; }

    /// <summary>What the channels of the configuration are told of it.</summary>
    public ImmutableArray<OutboxMessage> Notices { get; init; } = [];

    public const string SnapshotName = "snapshot.pimsnap";
    private const string SnapshotNote = "the evidence, to be judged again with 'pimaudit evaluate'";

    /// <summary>
    /// Refuses early what would be refused after minutes of reading: a new scan is never the run that lies in the folder. The
    /// sample tenant's clock stands still, so its scans can be one run.
    /// </summary>
    /// <exception cref="Failure">The folder, or a file outside it, holds something that the run would replace.</exception>
    public static void RefuseTaken(Run run)
    {
        if (run.Force || run.Demo)
            return;
        OutputFiles.RefuseTaken(run);
        if (run.Out is null || RunFolder.InTheWay(run.Out, [SnapshotName, .. NamesOf(run)]) is not { Count: > 0 } taken)
            return;

        throw new Failure(
            ExitCode.Usage,
            $"The folder {run.Out} holds the files of another run.",
            $"In the way: {string.Join(", ", taken)}.",
            "Nothing was read and nothing was written.",
            "Name another folder with --out, or give --force to replace the files."
        );
    }

    /// <summary>
    /// Judges a fresh snapshot and writes it beside the reports, so that it can be judged again; not beside redacted ones.
    /// </summary>
    public static async Task<Publication> OfScanAsync(Run run, TenantSnapshot snapshot, CancellationToken cancellation)
    {
        var hash = await SnapshotFile.HashAsync(snapshot, cancellation);
        var kept = run.RedactionKey is null ? snapshot : null;
        return await WriteAsync(run, run.Judge(snapshot, hash), kept, cancellation);
    }

    /// <summary>Judges a saved snapshot; the snapshot stays where it is.</summary>
    public static Task<Publication> OfEvaluationAsync(
        Run run,
        ArchivedSnapshot archived,
        CancellationToken cancellation
    ) => WriteAsync(run, run.Judge(archived.Snapshot, archived.Hash), snapshot: null, cancellation);

    /// <summary>Writes the reports of a result.</summary>
    public static Task<Publication> OfResultAsync(Run run, AuditResult result, CancellationToken cancellation) =>
        WriteAsync(run, result, snapshot: null, cancellation);

    private static async Task<Publication> WriteAsync(
        Run run,
        AuditResult whole,
        TenantSnapshot? snapshot,
        CancellationToken cancellation
    )
    {
        var started = run.Surroundings.Time.GetUtcNow();
        run = SigningChoice.Load(run);
        var result = run.RedactionKey is { } key ? Redactor.Redact(whole, key, OwnWords.All) : whole;
        var path = run.FolderOf(result.Tenant.Id, result.Snapshot.TakenAt);
        string[] names = snapshot is null ? [.. NamesOf(run)] : [SnapshotName, .. NamesOf(run)];
        OutputFiles.RefuseInside(run, path, names);
        using var folder = RunFolder.Open(path, result.Run.Id, names, run.Force, result.Tenant.Id);
        if (snapshot is not null)
            await folder.StageAsync(
                SnapshotName,
                (stream, token) => SnapshotFile.WriteAsync(snapshot, stream, token),
                cancellation
            );
        var facts = await StageReportsAsync(folder, run, result, cancellation);
        using var outputs = await OutputFiles.StageAsync(run, result, facts, cancellation);
        var chain = run.Out is null ? RunChain.In(Path.GetDirectoryName(path)!, result.Tenant.Id) : null;
        var manifest = ManifestOf(result, started, run.Surroundings.Time.GetUtcNow()) with
        {
            Previous = run.History is null ? run.PreviousManifest ?? chain?.NewestBeside(path) : run.PreviousManifest,
            Slot = run.Slot,
        };
        var sealedManifest = await folder.CommitAsync(manifest, cancellation, run.Signer, chain);
        outputs.Commit();
        foreach (var output in run.Outputs.Where(output => output.Path is null))
            await output.Format.WriteAsync(result, facts, new TextStream(run.Surroundings.Out), cancellation);
        return new(result, folder.FullPath, [.. folder.Files.Select(Note), .. NotesOfManifest(run), .. outputs.Files])
        {
            ResultHash = facts.ResultSha256,
            Manifest = sealedManifest,
        };
    }

    private static async Task<ReportFacts> StageReportsAsync(
        RunFolder folder,
        Run run,
        AuditResult result,
        CancellationToken cancellation
    )
    {
        var file = await folder.StageAsync(
            Formats.Result.FileName,
            (stream, token) => ResultFile.WriteAsync(result, stream, token),
            cancellation
        );
        var facts = run.Settings.FactsOf(file.Sha256);
        if (run.RedactionKey is { } key)
            facts = facts with { Classification = Redactor.Redact(facts.Classification, key, OwnWords.All) };
        foreach (var format in Formats.Beside(run.Formats))
            await folder.StageAsync(
                format.FileName,
                (stream, token) => format.WriteAsync(result, facts, stream, token),
                cancellation
            );
        return facts;
    }

    private static IEnumerable<string> NamesOf(Run run) =>
        Formats.Beside(run.Formats).Select(format => format.FileName).Prepend(Formats.Result.FileName);

    private static RunManifest ManifestOf(AuditResult result, DateTimeOffset started, DateTimeOffset ended) =>
        new(
            RunManifest.CurrentSchemaVersion,
            result.Run.Id,
            result.Run.ToolVersion,
            result.Tenant.Id,
            result.Snapshot.Hash,
            result.Profiles[0].Hash,
            result.Run.ConfigurationHash,
            Previous: null,
            started,
            ended,
            []
        );

    private static IEnumerable<(string Name, string Note)> NotesOfManifest(Run run) =>
        run.Signer is null
            ? [(RunManifest.FileName, "SHA-256 of each file")]
            : [(RunManifest.FileName, "SHA-256 of each file"), (RunManifest.SignatureName, "its signature")];

    private static (string Name, string Note) Note(RunFile file) =>
        (
            file.Name,
            file.Name == Formats.Result.FileName
                ? $"{Formats.Result.Note}; SHA-256 {file.Sha256[..16]}"
                : Formats.All.FirstOrDefault(format => format.FileName == file.Name)?.Note ?? SnapshotNote
        );
}
