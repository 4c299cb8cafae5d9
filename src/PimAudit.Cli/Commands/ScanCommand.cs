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
            (run, _, cancellation) => ToldRun.EndAsync(run, () => Scan.RunAsync(run, cancellation), cancellation)
        );
    }
}
