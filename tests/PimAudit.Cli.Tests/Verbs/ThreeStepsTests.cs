using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class ThreeStepsTests
{
    [Test]
    public async Task A_saved_snapshot_is_judged_to_the_same_bytes_without_network()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        await world.RunAsync("scan", "--out", "a", "--quiet");
        var asked = graph.Requests.Count;

        var code = await world.RunAsync("evaluate", "a/snapshot.pimsnap", "--out", "b", "--quiet");

        Assert.That((code, graph.Requests.Count), Is.EqualTo((1, asked)));
        Assert.That(world.Bytes("b/result.json"), Is.EqualTo(world.Bytes("a/result.json")));
    }

    [Test]
    public async Task Reports_come_from_the_result_alone()
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--out", "a", "--quiet");

        var code = await world.RunAsync("report", "a/result.json", "--out", "b", "--quiet", "--fail-on", "none");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Bytes("b/findings.pdf"), Is.EqualTo(world.Bytes("a/findings.pdf")));
        Assert.That(world.Bytes("b/findings.xlsx"), Is.EqualTo(world.Bytes("a/findings.xlsx")));
    }

    [Test]
    public async Task The_folder_of_a_run_stands_for_its_snapshot_and_for_its_result()
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--out", "a", "--quiet", "--format", "md");

        int[] codes =
        [
            await world.RunAsync("evaluate", "a", "--demo", "--out", "b", "--quiet", "--format", "md"),
            await world.RunAsync("report", "a", "--out", "c", "--quiet", "--format", "md", "--fail-on", "none"),
        ];

        Assert.That(codes, Is.All.Zero, world.Error);
        Assert.That(world.Bytes("b/result.json"), Is.EqualTo(world.Bytes("a/result.json")));
        Assert.That(world.Bytes("c/findings.md"), Is.EqualTo(world.Bytes("a/findings.md")));
    }

    [Test]
    public async Task A_folder_without_a_result_is_said_to_have_none()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("report", "."), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("result.json").And.Not.Contain("denied"));
    }

    [Test]
    public async Task A_snapshot_is_kept_and_not_replaced_without_force()
    {
        using var world = new World();
        int[] codes =
        [
            await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet"),
            await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet"),
            await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet", "--force"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 2, 0 }));
    }

    [Test]
    public async Task A_snapshot_with_gaps_says_so_by_its_exit_code()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Faults = [new("subscribedSkus", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);

        Assert.That(await world.RunAsync("snapshot", "--out", "a.pimsnap"), Is.EqualTo(3));
        Assert.That(world.Error, Does.Contain("Not read: Licences.").And.Contain("Grant the application"));
    }

    [Test]
    public async Task A_snapshot_of_another_tenant_is_refused()
    {
        using var world = new World();
        await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");
        world.Write("pimaudit.yaml", "tenant: 11111111-1111-1111-1111-111111111111");

        Assert.That(await world.RunAsync("evaluate", "a.pimsnap", "--out", "b"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The snapshot is of another tenant."));
    }

    [TestCase("a/result.json")]
    [TestCase("a")]
    public async Task A_finding_is_explained_by_the_first_digits_of_its_id(string from)
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--out", "a", "--quiet");
        using var result = System.Text.Json.JsonDocument.Parse(world.Bytes("a/result.json"));
        var finding = result.RootElement.GetProperty("findings")[0];

        var code = await world.RunAsync(
            "explain",
            finding.GetProperty("fingerprint").GetString()![..8],
            "--from",
            from
        );

        Assert.That(code, Is.Zero);
        Assert.That(
            world.Out,
            Does.Contain(finding.GetProperty("title").GetString())
                .And.Contain(finding.GetProperty("subject").GetProperty("id").GetString())
        );
    }
}
