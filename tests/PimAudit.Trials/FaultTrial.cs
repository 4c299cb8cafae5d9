using PimAudit.Collect;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Trials;

/// <summary>What came of a collection during which things went wrong.</summary>
/// <param name="Missing">Parts that are recorded as not complete, with the reason.</param>
/// <param name="Third">What is neither as without faults nor recorded as missing; must be empty.</param>
/// <param name="Writes">Requests that could change something; must be 0.</param>
/// <param name="Strays">Requests to another origin; must be empty.</param>
public sealed record TrialOutcome(
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Third,
    long Writes,
    IReadOnlyCollection<string> Strays
)
{
    public bool IsAllowed => Third.Count == 0 && Writes == 0 && Strays.Count == 0;

    public override string ToString() =>
        IsAllowed
            ? $"allowed; missing: {(Missing.Count == 0 ? "nothing" : string.Join(", ", Missing))}"
            : $"third outcome: {string.Join("; ", Third)}; writes: {Writes}; strays: {string.Join("; ", Strays)}";
}

/// <summary>Collects a tenant while things go wrong, and compares with the same tenant in peace.</summary>
public sealed class FaultTrial
{
    private readonly EmulatedTenant tenant;
    private readonly CollectionOptions options;
    private readonly int pageSize;
    private readonly TenantSnapshot peaceful;

    private FaultTrial(EmulatedTenant tenant, CollectionOptions options, int pageSize, TenantSnapshot peaceful)
    {
        this.tenant = tenant;
        this.options = options;
        this.pageSize = pageSize;
        this.peaceful = peaceful;
    }

    /// <exception cref="InvalidOperationException">The tenant does not collect completely in peace.</exception>
    public static async Task<FaultTrial> PrepareAsync(TenantSize size, int pageSize = 20)
    {
        var generated = GeneratedTenant.Make(size, seed: 1);
        var asked = new CollectionOptions
        {
            ToolVersion = "trial",
            EmergencyAccounts = generated.EmergencyAccounts,
            Scope = new() { Beta = true, GroupSchedules = true },
            IsPaced = false,
        };
        var (peaceful, _, _) = await CollectAsync(generated.Tenant, asked, new() { PageSize = pageSize });
        var incomplete = peaceful.Collection.Parts.Where(part => part.Status is not PartStatus.Complete).ToList();
        return incomplete.Count == 0
            ? new(generated.Tenant, asked, pageSize, peaceful)
            : throw new InvalidOperationException($"Not complete in peace: {string.Join(", ", incomplete)}");
    }

    public Task<TrialOutcome> RunAsync(params EmulatorFault[] faults) =>
        RunAsync(new EmulatorOptions { PageSize = pageSize, Faults = faults });

    public Task<TrialOutcome> RunAsync(FaultMix mix) =>
        RunAsync(new EmulatorOptions { PageSize = pageSize, FaultMix = mix });

    private async Task<TrialOutcome> RunAsync(EmulatorOptions emulator)
    {
        var (snapshot, writes, strays) = await CollectAsync(tenant, options, emulator);
        var missing = snapshot.Collection.Parts.Where(part => part.Status is not PartStatus.Complete).ToList();
        var unspoken = missing.Where(part => part.Reason is null && part.Gaps.IsEmpty);
        return new(
            [.. missing.Select(part => $"{part.Part} {part.Status} {part.Reason ?? part.Gaps[0].Reason}")],
            [
                .. unspoken.Select(part => $"{part.Part} is {part.Status} without a reason"),
                .. Differences(snapshot, missing.Aggregate(SnapshotParts.None, (all, part) => all | part.Part)),
            ],
            writes,
            strays
        );
    }

    /// <summary>Parts that are complete, that nothing missing decides about, and that are not as they were in peace.</summary>
    private IEnumerable<string> Differences(TenantSnapshot snapshot, SnapshotParts missing)
    {
        if (missing is SnapshotParts.None)
            return Snapshots.Comparable(snapshot) == Snapshots.Comparable(peaceful)
                ? []
                : ["complete, and not the snapshot that peace gives"];

        return snapshot
            .Collection.Parts.Where(part =>
                !missing.HasFlag(part.Part)
                && (Upstream.Of(part.Part) & missing) is SnapshotParts.None
                && !Snapshots
                    .RowsOf(snapshot, part.Part)
                    .SequenceEqual(Snapshots.RowsOf(peaceful, part.Part), StringComparer.Ordinal)
            )
            .Select(part => $"{part.Part} is complete, and not what peace gives");
    }

    private static async Task<(TenantSnapshot, long Writes, IReadOnlyCollection<string> Strays)> CollectAsync(
        EmulatedTenant tenant,
        CollectionOptions options,
        EmulatorOptions emulator
    )
    {
        var tokens = new ManyTokens();
        await using var server = await GraphEmulatorServer.StartAsync(
            tenant,
            emulator with
            {
                AccessToken = tokens.All[0],
                MoreAccessTokens = tokens.All,
                RecordRequests = false,
            }
        );
        using var network = new OneOrigin(server.BaseAddress);
        using var connection = new GraphConnection(new(server.BaseAddress), tokens, network);
        var snapshot = await new TenantCollector(connection, options, new ImpatientTime(tenant.Now)).CollectAsync(
            progress: null,
            CancellationToken.None
        );
        return (snapshot, server.Writes, network.Strays);
    }
}
