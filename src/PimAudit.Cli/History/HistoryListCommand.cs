using System.CommandLine;
using System.Text.Json;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary><c>history list</c>.</summary>
internal static class HistoryListCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var tenant = HistoryCommand.Tenant();
        var last = new Option<int?>("--last") { Description = "The newest so many.", HelpName = "N" };
        last.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is < 1)
                given.AddError("--last must be at least 1.");
        });
        var json = new Option<bool>("--json") { Description = "A line of JSON for each run." };
        return HistoryCommand.Acting(
            new("list", "Runs, oldest first: number, time, open findings by severity.")
            {
                tenant,
                last,
                json,
                options.NoColor,
            },
            options,
            surroundings,
            async (history, settings, parsed, cancellation) =>
            {
                var choice = new RunChoice(
                    HistoryCommand.IdOf(parsed.GetValue(tenant)) ?? settings.Tenant,
                    Most: parsed.GetValue(last)
                );
                var runs = await history.ListAsync(choice, cancellation);
                if (parsed.GetValue(json))
                    foreach (var run in runs)
                        surroundings.Out.WriteLine(JsonSerializer.Serialize(RunLine.Of(run), Lines));
                else
                    new HistoryPrinter(new(surroundings, parsed.GetValue(options.NoColor))).List(runs);
                return ExitCode.Clean;
            }
        );
    }
}
