namespace PimAudit.Cli;

/// <summary>All that the program meets outside itself, so that a test can stand in for it.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Talk: progress, notes, errors.</param>
/// <param name="Variable">Value of an environment variable; null when it is not set.</param>
/// <param name="Folder">The current folder, absolute.</param>
/// <param name="OutIsTerminal">Somebody is watching the data.</param>
/// <param name="ErrorIsTerminal">Somebody is watching the talk.</param>
/// <param name="Width">Columns for the data.</param>
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

    /// <summary>Columns for the talk, which may be watched while the data goes to a file.</summary>
    public int ErrorWidth { get; init; } = Width;

    public static Surroundings OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            Environment.GetEnvironmentVariable,
            Environment.CurrentDirectory,
            TimeProvider.System,
            !Console.IsOutputRedirected,
            !Console.IsErrorRedirected,
            WidthOf(Console.IsOutputRedirected)
        )
        {
            ErrorWidth = WidthOf(Console.IsErrorRedirected),
        };

    private static int WidthOf(bool isRedirected) =>
        isRedirected ? WidthWithoutTerminal : Math.Max(40, Console.WindowWidth);
}
