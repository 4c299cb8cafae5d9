using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>history show RUN</c>.</summary>
internal static class HistoryShowCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var name = new Argument<string>("RUN") { Description = "Its number, its run id, or newest." };
        return HistoryCommand.Acting(
            new("show", "A run: its findings with the day on which they were seen first, and its notifications.")
            {
                name,
                options.NoColor,
            },
            options,
            surroundings,
            async (history, settings, parsed, cancellation) =>
            {
                var run = await new RunPicker(history, settings).FindAsync(parsed.GetValue(name)!, cancellation);
                var page = new HistoryPage(surroundings, parsed.GetValue(options.NoColor));
                var printer = new HistoryPrinter(page);
                printer.Head(run);
                if (run.HasResult)
                    printer.Findings(
                        (await history.ResultAsync(run, cancellation)).Result,
                        await history.FirstSeenAsync(run.Tenant, cancellation)
                    );
                new DeliveryPrinter(page).OfRun(await history.DeliveriesAsync(run, cancellation));
                return ExitCode.Clean;
            }
        );
    }
}
