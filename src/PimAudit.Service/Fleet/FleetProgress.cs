using System.Collections.Immutable;

namespace PimAudit.Service;

/// <summary>How far the scan of many tenants is.</summary>
/// <param name="Total">Tenants in all.</param>
/// <param name="Scanned">Done, with a result.</param>
/// <param name="NotScanned">Done, without one.</param>
/// <param name="Running">Aliases of those under way, in the order in which they began.</param>
public sealed record FleetProgress(int Total, int Scanned, int NotScanned, ImmutableArray<string> Running)
{
    public int Done => Scanned + NotScanned;
}

/// <summary>Keeps count for <see cref="FleetRun{TSummary}"/>.</summary>
internal sealed class FleetBoard(int total, IProgress<FleetProgress>? progress)
{
    private readonly Lock one = new();
    private FleetProgress now = new(total, 0, 0, []);

    public void Began(string alias) => Tell(before => before with { Running = before.Running.Add(alias) });

    public void Ended(string alias, bool isScanned) =>
        Tell(before =>
            before with
            {
                Scanned = before.Scanned + (isScanned ? 1 : 0),
                NotScanned = before.NotScanned + (isScanned ? 0 : 1),
                Running = before.Running.Remove(alias, StringComparer.Ordinal),
            }
        );

    private void Tell(Func<FleetProgress, FleetProgress> change)
    {
        lock (one)
        {
            now = change(now);
            progress?.Report(now);
        }
    }
}
