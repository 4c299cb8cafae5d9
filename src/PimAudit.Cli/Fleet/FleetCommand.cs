using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>fleet</c>: many tenants from a list.</summary>
internal static class FleetCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("fleet", "Scan the tenants of a list, and lay what was found side by side.")
        {
            Scan(surroundings),
            Report(surroundings),
        };

    private static Command Scan(Surroundings surroundings)
    {
        var options = new FleetOptions();
        var command = new Command("scan", "Scan the tenants of fleet.yaml, a few at a time, each as a run of its own.");
        foreach (var option in options.OfScan)
            command.Add(option);
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token => new FleetScan(options.Scan(parsed, surroundings), surroundings).RunAsync(token),
                    cancellation
                )
        );
        return command;
    }

    private static Command Report(Surroundings surroundings)
    {
        var options = new FleetOptions();
        var folders = new Argument<string[]>("FOLDER")
        {
            Description =
                "Folders of runs, or folders that hold them. Default: the output folder. Of each tenant the newest run counts.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("report", "Make the roll-up again from runs that lie there; needs no token.")
        {
            folders,
        };
        foreach (var option in options.OfReport)
            command.Add(option);
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        new FleetReport(options.Report(parsed, surroundings), surroundings).RunAsync(
                            [.. parsed.GetValue(folders) ?? []],
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }
}
