using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports;

namespace PimAudit.Cli;

/// <summary>The reports outside the folder of a run: all of them whole under temporary names before one is put in place.</summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly List<(Format Format, StagedFile File)> staged = [];

    /// <summary>Paths with a note for the summary.</summary>
    public ImmutableArray<(string Name, string Note)> Files =>
        [.. staged.Select(one => (one.File.FullPath, one.Format.Note))];

    /// <summary>Refuses early what would be refused after minutes of reading: a new scan never wrote what lies there.</summary>
    /// <exception cref="Failure">A file exists.</exception>
    public static void RefuseTaken(Run run)
    {
        if (run.Outputs.FirstOrDefault(output => File.Exists(output.Path)) is { Path: { } path })
            throw Taken(path, "Nothing was read and nothing was written.");
    }

    /// <summary>Whoever puts a report where the run puts another file would spoil what the manifest says of it.</summary>
    /// <param name="names">Files of the run in its folder.</param>
    /// <exception cref="Failure">An output is one of them.</exception>
    public static void RefuseInside(Run run, string folder, IEnumerable<string> names)
    {
        var own = names
            .Append(RunManifest.FileName)
            .Append(RunManifest.SignatureName)
            .ToDictionary(name => Path.Combine(folder, name), Outputs.PathComparer);
        foreach (var output in run.Outputs)
            if (output.Path is { } path && own.TryGetValue(path, out var name) && name != output.Format.FileName)
                throw new Failure(
                    ExitCode.Usage,
                    $"The report {output.Format.Name} cannot be written to {path}.",
                    $"The run writes its own {name} there.",
                    "Nothing was written.",
                    "Name another file with -o."
                );
    }

    /// <exception cref="Failure">A file exists, is not of this run, and was not given up with <c>--force</c>.</exception>
    public static async Task<OutputFiles> StageAsync(
        Run run,
        AuditResult result,
        ReportFacts facts,
        CancellationToken cancellation
    )
    {
        var files = new OutputFiles();
        try
        {
            foreach (var output in run.Outputs.Where(output => output.Path is not null))
                await files.StageAsync(output.Format, output.Path!, result, facts, cancellation);
            if (!run.Force && files.staged.FirstOrDefault(one => one.File.WouldReplace) is { File: { } taken })
                throw Taken(taken.FullPath, "Nothing was written.");
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public void Commit()
    {
        foreach (var (_, file) in staged)
            file.Commit();
    }

    public void Dispose()
    {
        foreach (var (_, file) in staged)
            file.Dispose();
    }

    private async Task StageAsync(
        Format format,
        string path,
        AuditResult result,
        ReportFacts facts,
        CancellationToken cancellation
    ) =>
        staged.Add(
            (
                format,
                await StagedFile.WriteAsync(
                    path,
                    (stream, token) => format.WriteAsync(result, facts, stream, token),
                    cancellation
                )
            )
        );

    private static Failure Taken(string path, string cost) =>
        new(
            ExitCode.Usage,
            $"The file {path} exists and is not of this run.",
            "It holds something else than what would be written.",
            cost,
            "Name another file with -o, or give --force to replace it."
        );
}
