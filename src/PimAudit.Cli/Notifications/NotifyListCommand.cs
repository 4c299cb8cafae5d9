using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>notify list</c>: what waits in the outbox of the history, and what was given up.</summary>
internal static class NotifyListCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var tenant = HistoryCommand.Tenant();
        return HistoryCommand.Acting(
            new("list", "Notifications that did not arrive: those that are tried again, and those given up.")
            {
                tenant,
                options.NoColor,
            },
            options,
            surroundings,
            async (history, settings, parsed, cancellation) =>
            {
                var of = HistoryCommand.IdOf(parsed.GetValue(tenant)) ?? settings.Tenant;
                var page = new HistoryPage(surroundings, parsed.GetValue(options.NoColor));
                var messages = await history.UndeliveredAsync(of, cancellation);
                if (messages.IsEmpty)
                    page.Line("Every notification reached its channel.");
                else
                    new DeliveryPrinter(page).Undelivered(messages);
                return ExitCode.Clean;
            }
        );
    }
}
