using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Pdf;

namespace PimAudit.Cli;

/// <summary>What a run has written.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="Files">Names with a note for the summary.</param>
internal sealed record Publication(AuditResult Result, string Folder, ImmutableArray<(string Name, string Note)> Files)
{
    private const string SnapshotName = "snapshot.pimsnap";
    private const string ResultName = "result.json";
    private const string WorkbookName = "findings.xlsx";
    private const string PdfName = "findings.pdf";

    /// <summary>
    /// Refuses early what would be refused after minutes of reading: a new scan is never the run that lies in the folder. The
    /// sample tenant's clock stands still, so its scans can be one run.
    /// </summary>
    /// <exception cref="Failure">The folder holds files that the run would replace.</exception>
    public static void RefuseTakenFolder(Run run)
    {
        if (run.Out is null || run.Force || run.Demo)
            return;
        if (RunFolder.InTheWay(run.Out, [SnapshotName, .. NamesOf(run, snapshot: null)]) is not { Count: > 0 } taken)
            return;

        throw new Failure(
            ExitCode.Usage,
            $"The folder {run.Out} holds the files of another run.",
            $"In the way: {string.Join(", ", taken)}.",
            "Nothing was read and nothing was written.",
            "Name another folder with --out, or give --force to replace the files."
        );
    }

    /// <summary>Judges a fresh snapshot and writes it beside the reports, so that it can be judged again.</summary>
    public static async Task<Publication> OfScanAsync(Run run, TenantSnapshot snapshot, CancellationToken cancellation)
    {
        var hash = await SnapshotFile.HashAsync(snapshot, cancellation);
        return await WriteAsync(run, run.Judge(snapshot, hash), snapshot, cancellation);
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
        AuditResult result,
        TenantSnapshot? snapshot,
        CancellationToken cancellation
    )
    {
        var started = run.Surroundings.Time.GetUtcNow();
        var path = run.FolderOf(result.Tenant.Id, result.Snapshot.TakenAt);
        using var folder = RunFolder.Open(path, result.Run.Id, NamesOf(run, snapshot), run.Force);
        if (snapshot is not null)
            await folder.StageAsync(
                SnapshotName,
                (stream, token) => SnapshotFile.WriteAsync(snapshot, stream, token),
                cancellation
            );
        await StageReportsAsync(folder, run, result, cancellation);
        await folder.CommitAsync(ManifestOf(result, started, run.Surroundings.Time.GetUtcNow()), cancellation);
        return new(
            result,
            folder.FullPath,
            [.. folder.Files.Select(Note), (RunManifest.FileName, "SHA-256 of each file")]
        );
    }

    /// <summary>The result always, because the other reports carry its hash.</summary>
    private static async Task StageReportsAsync(
        RunFolder folder,
        Run run,
        AuditResult result,
        CancellationToken cancellation
    )
    {
        var file = await folder.StageAsync(
            ResultName,
            (stream, token) => ResultFile.WriteAsync(result, stream, token),
            cancellation
        );
        var facts = new ReportFacts(file.Sha256);
        if (run.Formats.Contains("xlsx", StringComparer.Ordinal))
            await folder.StageAsync(
                WorkbookName,
                (stream, _) =>
                {
                    ExcelReport.Write(result, facts, stream);
                    return Task.CompletedTask;
                },
                cancellation
            );
        if (run.Formats.Contains("pdf", StringComparer.Ordinal))
            await folder.StageAsync(PdfName, PdfReport.Write(result, facts), cancellation);
    }

    private static IEnumerable<string> NamesOf(Run run, TenantSnapshot? snapshot)
    {
        yield return ResultName;
        if (snapshot is not null)
            yield return SnapshotName;
        if (run.Formats.Contains("xlsx", StringComparer.Ordinal))
            yield return WorkbookName;
        if (run.Formats.Contains("pdf", StringComparer.Ordinal))
            yield return PdfName;
    }

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

    private static (string Name, string Note) Note(RunFile file) =>
        (
            file.Name,
            file.Name switch
            {
                WorkbookName => "workbook: findings, access review, role settings, coverage",
                PdfName => "report to sign",
                ResultName => $"everything, for machines; SHA-256 {file.Sha256[..16]}",
                _ => "the evidence, to be judged again with 'pimaudit evaluate'",
            }
        );
}
