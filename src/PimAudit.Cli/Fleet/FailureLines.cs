namespace PimAudit.Cli;

/// <summary>A failure as four lines: what failed, what was seen, what it costs, what to do.</summary>
internal static class FailureLines
{
    public static string Of(Failure failure) =>
        string.Join(
            '\n',
            OneLine(failure.Message),
            OneLine(failure.Seen),
            OneLine(failure.Cost),
            OneLine(failure.Remedy)
        );

    private static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
