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
