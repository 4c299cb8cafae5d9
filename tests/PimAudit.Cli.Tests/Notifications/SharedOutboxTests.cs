using System.Text.Json;
using NUnit.Framework;
using PimAudit.History;
using PimAudit.Service;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Notifications;

/// <summary>Several configurations keep one history, and with it one outbox.</summary>
public sealed class SharedOutboxTests
{
    private static readonly Guid Own = A.Id("Contoso");

    /// <summary>Two more messages wait that are the scan's to deliver, or are not: one of its own, one of nobody known.</summary>
    [Test]
    public async Task A_scan_delivers_for_its_tenant_by_its_channels_and_leaves_the_rest_alone()
    {
        using var world = await WithWaitingAsync($"tenant: {Own:D}");

        await world.RunAsync("scan", "-q");

        Assert.That(TenantsTold(world), Is.EqualTo(new[] { Own, Own }), world.Error);
        Assert.That(
            (await WaitingAsync(world)).Select(one => (one.Tenant, one.Fate.Channel, one.Fate.Attempts)),
            Is.EqualTo(new[] { (A.Id("Fabrikam"), "log", 0), (Own, "teams-of-others", 0), (Guid.Empty, "log", 0) })
        );
    }

    /// <summary>Before an unnamed tenant has answered, its messages bear no id: nobody else would send them.</summary>
    [Test]
    public async Task A_configuration_that_names_no_tenant_delivers_what_was_told_before_one_was_known()
    {
        using var world = await WithWaitingAsync("");

        await world.RunAsync("scan", "-q");

        Assert.That(TenantsTold(world), Is.EqualTo(new[] { Guid.Empty, Guid.Empty }), world.Error);
        Assert.That((await WaitingAsync(world)).Select(one => one.Fate.Attempts), Is.EqualTo(new[] { 0, 0, 0 }));
    }

    /// <summary>A scan that has no baseline to read ends at once, and tells that it did.</summary>
    private static async Task<World> WithWaitingAsync(string tenant)
    {
        var world = new World().Write(
            "pimaudit.yaml",
            $$"""
            {{tenant}}
            baseline: not-there.json
            history: { connection: Data Source=history.db }
            notifications: { channels: { log: { kind: ndjson } } }
            """
        );
        await using var history = await OpenAsync(world);
        await history.AddAsync(
            [
                Message("1", A.Id("Fabrikam"), "log"),
                Message("2", Own, "log"),
                Message("3", Own, "teams-of-others"),
                Message("4", Guid.Empty, "log"),
            ],
            default
        );
        return world;
    }

    private static OutboxMessage Message(string key, Guid tenant, string channel)
    {
        var test = NoticeMessages.Test(channel, DateTimeOffset.UnixEpoch);
        return test with
        {
            Key = key,
            Tenant = tenant,
            Body = test.Body.Replace(Guid.Empty.ToString("D"), tenant.ToString("D"), StringComparison.Ordinal),
        };
    }

    private static IEnumerable<Guid> TenantsTold(World world) =>
        world
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line).GetProperty("tenantId").GetGuid());

    private static async Task<IReadOnlyList<WaitingMessage>> WaitingAsync(World world)
    {
        await using var history = await OpenAsync(world);
        return await history.UndeliveredAsync(null, default);
    }

    private static Task<HistoryDatabase> OpenAsync(World world) =>
        HistoryDatabase.OpenAsync($"Data Source={world.PathOf("history.db")}", new FixedTime(world.Now), default);
}
