using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary><c>diff BEFORE AFTER</c>: what changed between two runs; needs no snapshot, no token and no network.</summary>
internal static class DiffCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var before = new Argument<string>("BEFORE") { Description = "A result.json, or the folder of a run." };
        var after = new Argument<string>("AFTER") { Description = "The same of a later run." };
        var json = new Option<bool>("--json") { Description = "JSON." };
        var noColor = new CommonOptions().NoColor;
        var command = new Command("diff", "What changed between two runs: access, role settings, groups, waivers.")
        {
            before,
            after,
            json,
            noColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        var then = await ReadAsync(parsed.GetValue(before)!, surroundings, token);
                        var now = await ReadAsync(parsed.GetValue(after)!, surroundings, token);
                        EarlierChoice.Refuse([then], now.Result.Tenant.Id, now.Result.Snapshot.TakenAt);
                        var difference = EarlierRuns.Between(then, now);
                        if (parsed.GetValue(json))
                            surroundings.Out.WriteLine(DifferenceText.Of(difference));
                        else
                            new DifferencePrinter(surroundings, parsed.GetValue(noColor)).Print(difference);
                        return ExitCode.Clean;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Task<EarlierResult> ReadAsync(
        string path,
        Surroundings surroundings,
        CancellationToken cancellation
    ) => EarlierChoice.ReadAsync(Path.GetFullPath(path, surroundings.Folder), cancellation);
}
