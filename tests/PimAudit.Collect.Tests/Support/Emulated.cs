using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

/// <summary>What one collection from the emulator brought.</summary>
internal sealed record Collected(TenantSnapshot Snapshot, IReadOnlyList<RecordedRequest> Requests, ImpatientTime Time)
{
    public PartRecord this[SnapshotParts part] => Snapshot.Collection[part];

    /// <summary>HTTP requests, a batch being one.</summary>
    public IEnumerable<RecordedRequest> Calls => Requests.Where(request => !request.IsInner);

    /// <summary>Parts that are anything but complete.</summary>
    public IEnumerable<string> Incomplete =>
        Snapshot
            .Collection.Parts.Where(part => part.Status is not PartStatus.Complete)
            .Select(part => $"{part.Part}: {part.Status} {part.Reason}".TrimEnd());
}

/// <summary>Collects from the emulator over real HTTP.</summary>
internal static class Emulated
{
    /// <summary>Stands for a record where only rows are compared.</summary>
    public static CollectionRecord NoRecord { get; } =
        new("", [], "", "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, [], []);

    /// <summary>Everything is asked for, and nothing is held back, so that only what Graph asked for is waited for.</summary>
    public static CollectionOptions Options { get; } =
        new()
        {
            ToolVersion = "0.1.0-test",
            Scope = new() { Beta = true, GroupSchedules = true },
            IsPaced = false,
        };

    public static Task<Collected> CollectAsync(EmulatedTenant tenant, params EmulatorFault[] faults) =>
        CollectAsync(tenant, new EmulatorOptions { Faults = faults });

    public static async Task<Collected> CollectAsync(
        EmulatedTenant tenant,
        EmulatorOptions emulator,
        CollectionOptions? options = null,
        string? token = null,
        DateTimeOffset? startsAt = null,
        HttpMessageHandler? transport = null
    )
    {
        await using var server = await GraphEmulatorServer.StartAsync(tenant, emulator);
        using var connection = new GraphConnection(
            new GraphEndpoint(server.BaseAddress),
            new StaticToken(token ?? server.AccessToken),
            transport
        );
        var time = new ImpatientTime(startsAt ?? tenant.Now);
        var collector = new TenantCollector(connection, options ?? Options, time);
        var snapshot = await collector.CollectAsync(progress: null, CancellationToken.None);
        return new(snapshot, server.Requests, time);
    }
}
