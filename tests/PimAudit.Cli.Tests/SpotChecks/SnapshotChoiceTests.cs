using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class SnapshotChoiceTests
{
    private const string Contoso = "pimaudit-out/00000000-0000-0000-0000-00000000c000";
    private const string Other = "pimaudit-out/00000000-0000-0000-0000-00000000d000";

    [Test]
    public async Task Without_a_snapshot_says_how_to_get_one()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("orphans"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("There is no complete snapshot to answer from."));
    }

    [Test]
    public async Task The_newest_complete_snapshot_answers()
    {
        using var world = new World();
        await SaveAsync(world, $"{Contoso}/20260901T060000Z");
        await SaveAsync(world, $"{Contoso}/20260930T060000Z", "subscribedSkus");
        world.Write(
            $"{Directory.CreateDirectory(world.PathOf($"{Contoso}/20261001T060000Z")).FullName}/b.pimsnap",
            "no"
        );

        Assert.That(await world.RunAsync("orphans"), Is.Zero, world.Error);
        Assert.That(
            world.Error,
            Does.Contain("20261001T060000Z/b.pimsnap cannot be read and is passed over.")
                .And.Contain("20260930T060000Z/snapshot.pimsnap is newer but not complete")
        );
    }

    [Test]
    public async Task An_incomplete_snapshot_alone_is_named_but_not_taken()
    {
        using var world = new World();
        await SaveAsync(world, $"{Contoso}/20260930T060000Z", "subscribedSkus");

        Assert.That(await world.RunAsync("orphans"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("is not complete."));
    }

    /// <summary>Another scan would find no more.</summary>
    [Test]
    public async Task A_snapshot_of_a_tenant_without_a_licence_for_pim_answers()
    {
        using var world = new World();
        await SaveAsync(
            world,
            $"{Contoso}/20260930T060000Z",
            tenant: new TenantBuilder(SampleTenants.Contoso()).RemoveSubscription("AAD_PREMIUM_P2").Build()
        );

        Assert.That(await world.RunAsync("who-can", "Global Administrator"), Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("no licence for PIM"));
    }

    [Test]
    public async Task Snapshots_of_several_tenants_are_not_mixed_up()
    {
        using var world = new World();
        await SaveAsync(world, $"{Contoso}/20260901T060000Z");
        await SaveAsync(world, $"{Other}/20260901T060000Z");

        Assert.That(await world.RunAsync("orphans"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("holds snapshots of several tenants."));
    }

    [Test]
    public async Task A_folder_with_one_snapshot_is_enough()
    {
        using var world = new World();
        await SaveAsync(world, "runs");
        var one = await world.RunAsync("orphans", "--from", "runs");
        File.Copy(world.PathOf("runs/snapshot.pimsnap"), world.PathOf("runs/second.pimsnap"));

        Assert.That((one, await world.RunAsync("orphans", "--from", "runs")), Is.EqualTo((0, 2)));
        Assert.That(world.Error, Does.Contain("holds several snapshots."));
    }

    [Test]
    public async Task A_snapshot_of_another_tenant_is_refused()
    {
        using var world = new World();
        await SaveAsync(world, "runs");
        world.Write("pimaudit.yaml", "tenant: 11111111-1111-1111-1111-111111111111");

        Assert.That(await world.RunAsync("orphans", "--from", "runs"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The snapshot is of another tenant."));
    }

    private static async Task SaveAsync(
        World world,
        string folder,
        string? refused = null,
        EmulatedTenant? tenant = null
    )
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            tenant ?? SampleTenants.Contoso(),
            new() { Faults = refused is null ? [] : [new(refused, FaultKind.Refused)] }
        );
        world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken);
        Directory.CreateDirectory(world.PathOf(folder));
        await world.RunAsync("snapshot", "--out", folder, "--quiet");
    }
}
