using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary><c>scan</c>: collect, judge and report in one go.</summary>
internal static class ScanCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        return RunVerb.Make(
            new("scan", "Read a tenant, judge it, write the reports."),
            options,
            surroundings,
            [options.Config, options.Demo, .. options.OfJudging, .. options.OfCollecting, .. options.OfWriting],
            (run, _, cancellation) => TellingAsync(run, cancellation)
        );
    }

    /// <summary>A scan that ends without a result is told too.</summary>
    private static async Task<ExitCode> TellingAsync(Run run, CancellationToken cancellation)
    {
        try
        {
            return await ScanAsync(run, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await NoticeSender.SendAsync(run, Notices.OfFailure(run, error), cancellation);
            throw;
        }
    }

    private static async Task<ExitCode> ScanAsync(Run run, CancellationToken cancellation)
    {
        Publication.RefuseTaken(run);
        run = SigningChoice.Load(run);
        run = await BaselineChoice.LoadAsync(run, cancellation);
        run = await EarlierChoice.LoadAsync(run, cancellation);
        run = await ReviewChoice.LoadAsync(run, cancellation);
        await using var recorder = await RunRecorder.OpenAsync(run, cancellation);
        using var collected = await CollectAsync(run, cancellation);
        var seen = run.Demo ? await SnapshotFile.HashAsync(collected.Snapshot, cancellation) : null;
        run = await recorder.BeforeAsync(run, collected.Snapshot, seen, cancellation);
        var publication = await Publication.OfScanAsync(run, collected.Snapshot, cancellation);
        collected.Complete();
        await recorder.RecordAsync(run, publication, cancellation);
        var code = new Ending(run).Tell(publication);
        await NoticeSender.SendAsync(run, Notices.Of(run, publication.Result), cancellation);
        return code;
    }

    private static async Task<Collection> CollectAsync(Run run, CancellationToken cancellation)
    {
        try
        {
            return await Collection.RunAsync(run, run.WorkFolder, cancellation);
        }
        catch (WrongTenantException other) when (run.Settings.Tenant is null)
        {
            BaselineChoice.RefuseOther(run.Baseline, run.Settings.Baseline, other.Seen);
            EarlierChoice.RefuseOther(run.Earlier, other.Seen);
            ReviewChoice.RefuseOther(run.Reviews, other.Seen);
            throw;
        }
    }
}
