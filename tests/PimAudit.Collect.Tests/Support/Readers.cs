using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

/// <summary>Readers on a clock where every wait is over at once, that hold nothing back.</summary>
internal static class Readers
{
    public static GraphReader Over(
        GraphConnection connection,
        TimeSpan? longestThrottle = null,
        CollectionJournal? journal = null
    )
    {
        var time = new ImpatientTime(Small.Now);
        var resilience = new GraphResilience(time, longestThrottle ?? TimeSpan.FromMinutes(5), pacer: null);
        var pipe = new GraphPipe(connection, resilience, new RunLimit(longest: null, time));
        return new(pipe, new ReadJournal(journal), new ProgressBoard(null, connection, resilience.Rules, time));
    }
}
