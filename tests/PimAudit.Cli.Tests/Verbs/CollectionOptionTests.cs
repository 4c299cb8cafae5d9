using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

/// <summary>What configuration and command line say about a collection arrives at Graph.</summary>
public sealed class CollectionOptionTests
{
    [TestCase("collect: { signIn: false }", "signInActivity", false)]
    [TestCase("collect: { signIn: true }", "signInActivity", true)]
    [TestCase("collect: { registration: false }", "userRegistrationDetails", false)]
    [TestCase("collect: { audit: false }", "directoryAudits", false)]
    [TestCase("collect: { audit: 1d }", "directoryAudits", true)]
    [TestCase("collect: { beta: true }", "/beta/", true)]
    [TestCase("collect: { beta: false }", "/beta/", false)]
    [TestCase("rules: { PIM309: { pattern: '^PIM-role [A-Z]' } }", "startsWith(displayName,'PIM-role ')", true)]
    [TestCase("rules: { PIM309: { pattern: '[A-Z]+' } }", "startsWith(displayName", false)]
    public async Task The_configuration_says_what_is_asked(string configuration, string request, bool isAsked)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        using var world = World.Of(graph).Write("pimaudit.yaml", configuration);

        await world.RunAsync("snapshot", "--quiet");

        Assert.That(
            graph.Requests.Any(one => one.PathAndQuery.Contains(request, StringComparison.Ordinal)),
            Is.EqualTo(isAsked),
            world.Error
        );
    }

    [TestCase("scan")]
    [TestCase("snapshot")]
    public async Task A_time_that_is_none_is_refused_before_anything_is_read(string verb)
    {
        using var world = new World();

        Assert.That(
            (
                await world.RunAsync(verb, "--timeout", "soon"),
                await world.RunAsync(verb, "--max-throttle-wait", "5"),
                await world.With("PIMAUDIT_TIMEOUT", "0m").RunAsync(verb)
            ),
            Is.EqualTo((2, 2, 2))
        );
        Assert.That(
            world.Error,
            Does.Contain("The time of --timeout cannot be understood.")
                .And.Contain("The time of --max-throttle-wait cannot be understood.")
        );
    }

    [Test]
    public async Task A_time_that_is_over_leaves_a_snapshot_that_says_what_is_missing()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new() { Faults = [new("/organization", FaultKind.Throttled) { RetryAfter = "60" }] }
        );
        using var world = World.Of(graph);

        Assert.That(await world.RunAsync("snapshot", "--max-throttle-wait", "1s"), Is.EqualTo(3));
        Assert.That(world.Error, Does.Contain("Graph answered 429 to GET organization"));
    }
}
