using System.CommandLine;
using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class EmulateTests
{
    [Test]
    public async Task A_port_that_is_none_is_refused()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("emulate", "--port", "70000"), Is.EqualTo(2));
    }

    [TestCase("--size", "--seed", "5")]
    [TestCase("--size", "--planted")]
    [TestCase("--planted", "--size", "small", "--expectations", "expected.json")]
    [TestCase("huge", "--size", "huge")]
    [TestCase("-1", "--size", "small", "--seed", "-1")]
    [TestCase("soon", "--latency", "soon")]
    [TestCase("60001ms", "--latency", "60001ms")]
    [TestCase("1000", "--page-size", "1000")]
    public async Task What_cannot_be_served_is_refused(string reason, params string[] arguments)
    {
        using var world = new World();

        Assert.That(await world.RunAsync(["emulate", .. arguments]), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(reason));
    }

    [Test]
    public void Every_option_reaches_the_emulator()
    {
        var options = new EmulateOptions();
        var command = new Command("emulate");
        options.AddTo(command);
        var parsed = command.Parse(
            "--port 0 --size large --seed 7 --planted --expectations e.json --latency 50ms --page-size 20"
        );

        Assert.That(
            options.Of(parsed),
            Is.EqualTo(new EmulateRequest(0, TenantSize.Large, 7, true, TimeSpan.FromMilliseconds(50), 20, "e.json"))
        );
        Assert.That(
            options.Of(command.Parse("")),
            Is.EqualTo(new EmulateRequest(8877, null, 1, false, TimeSpan.Zero, null, null))
        );
    }

    [Test]
    public async Task A_generated_tenant_says_what_was_planted()
    {
        using var world = new World();
        var host = new EmulatorHost(
            new(0, TenantSize.Small, 7, Planted: true, TimeSpan.Zero, PageSize: null, "expected.json"),
            world.Surroundings()
        );
        await host.StartAsync(CancellationToken.None);
        await host.StopAsync(CancellationToken.None);
        var expected = JsonNode.Parse(world.Bytes("expected.json"))!;
        var generated = GeneratedTenant.Make(TenantSize.Small, 7, SampleTenants.FabrikamNow, planted: true);

        Assert.That(
            expected["findings"]!.AsArray().Select(row => $"{row!["ruleId"]} {row["subject"]} {row["note"]}"),
            Is.EqualTo(generated.Planted.Select(one => $"{one.RuleId} {one.Subject} {one.Note}"))
        );
        Assert.That($"{expected["tenant"]}", Is.EqualTo($"{generated.Tenant.Id}"));
        Assert.That($"{expected["configuration"]}", Is.EqualTo(generated.Configuration));
        Assert.That(world.Out, Does.Contain($"PIMAUDIT_ACCESS_TOKEN={generated.AccessToken}"));
        Assert.That(world.Error, Does.Contain(generated.Configuration.TrimEnd()));
    }

    [Test]
    public async Task A_port_that_is_taken_is_refused_with_what_to_do()
    {
        await using var other = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        using var world = new World();

        var code = await world.RunAsync("emulate", "--port", $"{other.BaseAddress.Port}");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(
            world.Error,
            Does.Contain($"Cannot listen on port {other.BaseAddress.Port}.").And.Contain("--port")
        );
    }

    [Test]
    public async Task Both_variables_are_printed_and_cancelling_ends_cleanly()
    {
        using var world = new World();
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromSeconds(2));

        var code = await world.RunAsync(stop.Token, "emulate", "--port", "0");

        Assert.That(code, Is.Zero);
        Assert.That(
            world.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]),
            Is.EqualTo(new[] { "PIMAUDIT_GRAPH_ENDPOINT", "PIMAUDIT_ACCESS_TOKEN" })
        );
    }
}
