namespace PimAudit.Collect;

/// <summary>How far a collection is.</summary>
/// <param name="Step">What is being read, as a sentence without full stop.</param>
/// <param name="Number">Of this step, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Done">Questions of the step that are answered, or what else the step measures itself by.</param>
/// <param name="Total">Those that are known so far; it can grow.</param>
/// <param name="Rows">Rows read so far, all steps together.</param>
/// <param name="HttpCalls">Sent so far.</param>
/// <param name="Throttled">Waited for throttling services so far.</param>
/// <param name="Elapsed">Since the collection began in this process.</param>
/// <param name="Unit">What is done of the total, such as <c>asked</c> or <c>days</c>.</param>
public sealed record CollectionProgress(
    string Step,
    int Number,
    int Steps,
    int Done,
    int Total,
    int Rows,
    int HttpCalls,
    TimeSpan Throttled,
    TimeSpan Elapsed,
    string Unit = ProgressBoard.Asked
);

/// <summary>Counts what the steps of a collection have done, and tells whoever watches.</summary>
/// <param name="progress">Null: nobody watches.</param>
internal sealed class ProgressBoard(
    IProgress<CollectionProgress>? progress,
    GraphConnection connection,
    RetryRules rules,
    TimeProvider time
)
{
    public const string Asked = "asked";

    private readonly Lock gate = new();
    private readonly long beganAt = time.GetTimestamp();
    private string step = "";
    private int number;
    private int steps;
    private int done;
    private int total;
    private int rows;
    private string unit = Asked;

    public void Begin(string says, int at, int of)
    {
        lock (gate)
            (step, number, steps, done, total, unit) = (says, at, of, 0, 0, Asked);
        Tell();
    }

    /// <summary>For a step that cannot know how many questions it will ask.</summary>
    public void Measure(int passed, int whole, string of)
    {
        lock (gate)
            (done, total, unit) = (passed, whole, of);
        Tell();
    }

    public void Expect(int questions)
    {
        lock (gate)
            if (IsAsking)
                total += questions;
        Tell();
    }

    /// <summary>A page came.</summary>
    public void Note(GraphRead read)
    {
        lock (gate)
            CountRows(read);
        Tell();
    }

    public void Finish(GraphRead read)
    {
        lock (gate)
        {
            CountRows(read);
            if (IsAsking)
                done++;
        }

        Tell();
    }

    private bool IsAsking => ReferenceEquals(unit, Asked);

    private void CountRows(GraphRead read)
    {
        rows += read.RowCount - read.RowsTold;
        read.RowsTold = read.RowCount;
    }

    private void Tell()
    {
        if (progress is null)
            return;

        CollectionProgress now;
        lock (gate)
            now = new(
                step,
                number,
                steps,
                done,
                total,
                rows,
                connection.Calls,
                rules.Throttled,
                time.GetElapsedTime(beganAt),
                unit
            );
        progress.Report(now);
    }
}
