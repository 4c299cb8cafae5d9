using System.CommandLine;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>history prune</c>.</summary>
internal static class HistoryPruneCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var keep = new Option<int?>("--keep")
        {
            Description = "The newest so many of each tenant stay.",
            HelpName = "N",
        };
        keep.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is < 1)
                given.AddError("--keep must be at least 1: the newest run of a tenant stays.");
        });
        var older = new Option<string?>("--older-than")
        {
            Description = "Only results of runs that are older, such as 400d.",
            HelpName = "TIME",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would go, and let nothing go." };
        return HistoryCommand.Acting(
            new("prune", "Let old results go; manifests, hashes, counts and first days stay.")
            {
                keep,
                older,
                dry,
                options.NoColor,
            },
            options,
            surroundings,
            async (history, _, parsed, cancellation) =>
            {
                var choice = new PruneChoice(
                    parsed.GetValue(keep),
                    HistoryCommand.Before(parsed.GetValue(older), surroundings)
                );
                if (choice is { Keep: null, Before: null })
                    throw SettingsLoader.Usage("Nothing says what is to go.", "no --keep and no --older-than", []);
                var isDry = parsed.GetValue(dry);
                var runs = isDry
                    ? await history.PrunableAsync(choice, cancellation)
                    : await history.PruneAsync(choice, cancellation);
                var page = new HistoryPage(surroundings, parsed.GetValue(options.NoColor));
                page.Line($"{Say.Count(runs.Length, "result")} {(isDry ? "would go" : "let go")}.");
                if (!runs.IsEmpty)
                    new HistoryPrinter(page).List(runs);
                return ExitCode.Clean;
            }
        );
    }
}
