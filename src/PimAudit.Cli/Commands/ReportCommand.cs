using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>report RESULT</c>: write the reports of a result again; needs no snapshot, no token and no network.</summary>
internal static class ReportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var result = new Argument<string>("RESULT") { Description = "A result.json, or the folder of a run." };
        return RunVerb.Make(
            new("report", "Write reports from a result.json."),
            options,
            surroundings,
            [result, options.Config, .. options.OfComparing, options.FailOn, .. options.OfWriting],
            (run, parsed, cancellation) =>
                ReportAsync(
                    run,
                    ResultSource.ResultIn(Path.GetFullPath(parsed.GetValue(result)!, surroundings.Folder)),
                    cancellation
                )
        );
    }

    private static async Task<ExitCode> ReportAsync(Run run, string path, CancellationToken cancellation)
    {
        run = SigningChoice.Load(run);
        run = await EarlierChoice.LoadAsync(run, cancellation);
        run = await ReviewChoice.LoadAsync(run, cancellation);
        var result = await ResultFile.ReadAsync(path, cancellation);
        var publication = await Publication.OfResultAsync(run, run.Compare(result), cancellation);
        return new Ending(run).Tell(publication);
    }
}
