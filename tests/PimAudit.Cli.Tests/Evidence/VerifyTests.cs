using System.IO.Compression;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Archive;

namespace PimAudit.Cli.Tests.Evidence;

public sealed class VerifyTests
{
    private static readonly string[] Demo = ["scan", "--demo", "--quiet", "--format", "csv"];

    [Test]
    public async Task Scans_of_two_days_are_chained_and_hold()
    {
        using var world = new World();
        await world.ScanAsync("");
        world.Now = world.Now.AddDays(1);
        await world.ScanAsync("");

        Assert.That(await world.RunAsync("verify", "pimaudit-out"), Is.Zero, world.Out + world.Error);
        var (first, second) = (HashOf(world.Runs()[0]), ManifestOf(world.Runs()[1]));
        Assert.That(second.Previous, Is.EqualTo(first));
        Assert.That(world.Out, Does.Contain("2 runs verified: everything held.").And.Contain("of 2 runs in its chain"));
    }

    [Test]
    public async Task A_history_is_verified_as_a_whole()
    {
        using var world = new World();
        const string History = "history: { connection: Data Source=history.db }";
        await world.ScanAsync(History);
        world.Now = world.Now.AddDays(1);
        await world.ScanAsync(History);

        Assert.That(await world.RunAsync("verify", "--history", "pimaudit-out"), Is.Zero, world.Out + world.Error);
        Assert.That(world.Out, Does.Contain("history, run 2").And.Contain("of 2 runs in its chain"));
    }

    [Test]
    public async Task A_changed_file_fails_and_is_named_with_both_hashes()
    {
        using var world = new World();
        await world.RunAsync([.. Demo, "--out", "run"]);
        var expected = ManifestOf(world.PathOf("run")).Files.Single(file => file.Name == "findings.csv").Sha256;
        await File.AppendAllTextAsync(world.PathOf("run/findings.csv"), "x");

        Assert.That(await world.RunAsync("verify", "run"), Is.EqualTo(1));
        Assert.That(
            world.Out,
            Does.Contain("findings.csv was changed.")
                .And.Contain($"SHA-256 {expected}")
                .And.Contain("1 run looked at: 1 did not hold.")
        );
    }

    [Test]
    public async Task Machines_are_told_the_same()
    {
        using var world = new World();
        await world.RunAsync([.. Demo, "--out", "run"]);
        File.Delete(world.PathOf("run/findings.csv"));

        Assert.That(await world.RunAsync("verify", "run", "--json"), Is.EqualTo(1));
        using var json = JsonDocument.Parse(world.Out);
        var run = json.RootElement.GetProperty("runs")[0];
        Assert.That(
            (
                json.RootElement.GetProperty("holds").GetBoolean(),
                run.GetProperty("runId").GetString(),
                run.GetProperty("problems")[0].GetProperty("kind").GetString(),
                run.GetProperty("problems")[0].GetProperty("file").GetString()
            ),
            Is.EqualTo((false, ManifestOf(world.PathOf("run")).RunId, "missingFile", "findings.csv"))
        );
    }

    [TestCase]
    [TestCase("empty")]
    [TestCase("none")]
    [TestCase("empty", "--trust", "none.pem")]
    public async Task Nothing_to_verify_is_no_success(params string[] arguments)
    {
        using var world = new World();
        Directory.CreateDirectory(world.PathOf("empty"));

        Assert.That(await world.RunAsync(["verify", .. arguments]), Is.EqualTo(2));
    }

    [Test]
    public async Task A_name_in_an_archive_cannot_move_the_cursor()
    {
        using var world = new World();
        await using (var zip = await ZipFile.OpenAsync(world.PathOf("a.zip"), ZipArchiveMode.Create))
            zip.CreateEntry("\u202Eevil/manifest.json");

        Assert.That(await world.RunAsync("verify", "a.zip"), Is.EqualTo(1));
        Assert.That(world.Out, Does.Contain("U+202Eevil").And.Not.Contain("\u202E"));
    }

    [Test]
    public async Task A_report_of_the_same_result_leaves_the_other_files_in_the_manifest()
    {
        using var world = new World();
        await world.ScanAsync("");
        var code = await world.RunAsync(
            "report",
            Path.Combine(world.Runs().Single(), "result.json"),
            "--format",
            "csv",
            "--fail-on",
            "none"
        );

        Assert.That(
            ManifestOf(world.Runs().Single()).Files.Select(file => file.Name),
            Is.EqualTo(new[] { "findings.csv", "result.json", "snapshot.pimsnap" }),
            $"{code} {world.Error}"
        );
        Assert.That(await world.RunAsync("verify", "pimaudit-out"), Is.Zero, world.Out);
    }

    [Test]
    public async Task A_run_that_another_one_continues_is_not_changed_unless_forced()
    {
        using var world = new World();
        await world.ScanAsync("");
        world.Now = world.Now.AddDays(1);
        await world.ScanAsync("");
        string[] report =
        [
            "report",
            Path.Combine(world.Runs()[0], "result.json"),
            "--format",
            "csv",
            "--fail-on",
            "none",
            "--quiet",
        ];

        Assert.That(await world.RunAsync(report), Is.EqualTo(2));
        Assert.That(await world.RunAsync("verify", "pimaudit-out"), Is.Zero, world.Out);
        Assert.That(await world.RunAsync([.. report, "--force"]), Is.Not.EqualTo(2), world.Error);
        Assert.That(await world.RunAsync("verify", "pimaudit-out"), Is.EqualTo(1));
        Assert.That(world.Out, Does.Contain("The run before it is not here, or its manifest was changed."));
    }

    [Test]
    public async Task The_same_run_with_the_same_files_keeps_its_manifest_to_the_byte()
    {
        using var world = new World();
        await world.RunAsync([.. Demo, "--out", "run"]);
        var before = world.Bytes("run/manifest.json");
        world.Now = world.Now.AddDays(1);
        await world.RunAsync([.. Demo, "--out", "run"]);

        Assert.That(world.Bytes("run/manifest.json"), Is.EqualTo(before));
    }

    private static RunManifest ManifestOf(string folder) =>
        ManifestFile.Read(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));

    private static string HashOf(string folder) =>
        ManifestFile.HashOf(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
}
