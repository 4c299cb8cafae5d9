using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

/// <summary>Contoso, accepted as it is, and then changed.</summary>
public sealed class BaselineTests
{
    private static readonly string[] Quiet = ["--quiet", "--format", "json"];

    [Test]
    public async Task What_is_accepted_does_not_fail_a_run()
    {
        using var world = await AcceptedAsync();

        int[] codes =
        [
            await world.RunAsync(["evaluate", "a/snapshot.pimsnap", "--out", "b", .. Quiet, "--fail-on", "info"]),
            await world.RunAsync(
                "evaluate",
                "a/snapshot.pimsnap",
                "--baseline",
                "accepted.json",
                "--out",
                "c",
                "--fail-on",
                "info"
            ),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 1, 0 }), world.Error);
        Assert.That(
            world.Out,
            Does.Contain("Against the baseline of 2026-10-01:")
                .And.Contain("0 new, 90 open as accepted, 0 not confirmed, 0 resolved.")
                .And.Contain("no new finding at or above info")
        );
        Assert.That(
            Field(world, "c/result.json", "run", "id"),
            Is.Not.EqualTo(Field(world, "b/result.json", "run", "id"))
        );
    }

    [Test]
    public async Task One_more_fault_is_the_only_new_finding()
    {
        using var world = await AcceptedAsync();

        var code = await ScanAsync(
            world.With("PIMAUDIT_FAIL_ON", "medium"),
            tenant => tenant.Disable("Daniel Fischer")
        );

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(Standing(world, "new"), Is.EqualTo(new[] { "PIM603 Daniel Fischer" }));
        Assert.That(Standing(world, "resolved"), Is.Empty);
    }

    [Test]
    public async Task A_mended_fault_is_resolved()
    {
        using var world = await AcceptedAsync();

        var code = await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Standing(world, "resolved"),
            Is.EqualTo(
                new[] { "PIM101 Freya Nielsen", "PIM105 Freya Nielsen", "PIM107 Freya Nielsen", "PIM221 Freya Nielsen" }
            )
        );
        Assert.That(Standing(world, "new"), Is.Empty);
    }

    /// <summary>What nobody could look at is neither resolved nor new, and the missing evidence has the last word.</summary>
    [Test]
    public async Task What_could_not_be_read_is_not_confirmed()
    {
        using var world = await AcceptedAsync();

        var code = await ScanAsync(
            world,
            tenant => tenant,
            new EmulatorFault("/roleManagementPolicyAssignments", FaultKind.Refused)
        );

        using var json = JsonDocument.Parse(world.Bytes("b/result.json"));
        var open = json
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Where(one => one.GetProperty("notConfirmed").ValueKind is JsonValueKind.String)
            .Select(one => $"{one.GetProperty("ruleId")} {one.GetProperty("status")}")
            .Distinct();
        Assert.That(code, Is.EqualTo(3), world.Error);
        Assert.That(open, Is.SupersetOf(new[] { "PIM201 open", "PIM204 open" }));
        Assert.That(Standing(world, "resolved"), Is.Empty);
        Assert.That(Standing(world, "new"), Is.Not.Empty.And.All.StartsWith("PIM901 "));
    }

    [Test]
    public async Task Update_says_what_it_lets_go_and_then_nothing_is_left_to_do()
    {
        using var world = await AcceptedAsync();
        await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        int[] codes =
        [
            await world.RunAsync("baseline", "update", "--from", "b", "--baseline", "accepted.json"),
            await world.RunAsync("baseline", "update", "--from", "b", "--baseline", "accepted.json"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0 }), world.Error);
        Assert.That(world.Out, Does.Contain("Resolved, let go: 4").And.Contain("Nothing changed: 86 findings"));
    }

    [Test]
    public async Task Create_does_not_replace_a_baseline_without_force()
    {
        using var world = await AcceptedAsync();
        string[] create = ["baseline", "create", "--from", "a", "--out", "accepted.json"];

        Assert.That(
            new[] { await world.RunAsync(create), await world.RunAsync([.. create, "--force"]) },
            Is.EqualTo(new[] { 2, 0 })
        );
    }

    [Test]
    public async Task Show_lists_what_is_accepted()
    {
        using var world = await AcceptedAsync();

        await world.RunAsync("baseline", "show", "accepted.json");
        var text = world.Out;
        var code = await world.RunAsync("baseline", "show", "accepted.json", "--json");

        using var json = JsonDocument.Parse(world.Out[text.Length..]);
        Assert.That((code, json.RootElement.GetProperty("findings").GetArrayLength()), Is.EqualTo((0, 90)));
        Assert.That(
            text,
            Does.Contain("90 findings (7 critical, 19 high, 47 medium, 11 low, 6 info) accepted")
                .And.Contain("Marcus Webb")
        );
    }

    /// <summary>Known only when the tenant answers, and still before anything of it is kept.</summary>
    [Test]
    public async Task A_baseline_of_another_tenant_is_refused()
    {
        using var world = await AcceptedAsync();
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken);
        world.Write("pimaudit.yaml", "").Write("fabrikam.yaml", SampleTenants.FabrikamConfiguration);

        int[] codes =
        [
            await world.RunAsync(["scan", "--baseline", "accepted.json", "--out", "c", .. Quiet]),
            await world.RunAsync([
                "scan",
                "--config",
                "fabrikam.yaml",
                "--baseline",
                "accepted.json",
                "--out",
                "d",
                .. Quiet,
            ]),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 2 }), world.Error);
        Assert.That(world.Error, Does.Contain("The baseline is of another tenant."));
        Assert.That(File.Exists(world.PathOf("c/result.json")), Is.False);
    }

    [TestCase("{}", "Cannot read the baseline")]
    [TestCase("", "Cannot read the baseline")]
    [TestCase(null, "Cannot read the baseline")]
    public async Task A_baseline_that_is_none_is_refused(string? text, string said)
    {
        using var world = await AcceptedAsync();
        if (text is not null)
            world.Write("broken.json", text);

        var code = await world.RunAsync([
            "evaluate",
            "a/snapshot.pimsnap",
            "--baseline",
            "broken.json",
            "--out",
            "b",
            .. Quiet,
        ]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(said));
    }

    [Test]
    public async Task A_baseline_that_was_changed_by_hand_is_refused()
    {
        using var world = await AcceptedAsync();
        var text = await File.ReadAllTextAsync(world.PathOf("accepted.json"));
        world.Write("accepted.json", text.Replace("\"PIM101\"", "\"PIM102\"", StringComparison.Ordinal));

        var code = await world.RunAsync([
            "evaluate",
            "a/snapshot.pimsnap",
            "--baseline",
            "accepted.json",
            "--out",
            "b",
            .. Quiet,
        ]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("was changed by hand").And.Contain("PIM102"));
    }

    /// <summary>The configuration names it beside itself; another profile is said, not refused.</summary>
    [Test]
    public async Task The_configuration_may_name_the_baseline()
    {
        using var world = await AcceptedAsync();
        world.Write("pimaudit.yaml", SampleTenants.ContosoConfiguration + "\nbaseline: accepted.json\n");

        var code = await world.RunAsync([
            "evaluate",
            "a/snapshot.pimsnap",
            "--profile",
            "document-only",
            "--out",
            "b",
            .. Quiet,
            "--fail-on",
            "info",
        ]);

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Error, Does.Contain("Note: the baseline was made under the profile best-practices"));
        Assert.That(Standing(world, "new").Concat(Standing(world, "resolved")), Is.Empty);
    }

    private static async Task<World> AcceptedAsync()
    {
        var world = new World().Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        await world.RunAsync(["scan", "--demo", "--out", "a", .. Quiet]);
        await world.RunAsync("baseline", "create", "--from", "a", "--out", "accepted.json");
        return world;
    }

    /// <summary>Scans Contoso with something changed, against what was accepted.</summary>
    private static async Task<int> ScanAsync(
        World world,
        Func<TenantBuilder, TenantBuilder> change,
        params EmulatorFault[] faults
    )
    {
        var tenant = change(new TenantBuilder(SampleTenants.Contoso())).Build();
        await using var graph = await GraphEmulatorServer.StartAsync(tenant, new() { Faults = faults });
        return await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync(["scan", "--baseline", "accepted.json", "--out", "b", .. Quiet]);
    }

    private static string[] Standing(World world, string status)
    {
        using var json = JsonDocument.Parse(world.Bytes("b/result.json"));
        return
        [
            .. json
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Where(one => one.GetProperty("status").GetString() == status)
                .Select(one => $"{one.GetProperty("ruleId")} {one.GetProperty("subject").GetProperty("displayName")}"),
        ];
    }

    private static string? Field(World world, string path, string of, string name)
    {
        using var json = JsonDocument.Parse(world.Bytes(path));
        return json.RootElement.GetProperty(of).GetProperty(name).GetString();
    }
}
