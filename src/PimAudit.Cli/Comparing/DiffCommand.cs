using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary><c>diff BEFORE AFTER</c>: what changed between two runs; needs no snapshot, no token and no network.</summary>
internal static class DiffCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var before = new Argument<string?>("BEFORE")
        {
            Description =
                "A result.json, the folder of a run, or a run of the history: its number, its id, last-quarter.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var after = new Argument<string?>("AFTER")
        {
            Description = "The same of a later run. Default: the newest of the history.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var since = new Option<string?>("--since")
        {
            Description = "The newest run of the history against the newest from before that time, such as 24h.",
            HelpName = "TIME",
        };
        var json = new Option<bool>("--json") { Description = "JSON." };
        var command = new Command("diff", "What changed between two runs: access, role settings, groups, waivers.")
        {
            before,
            after,
            since,
            json,
            options.Config,
            options.NoColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        var (then, now) = await new ComparedRuns(
                            () => SettingsLoader.Load(options.Arguments(parsed), surroundings),
                            surroundings
                        ).ReadAsync(parsed.GetValue(before), parsed.GetValue(after), parsed.GetValue(since), token);
                        EarlierChoice.Refuse([then], now.Result.Tenant.Id, now.Result.Snapshot.TakenAt);
                        var difference = EarlierRuns.Between(then, now);
                        if (parsed.GetValue(json))
                            surroundings.Out.WriteLine(DifferenceText.Of(difference));
                        else
                            new DifferencePrinter(surroundings, parsed.GetValue(options.NoColor)).Print(difference);
                        return ExitCode.Clean;
                    },
                    cancellation
                )
        );
        return command;
    }
}
