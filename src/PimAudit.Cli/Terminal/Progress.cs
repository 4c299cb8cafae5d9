using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Says how far the collection is: one changing line on a terminal, a line each half minute elsewhere.</summary>
internal sealed class Progress(Surroundings surroundings, bool quiet) : IProgress<CollectionProgress>, IDisposable
{
    private static readonly TimeSpan PauseElsewhere = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseOnTerminal = TimeSpan.FromMilliseconds(100);

    private readonly Lock one = new();
    private readonly TimeLeft left = new();
    private readonly TimeProvider time = surroundings.Time;
    private readonly TextWriter writer = surroundings.Error;
    private readonly bool isWatched = surroundings.ErrorIsTerminal;
    private readonly bool isUnicode = Paint.For(surroundings, isTerminal: false, noColor: true).IsUnicode;
    private DateTimeOffset told = surroundings.Time.GetUtcNow();
    private ITimer? reminder;
    private ProgressText? last;
    private int step;
    private int written;

    public void Report(CollectionProgress value)
    {
        if (quiet)
            return;

        lock (one)
        {
            last = new ProgressText(value, left.After(value));
            if (isWatched)
                Show(last, value.Number);
            else
                Remind();
        }
    }

    /// <summary>Also while Graph makes it wait and nothing new is to be told.</summary>
    private void Remind()
    {
        reminder ??= time.CreateTimer(_ => RemindAgain(), state: null, PauseElsewhere, PauseElsewhere);
        if (last is not null && HasPassed(PauseElsewhere))
            writer.WriteLine(last.Sentence());
    }

    private void RemindAgain()
    {
        lock (one)
            if (last is not null)
                Remind();
    }

    /// <summary>Leaves an empty line behind for what comes next.</summary>
    public void Dispose()
    {
        lock (one)
        {
            reminder?.Dispose();
            last = null;
        }

        if (written > 0)
            writer.Write('\r' + new string(' ', written) + '\r');
    }

    private void Show(ProgressText text, int number)
    {
        if (!HasPassed(PauseOnTerminal) && number == step)
            return;

        var line = text.Line(surroundings.ErrorWidth, isUnicode);
        writer.Write('\r' + line.PadRight(written));
        (step, written) = (number, line.Length);
    }

    private bool HasPassed(TimeSpan pause)
    {
        var now = time.GetUtcNow();
        if (now - told < pause)
            return false;

        told = now;
        return true;
    }
}
