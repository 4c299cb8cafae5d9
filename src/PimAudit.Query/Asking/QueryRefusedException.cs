namespace PimAudit.Query;

/// <summary>A query that is not answered: it asks for something other than reading, for too much, or is no SQL.</summary>
/// <param name="failed">What was refused: one sentence.</param>
/// <param name="seen">What was seen.</param>
/// <param name="remedy">What may be used instead.</param>
public sealed class QueryRefusedException(string failed, string seen, string remedy) : Exception(failed)
{
    public string Seen { get; } = seen;

    public string Remedy { get; } = remedy;
}
