namespace PimAudit.Collect;

/// <summary>How far a collection is. <see cref="Done"/> and <see cref="Total"/> speak of the questions of the step.</summary>
/// <param name="Step">What is being read, as a sentence without full stop.</param>
/// <param name="Number">Of this step, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Done">Questions of the step that are answered.</param>
/// <param name="Total">Questions of the step that are known so far; it can grow.</param>
/// <param name="Rows">Rows read so far, all steps together.</param>
/// <param name="HttpCalls">Sent so far.</param>
/// <param name="Throttled">Waited for throttling services so far.</param>
/// <param name="Elapsed">Since the collection began in this process.</param>
public sealed record CollectionProgress(
    string Step,
    int Number,
    int Steps,
    int Done,
    int Total,
    int Rows,
    int HttpCalls,
    TimeSpan Throttled,
    TimeSpan Elapsed
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
    private readonly Lock gate = new();
    private readonly long beganAt = time.GetTimestamp();
    private string step = "";
    private int number;
    private int steps;
    private int done;
    private int total;
    private int rows;

    public void Begin(string says, int at, int of)
    {
        lock (gate)
            (step, number, steps, done, total) = (says, at, of, 0, 0);
        Tell();
    }

    public void Expect(int questions)
    {
        lock (gate)
            total += questions;
        Tell();
    }

    public void Finish(GraphRead read)
    {
        lock (gate)
        {
            done++;
            rows += read.RowCount;
        }

        Tell();
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
                time.GetElapsedTime(beganAt)
            );
        progress.Report(now);
    }
}
