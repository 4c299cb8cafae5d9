using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>notify test|list</c>.</summary>
internal static class NotifyCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("notify", "Notifications: try the channels of the configuration.") { NotifyTestCommand.Make(surroundings) };
}
