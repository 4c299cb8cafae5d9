using System.CommandLine;
using PimAudit.History;

namespace PimAudit.Cli;

/// <summary><c>history list|show|prune|export|purge</c>.</summary>
internal static class HistoryCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("history", "Runs of the past: list, show, cut back, take out, remove for good.")
        {
            HistoryListCommand.Make(surroundings),
            HistoryShowCommand.Make(surroundings),
            HistoryPruneCommand.Make(surroundings),
            HistoryExportCommand.Make(surroundings),
            HistoryPurgeCommand.Make(surroundings),
        };

    public static Option<string?> Tenant() => new("--tenant") { Description = "This tenant alone.", HelpName = "ID" };

    /// <summary>A verb on the history that the configuration names.</summary>
    public static Command Acting(
        Command command,
        CommonOptions options,
        Surroundings surroundings,
        Func<HistoryDatabase, Settings, ParseResult, CancellationToken, Task<ExitCode>> act
    )
    {
        command.Add(options.Config);
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
                        await using var history = await HistoryAccess.OpenNeededAsync(settings, surroundings, token);
                        return await act(history, settings, parsed, token);
                    },
                    cancellation
                )
        );
        return command;
    }

    /// <exception cref="Failure">Not an id.</exception>
    public static Guid? IdOf(string? text) =>
        text is null ? null
        : Guid.TryParse(text, out var id) ? id
        : throw SettingsLoader.Usage("The tenant must be an id (GUID).", text, []);

    /// <summary>The moment that lies so long before the present, UTC; null without an age.</summary>
    /// <exception cref="Failure">Not a time such as <c>400d</c>.</exception>
    public static DateTimeOffset? Before(string? age, Surroundings surroundings) =>
        age is null ? null
        : DurationText.Parse(age) is { } time && time < surroundings.Time.GetUtcNow() - DateTimeOffset.UnixEpoch
            ? surroundings.Time.GetUtcNow() - time
        : throw SettingsLoader.Usage("The age must be a time such as 400d.", age, []);
}
