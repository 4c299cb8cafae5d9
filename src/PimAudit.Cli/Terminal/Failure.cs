namespace PimAudit.Cli;

/// <summary>An end of the run that the user can do something about.</summary>
/// <param name="code">What the shell is told.</param>
/// <param name="failed">What failed: one sentence.</param>
/// <param name="seen">What was seen.</param>
/// <param name="cost">What that costs.</param>
/// <param name="remedy">What to do.</param>
public sealed class Failure(ExitCode code, string failed, string seen, string cost, string remedy) : Exception(failed)
{
    public ExitCode Code { get; } = code;

    public string Seen { get; } = seen;

    public string Cost { get; } = cost;

    public string Remedy { get; } = remedy;
}
