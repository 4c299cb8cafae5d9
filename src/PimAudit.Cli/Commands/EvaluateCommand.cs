using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>evaluate SNAPSHOT</c>: judge a saved snapshot; needs no token and no network.</summary>
internal static class EvaluateCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var snapshot = new Argument<string>("SNAPSHOT")
        {
            Description = "A .pimsnap file, or a folder with its files.",
        };
        options.Demo.Description = "Judge by the sample tenant's configuration.";
        return RunVerb.Make(
            new("evaluate", "Judge a saved snapshot and write the reports."),
            options,
            surroundings,
            [snapshot, options.Config, options.Demo, .. options.OfJudging, .. options.OfWriting],
            (run, parsed, cancellation) =>
                EvaluateAsync(run, Path.GetFullPath(parsed.GetValue(snapshot)!, surroundings.Folder), cancellation)
        );
    }

    private static async Task<ExitCode> EvaluateAsync(Run run, string path, CancellationToken cancellation)
    {
        run = await RunInputs.LoadAsync(run, cancellation);
        await using var recorder = await RunRecorder.OpenAsync(run, cancellation);
        var archived = await SnapshotFile.ReadAsync(path, cancellation);
        if (run.Settings.Tenant is { } tenant && tenant != archived.Snapshot.Tenant.Id)
            throw new Failure(
                ExitCode.Usage,
                "The snapshot is of another tenant.",
                $"The configuration names {tenant:D}; {path} holds {archived.Snapshot.Tenant.Id:D}.",
                "Nothing was judged and nothing was written.",
                "Give that tenant's configuration with --config."
            );

        run = await recorder.BeforeAsync(run, archived.Snapshot, archived.Hash, cancellation);
        var publication = await Publication.OfEvaluationAsync(run, archived, cancellation);
        publication = publication with { Notices = Notices.Of(run, publication.Result) };
        await recorder.RecordAsync(run, publication, cancellation);
        return new Ending(run).Tell(publication);
    }
}
