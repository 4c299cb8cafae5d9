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
            new("prune", "Let old results and notifications go; manifests, hashes, counts and first days stay.")
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
                var pruned = isDry
                    ? await history.PrunableAsync(choice, cancellation)
                    : await history.PruneAsync(choice, cancellation);
                Print(pruned, isDry ? "would go" : "let go", new(surroundings, parsed.GetValue(options.NoColor)));
                return ExitCode.Clean;
            }
        );
    }

    /// <summary>What nobody received is never let go in silence.</summary>
    private static void Print(Pruned pruned, string goes, HistoryPage page)
    {
        page.Line($"{Say.Count(pruned.Runs.Length, "result")} {goes}.");
        if (!pruned.Runs.IsEmpty)
            new HistoryPrinter(page).List(pruned.Runs);
        if (pruned.Delivered > 0)
            page.Line($"{Say.Count(pruned.Delivered, "delivered notification")} {goes}.");
        if (pruned.GivenUp.IsEmpty)
            return;
        page.Line($"{Say.Count(pruned.GivenUp.Length, "undelivered notification")} {goes}:");
        new DeliveryPrinter(page).Undelivered(pruned.GivenUp);
    }
}
