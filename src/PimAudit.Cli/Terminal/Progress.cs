using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Says how far the collection is: one changing line on a terminal, a line each half minute elsewhere.</summary>
internal sealed class Progress(Run run) : IProgress<CollectionProgress>, IDisposable
{
    private const int Cells = 22;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time = run.Surroundings.Time;
    private readonly TextWriter writer = run.Surroundings.Error;
    private readonly bool isWatched = run.Surroundings.ErrorIsTerminal && !run.Quiet;
    private DateTimeOffset told = run.Surroundings.Time.GetUtcNow();
    private int written;

    public void Report(CollectionProgress value)
    {
        if (isWatched)
            Show(value);
        else if (!run.Quiet && time.GetUtcNow() - told >= Pause)
            Tell(value);
    }

    /// <summary>Leaves an empty line behind for what comes next.</summary>
    public void Dispose()
    {
        if (written > 0)
            writer.Write('\r' + new string(' ', written) + '\r');
    }

    private void Show(CollectionProgress value)
    {
        var done = value.Steps == 0 ? 0 : value.Number * Cells / value.Steps;
        var bar = new string('━', done) + new string('─', Cells - done);
        var text = $"  {bar} {value.Number} of {value.Steps}  {value.Step}, {value.HttpCalls} requests";
        var line = text[..Math.Min(text.Length, run.Surroundings.Width - 1)];
        writer.Write('\r' + line.PadRight(written));
        written = line.Length;
    }

    private void Tell(CollectionProgress value)
    {
        told = time.GetUtcNow();
        writer.WriteLine($"{value.Number} of {value.Steps}: {value.Step}, {value.HttpCalls} requests");
    }
}
