namespace PimAudit.Query;

/// <summary>What one question may cost.</summary>
/// <param name="Time">How long it may run, the filling of the tables that it touches not counted.</param>
/// <param name="Rows">Rows of the answer; more are cut, and the answer says so.</param>
public sealed record QueryLimits(TimeSpan Time, int Rows)
{
    public const int MostRows = 1_000_000;

    /// <summary>What SQLite may take beyond what it held when the question began: sorting, grouping, temporary tables.</summary>
    public const long WorkingBytes = 256L << 20;

    /// <summary>What the tables of the snapshot may take.</summary>
    public const long TableBytes = 1L << 30;

    /// <summary>What the rows of an answer may take.</summary>
    public const long AnswerBytes = 64L << 20;

    /// <summary>Where more time may be had: a half sentence after "or".</summary>
    public string MoreTime { get; init; } = "give it more time with --time-limit (at most 5 min)";

    /// <summary>How an answer becomes smaller.</summary>
    public string FewerRows { get; init; } = "Ask for fewer rows with --limit, or for fewer columns.";

    public static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(5);

    /// <summary>10 s and 1000 rows.</summary>
    public static QueryLimits Default { get; } = new(TimeSpan.FromSeconds(10), 1000);
}
