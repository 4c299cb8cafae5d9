using System.IO.Compression;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class FleetVerbTests
{
    private static readonly EmulatorFault Refusing = new(".", FaultKind.Refused);
    private static readonly EmulatorFault Silent = new(".", FaultKind.Slow) { Delay = TimeSpan.FromHours(1) };

    [Test]
    public async Task Tenants_that_refuse_or_hang_are_told_first_and_hide_nobody()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha", [Silent], "    timeLimit: 1s");
        await fleet.AddAsync("beta");
        await fleet.AddAsync("gamma", [Refusing]);
        await fleet.AddAsync("delta", keys: "    cloud: usgov");
        fleet.Write("parallel: 4");

        var code = await fleet.World.RunAsync("fleet", "scan");

        Assert.That(code, Is.EqualTo(3), fleet.World.Error);
        Assert.That(
            fleet
                .World.Out.Split('\n')
                .Select(line => line.Trim().Split(' '))
                .Where(IsOfTenant)
                .Select(words => words[1]),
            Is.EqualTo(new[] { "alpha", "gamma", "beta", "delta" })
        );
        using var rollUp = RollUp(fleet.World);
        Assert.That(
            Tenants(rollUp).Select(tenant => (Alias(tenant), IsScanned(tenant))),
            Is.EqualTo(new[] { ("alpha", false), ("gamma", false), ("beta", true), ("delta", true) })
        );
        Assert.That(
            fleet.World.Names(RollUpFolder(fleet.World)),
            Is.EqualTo(new[] { "fleet.html", "fleet.json", "fleet.pdf", "fleet.xlsx" })
        );
    }

    [Test]
    public async Task Nothing_of_a_tenant_stands_in_what_is_written_about_another()
    {
        await using var fleet = new EmulatedFleet();
        foreach (var alias in new[] { "alpha", "beta", "gamma" })
            await fleet.AddAsync(alias, keys: "    outputs: { formats: [ json, xlsx, html, md, csv ] }");
        fleet.Write();

        await fleet.World.RunAsync("fleet", "scan", "--parallel", "3");

        foreach (var (alias, tenant) in fleet.Tenants)
        {
            var texts = Texts(fleet.World.PathOf($"pimaudit-out/{alias}")).ToList();
            var others = fleet
                .Tenants.Where(other => other.Key != alias)
                .SelectMany(other => new[] { other.Value.Tenant.Id.ToString(), $"{other.Key}-domain.example" });
            Assert.That(
                texts,
                Has.Some.Contains($"{alias}-domain.example").And.Some.Contains(tenant.Tenant.Id.ToString())
            );
            Assert.That(
                others.Where(other => texts.Any(text => text.Contains(other, StringComparison.OrdinalIgnoreCase))),
                Is.Empty
            );
        }

        var all = Texts(fleet.World.PathOf("pimaudit-out")).Append(fleet.World.Out).Append(fleet.World.Error).ToList();
        Assert.That(all, Has.None.Contains("emulator-"));
        Assert.That(Texts(fleet.World.PathOf(RollUpFolder(fleet.World))), Has.None.Contains("-domain.example"));
    }

    [Test]
    public async Task The_report_makes_the_same_roll_up_again_without_a_token()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha");
        await fleet.AddAsync("beta");
        fleet.Write();
        await fleet.World.RunAsync("fleet", "scan", "--format", "json");
        var before = fleet.World.Bytes($"{RollUpFolder(fleet.World)}/fleet.json");

        var code = await fleet
            .World.With(EmulatedFleet.VariableOf("alpha"), "")
            .RunAsync("fleet", "report", "--format", "json");

        Assert.That(code, Is.Zero, fleet.World.Error);
        Assert.That(fleet.World.Bytes($"{RollUpFolder(fleet.World)}/fleet.json"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_run_that_was_changed_counts_as_not_scanned()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha");
        await fleet.AddAsync("beta");
        fleet.Write();
        await fleet.World.RunAsync("fleet", "scan", "--only", "beta", "--quiet");
        var result = Directory
            .GetFiles(fleet.World.PathOf("pimaudit-out/beta"), "result.json", SearchOption.AllDirectories)
            .Single();
        await File.AppendAllTextAsync(result, " ");

        var code = await fleet.World.RunAsync("fleet", "report", "--format", "json", "--quiet");

        Assert.That(code, Is.EqualTo(3));
        Assert.That(
            Directory
                .GetFiles(fleet.World.PathOf("pimaudit-out/fleet"), "fleet.json", SearchOption.AllDirectories)
                .Select(File.ReadAllText),
            Has.Some.Contains("result.json is not the file that manifest.json names")
                .And.Some.Contains("No run of the tenant lies there")
        );
    }

    [Test]
    public async Task A_folder_that_does_not_exist_is_refused_and_not_taken_for_tenants_without_a_run()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha");
        fleet.Write();

        Assert.That(await fleet.World.RunAsync("fleet", "report", "nowhere"), Is.EqualTo(2));
        Assert.That(fleet.World.Error, Does.Contain("There is no folder"));
    }

    [Test]
    public async Task The_roll_up_fits_its_published_schema()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha");
        await fleet.AddAsync("gamma", [Refusing]);
        fleet.Write();
        await fleet.World.RunAsync("fleet", "scan", "--format", "json", "--quiet");

        using var schema = JsonDocument.Parse(Schemas.Text("roll-up"));
        using var rollUp = RollUp(fleet.World);

        Assert.That(SchemaCheck.Problems(schema.RootElement, rollUp.RootElement), Is.Empty);
    }

    [Test]
    public async Task An_alias_that_is_not_on_the_list_is_refused_with_those_that_are()
    {
        await using var fleet = new EmulatedFleet();
        await fleet.AddAsync("alpha");
        await fleet.AddAsync("beta");
        fleet.Write();

        Assert.That(await fleet.World.RunAsync("fleet", "scan", "--only", "alhpa"), Is.EqualTo(2));
        Assert.That(fleet.World.Error, Does.Contain("Use alpha or beta."));
    }

    [Test]
    public async Task A_list_that_is_not_there_is_said_to_be_missing()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("fleet", "scan"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("There is no list of tenants."));
    }

    private static bool IsOfTenant(string[] words) => words is [_, "alpha" or "beta" or "gamma" or "delta", ..];

    private static JsonDocument RollUp(World world) =>
        JsonDocument.Parse(world.Bytes($"{RollUpFolder(world)}/fleet.json"));

    private static string RollUpFolder(World world) =>
        Path.GetRelativePath(world.Folder, Directory.GetDirectories(world.PathOf("pimaudit-out/fleet")).Single());

    private static IEnumerable<JsonElement> Tenants(JsonDocument rollUp) =>
        rollUp.RootElement.GetProperty("tenants").EnumerateArray();

    private static bool IsScanned(JsonElement tenant) =>
        tenant.GetProperty("figures").ValueKind is JsonValueKind.Object;

    private static string Alias(JsonElement tenant) => tenant.GetProperty("alias").GetString()!;

    private static IEnumerable<string> Texts(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (Path.GetExtension(path) is ".xlsx" or ".pimsnap")
            {
                using var archive = ZipFile.OpenRead(path);
                foreach (var entry in archive.Entries)
                {
                    using var reader = new StreamReader(entry.Open());
                    yield return reader.ReadToEnd();
                }
            }
            else
            {
                yield return File.ReadAllText(path);
            }
    }
}
