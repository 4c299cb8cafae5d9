namespace PimAudit.Cli;

/// <summary>All that the program meets outside itself, so that a test can stand in for it.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Talk: progress, notes, errors.</param>
/// <param name="Variable">Value of an environment variable; null when it is not set.</param>
/// <param name="Folder">The current folder, absolute.</param>
/// <param name="OutIsTerminal">Somebody is watching the data.</param>
/// <param name="ErrorIsTerminal">Somebody is watching the talk.</param>
/// <param name="Width">Columns of the terminal.</param>
public sealed record Surroundings(
    TextWriter Out,
    TextWriter Error,
    Func<string, string?> Variable,
    string Folder,
    TimeProvider Time,
    bool OutIsTerminal,
    bool ErrorIsTerminal,
    int Width
)
{
    private const int WidthWithoutTerminal = 120;

    public static Surroundings OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            Environment.GetEnvironmentVariable,
            Environment.CurrentDirectory,
            TimeProvider.System,
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected,
            Console.IsOutputRedirected ? WidthWithoutTerminal : Math.Max(40, Console.WindowWidth)
        );
}
