using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Trials;

/// <summary>What a collection met at a Graph that throttles at the real limits.</summary>
/// <param name="Calls">HTTP requests, a batch being one.</param>
/// <param name="Inner">Requests inside batches.</param>
/// <param name="Throttled">Requests of both kinds that got 429; should be 0.</param>
/// <param name="Incomplete">Parts that are neither complete nor off; should be empty.</param>
/// <param name="Passed">On the clock that both share.</param>
public sealed record LimitOutcome(
    long Calls,
    long Inner,
    long Throttled,
    IReadOnlyList<SnapshotParts> Incomplete,
    TimeSpan Passed
);

/// <summary>Collects a generated tenant from a Graph that throttles at the real limits, both on one fast clock.</summary>
public static class LimitTrial
{
    /// <summary>Seconds that pass in a real one: fast enough, and a request still takes next to no time.</summary>
    public const double Faster = 50;

    public static async Task<LimitOutcome> RunAsync(TenantSize size)
    {
        var generated = GeneratedTenant.Make(size, seed: 1);
        var time = new FastTime(generated.Tenant.Now, Faster);
        await using var graph = await GraphEmulatorServer.StartAsync(
            generated.Tenant,
            new()
            {
                Limits = GraphLimits.Real,
                Time = time,
                RecordRequests = false,
            }
        );
        using var connection = new GraphConnection(new(graph.BaseAddress), new StaticToken(graph.AccessToken));
        var options = new CollectionOptions { ToolVersion = "trial", EmergencyAccounts = generated.EmergencyAccounts };
        var snapshot = await new TenantCollector(connection, options, time).CollectAsync(null, CancellationToken.None);
        return new(
            graph.Calls,
            graph.InnerRequests,
            graph.Throttled,
            [
                .. snapshot
                    .Collection.Parts.Where(part => part.Status is not (PartStatus.Complete or PartStatus.NotAsked))
                    .Select(part => part.Part),
            ],
            time.GetUtcNow() - generated.Tenant.Now
        );
    }
}
