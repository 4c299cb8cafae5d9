using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>notify test|list</c>.</summary>
internal static class NotifyCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("notify", "Notifications: try the channels of the configuration, and see what did not arrive.")
        {
            NotifyTestCommand.Make(surroundings),
            NotifyListCommand.Make(surroundings),
        };
}
