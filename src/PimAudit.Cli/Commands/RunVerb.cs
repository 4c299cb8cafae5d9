using System.CommandLine;

namespace PimAudit.Cli;

/// <summary>A verb that works on a run: reads its options, refuses what cannot be meant, acts, and ends with an exit code.</summary>
internal static class RunVerb
{
    /// <param name="symbols">Options and arguments in the order in which the help lists them.</param>
    public static Command Make(
        Command command,
        CommonOptions options,
        Surroundings surroundings,
        IEnumerable<Symbol> symbols,
        Func<Run, ParseResult, CancellationToken, Task<ExitCode>> act
    )
    {
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);

        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token => act(RunOptions.Read(options, parsed, surroundings), parsed, token),
                    cancellation
                )
        );
        return command;
    }
}
