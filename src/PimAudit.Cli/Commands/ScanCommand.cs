using System.CommandLine;

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

    /// <summary>A scan that ends without a result is told to the channels too.</summary>
    private static async Task<ExitCode> ScanAsync(Run run, CancellationToken cancellation)
    {
        Publication publication;
        try
        {
            publication = await Scan.RunAsync(run, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await NoticeSender.TellAsync(run, Notices.OfFailure(run, error), cancellation);
            throw;
        }

        var code = new Ending(run).Tell(publication);
        await NoticeSender.TellAsync(run, publication.Notices, cancellation);
        return code;
    }
}
