using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>Scans many tenants, a few at a time. One that fails or hangs neither fails nor hides the others.</summary>
/// <typeparam name="TSummary">What is kept of a tenant: the result itself is let go, however large it is.</typeparam>
/// <param name="parallel">So many tenants at the same time.</param>
/// <param name="summarise">Told as soon as a tenant is done; several may be done at the same time.</param>
public sealed class FleetRun<TSummary>(ITenantScanner scanner, int parallel, Func<TenantOutcome, TSummary> summarise)
{
    /// <param name="aliases">Of the tenants, in the order in which they begin.</param>
    /// <param name="progress">Null: nobody watches.</param>
    /// <returns>One for each alias, in the same order.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was written of single tenants stays.</exception>
    public async Task<ImmutableArray<TSummary>> RunAsync(
        ImmutableArray<string> aliases,
        IProgress<FleetProgress>? progress,
        CancellationToken cancellation
    )
    {
        var board = new FleetBoard(aliases.Length, progress);
        var summaries = new TSummary[aliases.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForAsync(
            0,
            aliases.Length,
            options,
            async (at, token) => summaries[at] = await ScanAsync(aliases[at], board, token)
        );
        return [.. summaries];
    }

    private async Task<TSummary> ScanAsync(string alias, FleetBoard board, CancellationToken cancellation)
    {
        board.Began(alias);
        var outcome = await scanner.ScanAsync(alias, slot: null, cancellation);
        var summary = summarise(outcome);
        board.Ended(alias, outcome.WhyNot is null);
        return summary;
    }
}
