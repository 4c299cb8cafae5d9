using System.CommandLine;

namespace PimAudit.Cli;

/// <summary><c>review new|import|status</c>.</summary>
internal static class ReviewCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("review", "Access reviews by workbook: send out, take back, and see what became of the decisions.")
        {
            ReviewNewCommand.Make(surroundings),
            ReviewImportCommand.Make(surroundings),
            ReviewStatusCommand.Make(surroundings),
        };

    public static Command Acting(
        Command command,
        Surroundings surroundings,
        Func<ParseResult, CancellationToken, Task<ExitCode>> act
    )
    {
        command.SetAction(
            (parsed, cancellation) => Guard.RunAsync(surroundings, token => act(parsed, token), cancellation)
        );
        return command;
    }
}
