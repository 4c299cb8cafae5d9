using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.History;

namespace PimAudit.Cli.Tests.Fleet;

/// <summary>The channels that a list names tell of each of its tenants.</summary>
public sealed class FleetNoticeTests
{
    private const string Log = "notifications: { channels: { log: { kind: ndjson } } }";

    /// <summary>All tenants share one outbox; each scan sends what is its tenant's.</summary>
    [Test]
    public async Task Each_tenant_is_told_once_by_its_alias_and_one_that_was_not_scanned_too()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha", [new(".", FaultKind.Refused)]);
        await fleet.AddAsync("beta", [new("policies", FaultKind.Refused)]);
        fleet.Write($"{Log}\nparallel: 2\nhistory: {{ connection: Data Source=history.db }}");

        var code = await fleet.World.RunAsync("fleet", "scan", "-q");

        Assert.That(code, Is.EqualTo(3), fleet.World.Error);
        Assert.That(Told(fleet), Is.EqualTo(new[] { "alpha scanFailed", "beta coverageLost" }));
        Assert.That(
            Lines(fleet).Select(line => line.GetProperty("tenantId").GetGuid()),
            Is.EquivalentTo(fleet.Tenants.Values.Select(tenant => tenant.Tenant.Id))
        );
        await using var history = await HistoryDatabase.OpenAsync(
            $"Data Source={fleet.World.PathOf("history.db")}",
            TimeProvider.System,
            default
        );
        Assert.That(await history.UndeliveredAsync(null, default), Is.Empty);
    }

    [Test]
    public async Task What_a_schedule_started_is_told_by_who_keeps_the_schedule()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("alpha", [new(".", FaultKind.Refused)])).Write(Log);

        await fleet.Scanner().ScanAsync("alpha", slot: fleet.World.Now, CancellationToken.None);

        Assert.That(fleet.World.Out, Is.Empty);
    }

    [Test]
    public async Task Channels_of_a_single_tenant_are_refused_beside_those_of_the_list()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("alpha", keys: $"    {Log}")).Write(Log);

        Assert.That(await fleet.World.RunAsync("fleet", "scan"), Is.EqualTo(2));
        Assert.That(fleet.World.Error, Does.Contain("stands once for all tenants, at the top of the list"));
    }

    private static IEnumerable<JsonElement> Lines(EmulatedFleet fleet) =>
        fleet.World.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));

    /// <summary>Alias and events of each notice, ordinal: tenants are scanned side by side.</summary>
    private static IEnumerable<string> Told(EmulatedFleet fleet) =>
        Lines(fleet)
            .Select(line =>
                $"{line.GetProperty("alias").GetString()} {string.Join(' ', line.GetProperty("events").EnumerateArray().Select(one => one.GetString()))}"
            )
            .Order(StringComparer.Ordinal);
}
