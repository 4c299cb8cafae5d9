using PimAudit.Collect;

namespace PimAudit.Cli;

/// <summary>Foretells from the pace of a step how long it still takes.</summary>
internal sealed class TimeLeft
{
    /// <summary>A shorter look at a step says nothing about its pace.</summary>
    private static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(3);

    private CollectionProgress? first;

    /// <returns>Null until the step has shown its pace, and when nothing is left of it.</returns>
    public TimeSpan? After(CollectionProgress now)
    {
        if (first?.Number != now.Number)
            first = now;

        var took = now.Elapsed - first.Elapsed;
        var answered = now.Done - first.Done;
        var open = now.Total - now.Done;
        return took >= ShortestLook && answered > 0 && open > 0 ? took * ((double)open / answered) : null;
    }
}
