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
            async (run, _, cancellation) => new Ending(run).Tell(await Scan.RunAsync(run, cancellation))
        );
    }
}
