using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>snapshot FILE</c>: read a tenant and keep what was read.</summary>
internal static class SnapshotCommand
{
    private const string DefaultName = "snapshot.pimsnap";

    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        options.Out.Description = "The file to write, or a folder for snapshot.pimsnap. Default: this folder.";
        return RunVerb.Make(
            new("snapshot", "Read a tenant and keep what was read, for 'evaluate'."),
            options,
            surroundings,
            [
                options.Config,
                options.Demo,
                options.Out,
                options.Force,
                options.AllowIncomplete,
                options.Quiet,
                options.NoColor,
            ],
            (run, _, cancellation) => SaveAsync(run, cancellation)
        );
    }

    private static async Task<ExitCode> SaveAsync(Run run, CancellationToken cancellation)
    {
        var path = PathOf(run);
        if (File.Exists(path) && !run.Force)
            throw new Failure(
                ExitCode.Usage,
                "The snapshot would replace a file.",
                path,
                "Nothing was read and nothing was written.",
                "Give another name with --out, or --force to replace it."
            );

        var snapshot = await Collection.RunAsync(run, cancellation);
        await SnapshotFile.WriteAsync(snapshot, path, cancellation);
        if (!run.Quiet)
            run.Surroundings.Error.WriteLine(
                $"Written to {path}, SHA-256 {await SnapshotFile.HashAsync(snapshot, cancellation)}."
            );
        return Completeness(snapshot, run.AllowIncomplete);
    }

    private static string PathOf(Run run)
    {
        var path = run.Out ?? run.Surroundings.Folder;
        return Directory.Exists(path) || Path.EndsInDirectorySeparator(path) ? Path.Combine(path, DefaultName) : path;
    }

    private static ExitCode Completeness(TenantSnapshot snapshot, bool allowIncomplete) =>
        allowIncomplete
        || snapshot.Collection.Parts.All(part => part.Status is PartStatus.Complete or PartStatus.NotAsked)
            ? ExitCode.Clean
            : ExitCode.Incomplete;
}
