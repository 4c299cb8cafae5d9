using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Collect;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

/// <summary>A collection that ended in the middle: here, because the token ended before the audit log, the last part, was read.</summary>
public sealed class ResumeTests
{
    private static readonly EmulatorOptions EndsEarly = new()
    {
        Faults = [new EmulatorFault("/auditLogs/", FaultKind.TokenExpired)],
    };

    [Test]
    public async Task An_interrupted_snapshot_keeps_what_was_read_and_says_how_to_go_on()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);

        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(4));
            Assert.That(world.Error, Does.Contain("--resume goes on from there").And.Contain("a.pimsnap.resume"));
            Assert.That(Entries(world), Is.EqualTo(["a.pimsnap.resume"]));
        });
    }

    [Test]
    public async Task Resumed_it_asks_for_the_rest_alone_and_leaves_nothing_but_the_snapshot()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap");
        await using var again = await AgainAsync(graph);

        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, world.Error);
            Assert.That(world.Error, Does.Contain("Going on with the collection of 2026-10-01 06:00 UTC."));
            Assert.That(
                again.Requests.Select(request => request.PathAndQuery.Split('?')[0]).Distinct(),
                Is.EqualTo(["/v1.0/organization", "/v1.0/auditLogs/directoryAudits"])
            );
            Assert.That(Entries(world), Is.EqualTo(["a.pimsnap"]));
        });
    }

    [Test]
    public async Task An_interrupted_scan_goes_on_too()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("scan", "--format", "json");
        await using var again = await AgainAsync(graph);

        var code = await world.RunAsync("scan", "--format", "json", "--resume", "--fail-on", "none");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, world.Error);
            Assert.That(again.Calls, Is.LessThan(5));
            Assert.That(
                Directory.EnumerateFileSystemEntries(world.PathOf("pimaudit-out")).Select(Path.GetFileName),
                Is.EqualTo([SampleTenants.Contoso().Id.ToString()])
            );
        });
    }

    [Test]
    public async Task With_nothing_to_resume_it_begins_anew()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph);

        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap", "--resume");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Error, Does.Contain("There is no interrupted collection to resume"));
    }

    [Test]
    public async Task Without_resume_what_was_interrupted_is_discarded_with_a_note()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap");
        await using var again = await AgainAsync(graph);

        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, world.Error);
            Assert.That(world.Error, Does.Contain("--resume would have gone on with it"));
            Assert.That(again.Calls, Is.GreaterThan(10));
            Assert.That(Entries(world), Is.EqualTo(["a.pimsnap"]));
        });
    }

    [Test]
    public async Task Who_died_between_the_last_two_steps_has_only_to_clear_up()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap");
        using (var journal = CollectionJournal.Open(world.PathOf("a.pimsnap.resume")))
        {
            await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");
            var kept = await SnapshotFile.ReadAsync(world.PathOf("a.pimsnap"), CancellationToken.None);
            journal.Announce(kept.Hash);
        }

        var asked = graph.Calls;
        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That((code, graph.Calls), Is.EqualTo((0, asked)), world.Error);
            Assert.That(Entries(world), Is.EqualTo(["a.pimsnap"]));
        });
    }

    [Test]
    public async Task Another_snapshot_in_its_place_is_not_replaced()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap");
        await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");

        Assert.That(await world.RunAsync("snapshot", "--out", "a.pimsnap", "--resume"), Is.EqualTo(2));
        Assert.That(Entries(world), Is.EqualTo(["a.pimsnap", "a.pimsnap.resume"]));
    }

    [Test]
    public async Task Another_configuration_does_not_go_on_with_it_and_loses_nothing()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap");
        await using var again = await AgainAsync(graph);

        var code = await world
            .Write("pimaudit.yaml", "collect: { signIn: false }")
            .RunAsync("snapshot", "--out", "a.pimsnap", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(world.Error, Does.Contain("the configuration asks for other parts"));
            Assert.That(Entries(world), Does.Contain("a.pimsnap.resume"));
        });
    }

    [Test]
    public async Task A_sign_in_that_fails_at_once_leaves_nothing()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).With("PIMAUDIT_ACCESS_TOKEN", "another");

        int[] codes = [await world.RunAsync("snapshot", "--out", "a.pimsnap"), await world.RunAsync("scan")];

        Assert.That(codes, Is.EqualTo([4, 4]));
        Assert.That(Entries(world), Is.Empty);
    }

    [Test]
    public async Task Two_collections_of_one_file_do_not_mix()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph);
        using var other = CollectionJournal.Open(world.PathOf("a.pimsnap.resume"));

        var code = await world.RunAsync("snapshot", "--out", "a.pimsnap", "--resume");

        Assert.That((code, graph.Calls), Is.EqualTo((5, 0L)));
        Assert.That(world.Error, Does.Contain("Wait until the other collection has ended"));
    }

    [Test]
    public async Task What_grows_is_never_taken_for_a_snapshot()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso(), EndsEarly);
        using var world = World.Of(graph);
        await world.RunAsync("scan", "--format", "json");

        Assert.That(await world.RunAsync("active-now"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Not.Contain("resume/"));
    }

    /// <summary>The same Graph a little later: it takes the token again.</summary>
    private static async Task<GraphEmulatorServer> AgainAsync(GraphEmulatorServer graph)
    {
        var (port, token) = (graph.BaseAddress.Port, graph.AccessToken);
        await graph.DisposeAsync();
        return await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new EmulatorOptions { Port = port, AccessToken = token }
        );
    }

    private static string[] Entries(World world) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(world.Folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => name is not "pimaudit.yaml")
                .Order(StringComparer.Ordinal),
        ];
}
