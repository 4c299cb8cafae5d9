namespace PimAudit.Cli;

/// <summary>Turns whatever ends a verb into an exit code and words that help.</summary>
internal static class Guard
{
    public static int Run(Surroundings surroundings, Func<ExitCode> verb)
    {
        try
        {
            return (int)verb();
        }
        catch (Exception error)
        {
            return (int)Report(error, surroundings);
        }
    }

    public static async Task<int> RunAsync(
        Surroundings surroundings,
        Func<CancellationToken, Task<ExitCode>> verb,
        CancellationToken cancellation
    )
    {
        try
        {
            return (int)await verb(cancellation);
        }
        catch (Exception error)
        {
            return (int)Report(error, surroundings);
        }
    }

    private static ExitCode Report(Exception error, Surroundings surroundings)
    {
        if (error is OperationCanceledException)
        {
            surroundings.Error.WriteLine("Cancelled. Nothing half-written is left behind.");
            return ExitCode.Cancelled;
        }

        var failure = Failures.From(error);
        new FailurePrinter(surroundings).Print(failure);
        return failure.Code;
    }
}
