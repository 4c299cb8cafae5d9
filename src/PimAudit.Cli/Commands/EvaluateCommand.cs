using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>evaluate SNAPSHOT</c>: judge a saved snapshot; needs no token and, unless somebody is to be notified, no network.</summary>
internal static class EvaluateCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var snapshot = new Argument<string>("SNAPSHOT") { Description = "A .pimsnap file, or the folder of a run." };
        var notify = new Option<bool>("--notify")
        {
            Description = "Tell the channels of the configuration what is new, as a scan does.",
        };
        options.Demo.Description = "Judge by the sample tenant's configuration.";
        return RunVerb.Make(
            new("evaluate", "Judge a saved snapshot and write the reports."),
            options,
            surroundings,
            [snapshot, options.Config, options.Demo, .. options.OfJudging, notify, .. options.OfWriting],
            async (run, parsed, cancellation) =>
            {
                var path = ResultSource.SnapshotIn(Path.GetFullPath(parsed.GetValue(snapshot)!, surroundings.Folder));
                return parsed.GetValue(notify)
                    ? await ToldRun.EndAsync(run, () => JudgeAsync(run, path, isTold: true, cancellation), cancellation)
                    : new Ending(run).Tell(await JudgeAsync(run, path, isTold: false, cancellation));
            }
        );
    }

    /// <param name="isTold">Whether channels get what they ask for: a snapshot may be old, and judged by somebody who only looks.</param>
    private static async Task<Publication> JudgeAsync(Run run, string path, bool isTold, CancellationToken cancellation)
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
        var notices = Notices.Of(run, publication.Result);
        publication = publication with { Notices = isTold ? notices : [] };
        await recorder.RecordAsync(run, publication, cancellation);
        if (!isTold && run.History is not null && !notices.IsEmpty)
            run.Surroundings.Error.WriteLine(
                "Note: the channels are not told what is new here, and the next run compares itself with this one. "
                    + "Give --notify to tell them, as a scan does."
            );
        return publication;
    }
}
