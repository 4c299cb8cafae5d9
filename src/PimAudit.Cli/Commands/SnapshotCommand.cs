using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>snapshot FILE</c>: read a tenant and keep what was read.</summary>
internal static class SnapshotCommand
{
    private const string DefaultName = "snapshot.pimsnap";

    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        options.Out.HelpName = "FILE|DIR";
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
                .. options.OfCollecting,
                options.Quiet,
                options.NoColor,
            ],
            (run, _, cancellation) => SaveAsync(run, cancellation)
        );
    }

    private static async Task<ExitCode> SaveAsync(Run run, CancellationToken cancellation)
    {
        var place = new SnapshotPlace(PathOf(run));
        var kept = run.Resume ? await place.FinishAsync(cancellation) : null;
        if (kept is null && File.Exists(place.Path) && !run.Force)
            throw new Failure(
                ExitCode.Usage,
                "The snapshot would replace a file.",
                place.Path,
                "Nothing was read and nothing was written.",
                "Give another name with --out, or --force to replace it."
            );

        kept ??= await CollectAsync(run, place, cancellation);
        if (!run.Quiet)
            run.Surroundings.Error.WriteLine($"Written to {place.Path}, SHA-256 {kept.Hash}.");
        var missing = kept
            .Snapshot.Collection.Parts.Where(part => part.Status is not (PartStatus.Complete or PartStatus.NotAsked))
            .ToList();
        if (!run.Quiet)
            missing.ForEach(part => Tell(part, run.Surroundings.Error));
        return missing.Count == 0 || run.AllowIncomplete ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static async Task<ArchivedSnapshot> CollectAsync(
        Run run,
        SnapshotPlace place,
        CancellationToken cancellation
    )
    {
        using var collected = await Collection.RunAsync(run, place.Work, cancellation);
        return await place.KeepAsync(collected, cancellation);
    }

    private static void Tell(PartRecord part, TextWriter error)
    {
        var extent = part.Status is PartStatus.Partial ? $" for {Say.Count(part.Gaps.Length, "object")}" : "";
        error.WriteLine(
            $"Not read{extent}: {PartNames.Of(part.Part)}. {Printable.Of(part.Detail ?? "")} {Cure.Of(part)}"
        );
    }

    private static string PathOf(Run run)
    {
        var path = run.Out ?? run.Surroundings.Folder;
        return Directory.Exists(path) || Path.EndsInDirectorySeparator(path) ? Path.Combine(path, DefaultName) : path;
    }
}
