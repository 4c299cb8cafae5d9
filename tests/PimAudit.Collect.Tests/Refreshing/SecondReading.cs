using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests.Refreshing;

/// <summary>What a second reading brought.</summary>
internal sealed record SecondReading(TenantSnapshot Old, Refreshed Refreshed, IReadOnlyList<RecordedRequest> Requests)
{
    public TenantSnapshot Snapshot => Refreshed.Snapshot;

    /// <summary>Requests proper, without batches around them; ids as names.</summary>
    public IEnumerable<string> Asked(EmulatedTenant tenant, params string[] names) =>
        Requests
            .Where(request => !request.PathAndQuery.EndsWith("$batch", StringComparison.Ordinal))
            .Select(request =>
                names.Aggregate(
                    request.PathAndQuery["/v1.0/".Length..],
                    (text, name) => text.Replace(tenant.IdOf(name).ToString(), name, StringComparison.Ordinal)
                )
            )
            .Order(StringComparer.Ordinal);

    /// <summary>Reads a tenant, and again what is touched once it is another.</summary>
    public static async Task<SecondReading> OfAsync(
        EmulatedTenant then,
        EmulatedTenant now,
        Touched touched,
        params EmulatorFault[] faults
    )
    {
        var old = (await Emulated.CollectAsync(then)).Snapshot;
        return await OfAsync(old, now, touched, faults);
    }

    public static async Task<SecondReading> OfAsync(
        TenantSnapshot old,
        EmulatedTenant now,
        Touched touched,
        params EmulatorFault[] faults
    )
    {
        await using var server = await GraphEmulatorServer.StartAsync(now, new EmulatorOptions { Faults = faults });
        using var connection = new GraphConnection(new(server.BaseAddress), new StaticToken(server.AccessToken));
        var refresher = new TenantRefresher(connection, Emulated.Options, new ImpatientTime(old.TakenAt.AddDays(1)));
        var refreshed = await refresher.RefreshAsync(old, touched, progress: null, CancellationToken.None);
        return new(old, refreshed, server.Requests);
    }
}
