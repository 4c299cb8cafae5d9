using System.CommandLine;
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
            (run, _, cancellation) => ScanAsync(run, cancellation)
        );
    }

    private static async Task<ExitCode> ScanAsync(Run run, CancellationToken cancellation)
    {
        Publication.RefuseTaken(run);
        run = SigningChoice.Load(run);
        run = await BaselineChoice.LoadAsync(run, cancellation);
        run = await EarlierChoice.LoadAsync(run, cancellation);
        run = await ReviewChoice.LoadAsync(run, cancellation);
        using var collected = await CollectAsync(run, cancellation);
        var publication = await Publication.OfScanAsync(run, collected.Snapshot, cancellation);
        collected.Complete();
        return new Ending(run).Tell(publication);
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
