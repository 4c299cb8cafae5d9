using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>scan</c>: collect, judge and report in one go.</summary>
internal static class ScanCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var command = new Command("scan", "Read a tenant, judge it, write the reports.")
        {
            options.Config,
            options.Demo,
            options.Profile,
            options.Out,
            options.Format,
            options.FailOn,
            options.AllowIncomplete,
            options.Force,
            options.Quiet,
            options.NoColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token => ScanAsync(RunOptions.Read(options, parsed, surroundings), token),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> ScanAsync(Run run, CancellationToken cancellation)
    {
        Publication.RefuseTakenFolder(run);
        var snapshot = await Collection.RunAsync(run, cancellation);
        var publication = await Publication.OfScanAsync(run, snapshot, cancellation);
        return new Ending(run).Tell(publication);
    }
}
