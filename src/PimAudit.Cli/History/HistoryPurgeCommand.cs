using System.CommandLine;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>history purge</c>.</summary>
internal static class HistoryPurgeCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var tenant = new Option<string?>("--tenant") { Description = "All of this tenant.", HelpName = "ID" };
        var older = new Option<string?>("--older-than")
        {
            Description = "All of runs that are older, such as 730d; of every tenant unless --tenant is given.",
            HelpName = "TIME",
        };
        var yes = new Option<bool>("--yes") { Description = "Do it: it cannot be taken back." };
        return HistoryCommand.Acting(
            new("purge", "Remove personal data for good: what is left is hashes and counts.") { tenant, older, yes },
            options,
            surroundings,
            async (history, _, parsed, cancellation) =>
            {
                var choice = new PurgeChoice(
                    HistoryCommand.IdOf(parsed.GetValue(tenant)),
                    HistoryCommand.Before(parsed.GetValue(older), surroundings)
                );
                if (choice is { Tenant: null, Before: null })
                    throw SettingsLoader.Usage("Nothing says what is to go.", "no --tenant and no --older-than", []);
                if (!parsed.GetValue(yes))
                    throw new Failure(
                        ExitCode.Usage,
                        "A purge cannot be taken back.",
                        $"{Say.Count(await history.PurgeableAsync(choice, cancellation), "result")} would go, the newest included.",
                        "Nothing was removed.",
                        "Give --yes to do it; 'pimaudit history export' keeps a copy first."
                    );
                var count = await history.PurgeAsync(choice, cancellation);
                surroundings.Out.WriteLine(
                    $"{Say.Count(count, "result")} removed for good, with names and paths. Backups and the files of runs are not touched."
                );
                return ExitCode.Clean;
            }
        );
    }
}
