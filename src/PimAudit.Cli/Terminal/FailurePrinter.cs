namespace PimAudit.Cli;

/// <summary>Prints an error: what failed, what was seen, what it costs, what to do.</summary>
internal sealed class FailurePrinter(Surroundings surroundings)
{
    private const int Label = 7;

    public void Print(Failure failure)
    {
        var paint = Paint.For(surroundings, surroundings.ErrorIsTerminal, noColor: false);
        var error = surroundings.Error;
        error.WriteLine();
        error.WriteLine($"{paint.Mark(Glyph.Fail)} {paint.Bold(Printable.Of(failure.Message))}");
        Print("Seen", failure.Seen, paint);
        Print("Cost", failure.Cost, paint);
        Print("Do", failure.Remedy, paint);
        error.WriteLine();
        error.WriteLine($"{paint.Bold($"Exit {(int)failure.Code}")}: {Meaning(failure.Code)}.");
    }

    private void Print(string label, string text, Paint paint)
    {
        var width = Math.Max(20, Math.Min(surroundings.ErrorWidth, 100) - Label - 2);
        var first = true;
        foreach (var line in text.Split('\n').SelectMany(line => Wrap(Printable.Of(line), width)))
        {
            var head = first ? paint.Quiet(label.PadRight(Label)) : new string(' ', Label);
            surroundings.Error.WriteLine($"  {head}{line}");
            first = false;
        }
    }

    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        yield return line;
    }

    private static string Meaning(ExitCode code) =>
        code switch
        {
            ExitCode.Usage => "arguments or configuration",
            ExitCode.SignIn => "authentication or consent",
            ExitCode.Incomplete => "evidence is missing",
            _ => "a fault of the program, the network or a file system",
        };
}
