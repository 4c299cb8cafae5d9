using System.Security.Cryptography;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class ScanTests
{
    private static readonly string[] EveryFile =
    [
        "findings.pdf",
        "findings.xlsx",
        "manifest.json",
        "result.json",
        "snapshot.pimsnap",
    ];

    [Test]
    public async Task The_demo_writes_every_report_and_ends_with_zero()
    {
        using var world = new World();

        var code = await world.RunAsync("scan", "--demo", "--out", "run");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Names("run"), Is.EqualTo(EveryFile));
        Assert.That(world.Out, Does.Contain("A real scan would have ended with 1"));
    }

    [Test]
    public async Task The_manifest_names_the_hash_of_each_file()
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--out", "run", "--quiet");

        using var manifest = JsonDocument.Parse(world.Bytes("run/manifest.json"));
        var named = manifest
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .Select(file => (file.GetProperty("name").GetString(), file.GetProperty("sha256").GetString()));

        Assert.That(
            named,
            Is.EqualTo(
                EveryFile
                    .Where(name => name != "manifest.json")
                    .Select(name => (name, Convert.ToHexStringLower(SHA256.HashData(world.Bytes($"run/{name}")))))
            )
        );
    }

    [Test]
    public async Task A_threshold_makes_the_demo_fail_too()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("scan", "--demo", "--out", "run", "--fail-on", "critical"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_demo_may_be_written_again_and_another_may_not()
    {
        using var world = new World();
        int[] codes =
        [
            await world.RunAsync("scan", "--demo", "--out", "run", "--quiet"),
            await world.RunAsync("scan", "--demo", "--out", "run", "--quiet"),
            await world.RunAsync("scan", "--demo", "--out", "run", "--quiet", "--profile", "document-only"),
            await world.RunAsync("scan", "--demo", "--out", "run", "--quiet", "--profile", "document-only", "--force"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0, 2, 0 }));
    }

    [Test]
    public async Task Formats_choose_the_reports_and_the_result_is_always_there()
    {
        using var world = new World();

        await world.RunAsync("scan", "--demo", "--out", "run", "--format", "pdf", "--quiet");

        Assert.That(
            world.Names("run"),
            Is.EqualTo(new[] { "findings.pdf", "manifest.json", "result.json", "snapshot.pimsnap" })
        );
    }

    [Test]
    public async Task Without_out_a_run_gets_a_folder_by_tenant_and_time()
    {
        using var world = new World();

        await world.RunAsync("scan", "--demo", "--quiet", "--format", "json");

        Assert.That(
            Directory
                .EnumerateDirectories(world.PathOf("pimaudit-out"), "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName),
            Does.Contain("20261001T060000Z")
        );
    }

    [Test]
    public async Task Any_server_that_speaks_graph_is_scanned_by_endpoint_and_token()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);

        var code = await world.RunAsync("scan", "--out", "run");

        Assert.That((code, world.Names("run")), Is.EqualTo((1, EveryFile)));
        Assert.That(graph.Requests.Select(request => request.Method).Distinct(), Is.SubsetOf(new[] { "GET", "POST" }));
    }

    [Test]
    public async Task A_taken_folder_is_refused_before_anything_is_read()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("result.json", "{}");

        var code = await world.RunAsync("scan", "--out", ".");

        Assert.That((code, graph.Requests.Count), Is.EqualTo((2, 0)));
        Assert.That(world.Error, Does.Contain("--force"));
    }

    [Test]
    public async Task Another_tenant_than_the_configured_one_is_refused()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("pimaudit.yaml", "tenant: 11111111-1111-1111-1111-111111111111");

        var code = await world.RunAsync("scan", "--out", "run");

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((2, false)));
        Assert.That(world.Error, Does.Contain("11111111-1111-1111-1111-111111111111"));
    }

    [Test]
    public async Task A_token_that_graph_refuses_is_a_sign_in_failure()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).With("PIMAUDIT_ACCESS_TOKEN", "not-the-token");

        var code = await world.RunAsync("scan", "--out", "run");

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((4, false)));
        Assert.That(world.Error, Does.Not.Contain("not-the-token"));
    }

    [Test]
    public async Task A_refused_part_is_named_with_its_cure()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new() { Faults = [new("accessReviews", FaultKind.Refused)] }
        );
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.FabrikamConfiguration);

        var code = await world.RunAsync("scan", "--out", "run");

        Assert.That(code, Is.EqualTo(3));
        Assert.That(world.Out, Does.Contain("PIM501").And.Contain("Grant the application AccessReview.Read.All"));
    }

    [Test]
    public async Task Missing_evidence_can_be_accepted_and_is_stamped()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new() { Faults = [new("accessReviews", FaultKind.Refused)] }
        );
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.FabrikamConfiguration);

        var code = await world.RunAsync("scan", "--out", "run", "--allow-incomplete");

        using var result = JsonDocument.Parse(world.Bytes("run/result.json"));
        Assert.That(
            (code, result.RootElement.GetProperty("run").GetProperty("allowIncomplete").GetBoolean()),
            Is.EqualTo((0, true))
        );
    }

    [Test]
    public async Task A_cancelled_scan_leaves_nothing_behind()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph);

        var code = await world.RunAsync(new CancellationToken(canceled: true), "scan", "--out", "run");

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((130, false)));
    }

    [Test]
    public async Task A_name_of_the_tenant_cannot_write_to_the_terminal()
    {
        var hostile = new TenantBuilder(SampleTenants.Fabrikam());
        hostile.User("Eve\e[2J\u202Eadmin").Assign("Eve\e[2J\u202Eadmin", "Global Administrator");
        await using var graph = await GraphEmulatorServer.StartAsync(hostile.Build());
        using var world = World.Of(graph).Write("pimaudit.yaml", SampleTenants.FabrikamConfiguration);

        await world.RunAsync("scan", "--out", "run");

        Assert.That(world.Out, Does.Contain("EveU+001B[2JU+202Eadmin").And.Not.Contain("\e"));
    }
}
