using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>report RESULT</c>: write the reports of a result again; needs no snapshot, no token and no network.</summary>
internal static class ReportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var result = new Argument<string>("RESULT") { Description = "A result.json." };
        var command = new Command("report", "Write workbook and PDF from a result.json.")
        {
            result,
            options.Config,
            options.Out,
            options.Format,
            options.FailOn,
            options.Force,
            options.Quiet,
            options.NoColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        ReportAsync(
                            RunOptions.Read(options, parsed, surroundings),
                            Path.GetFullPath(parsed.GetValue(result)!, surroundings.Folder),
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> ReportAsync(Run run, string path, CancellationToken cancellation)
    {
        var result = await ResultFile.ReadAsync(path, cancellation);
        var publication = await Publication.OfResultAsync(run, result, cancellation);
        return new Ending(run).Tell(publication);
    }
}
