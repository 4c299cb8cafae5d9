using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

/// <summary>Contoso as it was, and then changed.</summary>
public sealed class PreviousTests
{
    private static readonly string[] Quiet = ["--quiet", "--format", "json"];

    [Test]
    public async Task The_same_tenant_again_shows_no_change()
    {
        using var world = await ScannedAsync();

        var code = await ScanAsync(world, tenant => tenant, "--previous", "a");

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(Changes(world), Is.Empty);
        Assert.That(Standing(world, "new").Concat(Standing(world, "resolved")), Is.Empty);
        Assert.That(Field(world, "b", "earlier").GetArrayLength(), Is.EqualTo(1));
        Assert.That(
            Field(world, "b", "run").GetProperty("id").GetString(),
            Is.Not.EqualTo(Field(world, "a", "run").GetProperty("id").GetString())
        );
    }

    [Test]
    public async Task What_was_taken_away_is_a_change_and_its_findings_are_resolved()
    {
        using var world = await ScannedAsync();

        await ScanAsync(
            world,
            tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"),
            "--previous",
            "a/result.json"
        );

        Assert.That(Changes(world), Is.EqualTo(["access lost Freya Nielsen"]));
        Assert.That(Standing(world, "resolved"), Has.One.EqualTo("PIM101 Freya Nielsen"));
    }

    /// <summary>Accepted findings are a matter of the baseline; changes are told all the same.</summary>
    [Test]
    public async Task Without_a_baseline_known_findings_go_on_failing_a_run()
    {
        using var world = await ScannedAsync();

        var code = await world.RunAsync(
            "evaluate",
            "a/snapshot.pimsnap",
            "--previous",
            "a",
            "--out",
            "c",
            "-f",
            "json"
        );

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(
            world.Out,
            Does.Contain("Since the run of 2026-10-01:")
                .And.Contain("0 new, 0 not confirmed, 0 resolved.")
                .And.Contain("no change of access, settings, groups or waivers was seen.")
        );
    }

    [Test]
    public async Task A_report_can_be_laid_beside_an_earlier_run_afterwards()
    {
        using var world = await ScannedAsync();
        await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        var code = await world.RunAsync(["report", "b/result.json", "--previous", "a", "--out", "c", .. Quiet]);

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(Changes(world, "c"), Is.EqualTo(["access lost Freya Nielsen"]));
    }

    [Test]
    public async Task Diff_prints_the_changes_between_two_runs()
    {
        using var world = await ScannedAsync();
        await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        int[] codes = [await world.RunAsync("diff", "a", "b/result.json"), await world.RunAsync("diff", "a", "a")];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0 }), world.Error);
        Assert.That(
            world.Out,
            Does.Contain("1 change: access: 1 lost")
                .And.Contain("Access: Freya Nielsen, Exchange Administrator")
                .And.Contain("was standing, permanent")
                .And.Contain("PIM101")
                .And.Contain("No change of access, role settings, groups or waivers")
        );
    }

    [Test]
    public async Task Diff_names_a_setting_in_words()
    {
        using var world = await ScannedAsync();
        var text = await File.ReadAllTextAsync(world.PathOf("a/result.json"));
        world.Write("before.json", text.Replace("\"10 h 30 min\"", "\"8 h\"", StringComparison.Ordinal));

        await world.RunAsync("diff", "before.json", "a");

        Assert.That(
            world.Out,
            Does.Contain("1 change: settings: 1 weakened")
                .And.Contain("Setting: Exchange Administrator, longest activation")
                .And.Contain("8 h -> 10 h 30 min")
        );
    }

    [Test]
    public async Task Diff_answers_in_JSON_too()
    {
        using var world = await ScannedAsync();
        await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", "Exchange Administrator"));

        await world.RunAsync("diff", "a", "b", "--json");

        using var json = JsonDocument.Parse(world.Out);
        Assert.That(
            json.RootElement.GetProperty("changes").EnumerateArray().Select(Line),
            Is.EqualTo(["access lost Freya Nielsen"])
        );
    }

    [Test]
    public async Task A_later_run_is_no_earlier_one()
    {
        using var world = await ScannedAsync();
        var text = await File.ReadAllTextAsync(world.PathOf("a/result.json"));
        world.Write(
            "later.json",
            text.Replace("\"takenAt\": \"2026-10-01T", "\"takenAt\": \"2026-10-02T", StringComparison.Ordinal)
        );

        int[] codes =
        [
            await world.RunAsync([
                "evaluate",
                "a/snapshot.pimsnap",
                "--previous",
                "later.json",
                "--out",
                "c",
                .. Quiet,
            ]),
            await world.RunAsync("diff", "later.json", "a"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(
            world.Error,
            Does.Contain("A run that was given as an earlier one is later.").And.Contain("2026-10-02")
        );
        Assert.That(Directory.Exists(world.PathOf("c")), Is.False);
    }

    [Test]
    public async Task A_run_of_another_tenant_is_refused()
    {
        using var world = await ScannedAsync();
        var text = await File.ReadAllTextAsync(world.PathOf("a/result.json"));
        var id = Field(world, "a", "tenant").GetProperty("id").GetString()!;
        world.Write("other.json", text.Replace(id, Guid.Empty.ToString("D"), StringComparison.Ordinal));

        int[] codes =
        [
            await world.RunAsync([
                "evaluate",
                "a/snapshot.pimsnap",
                "--previous",
                "other.json",
                "--out",
                "c",
                .. Quiet,
            ]),
            await world.RunAsync("diff", "other.json", "a"),
            await ScanAsync(world, tenant => tenant, "--previous", "other.json"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 2, 2 }));
        Assert.That(world.Error, Does.Contain("An earlier run is of another tenant."));
        Assert.That(Directory.Exists(world.PathOf("b")), Is.False);
    }

    [TestCase("{}")]
    [TestCase("")]
    [TestCase(null)]
    public async Task A_file_that_is_no_result_is_refused(string? text)
    {
        using var world = await ScannedAsync();
        if (text is not null)
            world.Write("broken.json", text);

        int[] codes =
        [
            await world.RunAsync([
                "evaluate",
                "a/snapshot.pimsnap",
                "--previous",
                "broken.json",
                "--out",
                "c",
                .. Quiet,
            ]),
            await world.RunAsync("diff", "broken.json", "a"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(world.Error, Does.Contain("Cannot read the result"));
    }

    private static async Task<World> ScannedAsync()
    {
        var world = new World().Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        await world.RunAsync(["scan", "--demo", "--out", "a", .. Quiet]);
        return world;
    }

    private static async Task<int> ScanAsync(
        World world,
        Func<TenantBuilder, TenantBuilder> change,
        params string[] arguments
    )
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            change(new TenantBuilder(SampleTenants.Contoso())).Build()
        );
        return await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync(["scan", "--out", "b", .. Quiet, .. arguments]);
    }

    private static string[] Changes(World world, string folder = "b") =>
        [.. Field(world, folder, "changes").EnumerateArray().Select(Line)];

    private static string Line(JsonElement row) =>
        $"{row.GetProperty("subject").GetString()} {row.GetProperty("kind").GetString()} "
        + row.GetProperty("object").GetProperty("displayName").GetString();

    private static string[] Standing(World world, string status) =>
        [
            .. Field(world, "b", "findings")
                .EnumerateArray()
                .Where(one => one.GetProperty("status").GetString() == status)
                .Select(one => $"{one.GetProperty("ruleId")} {one.GetProperty("subject").GetProperty("displayName")}"),
        ];

    private static JsonElement Field(World world, string folder, string name)
    {
        using var json = JsonDocument.Parse(world.Bytes($"{folder}/result.json"));
        return json.RootElement.GetProperty(name).Clone();
    }
}
