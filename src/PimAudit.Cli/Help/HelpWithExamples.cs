using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;

namespace PimAudit.Cli;

/// <summary>The usual help of a verb, and below it how it is called.</summary>
/// <param name="width">Of a line; what an example does stands below it where both do not fit.</param>
internal sealed class HelpWithExamples(SynchronousCommandLineAction usual, int width) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0    clean and complete
          1    findings at or above --fail-on, or something that does not hold
          2    arguments or configuration
          3    evidence is missing
          4    sign-in or consent
          5    a fault of the program, the network or a file system
          130  cancelled
        """;

    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var writer = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        Print([.. Examples.Of(command)], writer);
        if (command is RootCommand)
        {
            writer.WriteLine(ExitCodes);
            writer.WriteLine();
        }

        return code;
    }

    private void Print(ImmutableArray<(string Line, string Meaning)> examples, TextWriter writer)
    {
        if (examples.IsEmpty)
            return;

        var longest = examples.Max(example => example.Line.Length);
        var isBeside = examples.All(example => longest + example.Meaning.Length + 4 <= width);
        writer.WriteLine("Examples:");
        foreach (var (line, meaning) in examples)
            if (isBeside)
                writer.WriteLine($"  {line.PadRight(longest)}  {meaning}");
            else
                writer.WriteLine($"  {line}\n      {meaning}");
        writer.WriteLine();
    }
}
