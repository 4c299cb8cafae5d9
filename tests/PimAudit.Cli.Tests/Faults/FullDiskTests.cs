using NUnit.Framework;

namespace PimAudit.Cli.Tests.Faults;

/// <summary>A disk that has room for half of the last file: nothing is left on it, the exit code is 5, and the message says why.</summary>
[TestFixture]
internal sealed class FullDiskTests
{
    private const int Page = 4096;

    private World world = null!;

    private static IEnumerable<string> Formats => Cli.Formats.Names.Where(name => name != "json");

    [OneTimeSetUp]
    public async Task Scan()
    {
        world = new World();
        await world.RunAsync(
            "scan",
            "--demo",
            "--quiet",
            "--out",
            "run",
            "--format",
            string.Join(',', Cli.Formats.Names)
        );
    }

    [OneTimeTearDown]
    public void CleanUp() => world.Dispose();

    [TestCaseSource(nameof(Formats))]
    public async Task Each_report_is_written_whole_or_not_at_all(string format)
    {
        using var disk = SmallDisk.Of(
            SizeOf("result.json") + SizeOf(Cli.Formats.Of(format)!.FileName) / 2 + (2 * Page)
        );

        await FailsAsync(disk, "report", "run/result.json", "--out", disk.PathOf("a"), "--format", format);
    }

    [Test]
    public async Task The_result_is_written_whole_or_not_at_all()
    {
        using var disk = SmallDisk.Of(SizeOf("result.json") / 2);

        await FailsAsync(disk, "report", "run/result.json", "--out", disk.PathOf("a"), "--format", "json");
    }

    [TestCaseSource(nameof(Formats))]
    public async Task Each_report_elsewhere_is_written_whole_or_not_at_all(string format)
    {
        using var disk = SmallDisk.Of(SizeOf(Cli.Formats.Of(format)!.FileName) / 2);
        var out1 = $"run-{format}";

        await FailsAsync(
            disk,
            "report",
            "run/result.json",
            "--out",
            out1,
            "--format",
            "json",
            "-o",
            $"{format}={disk.PathOf("a.out")}"
        );
        Assert.That(Directory.EnumerateFiles(world.PathOf(out1)), Is.Empty);
    }

    [TestCase("snapshot", "--out", "a.pimsnap")]
    [TestCase("scan", "--format", "json", "--out", "a")]
    public async Task The_snapshot_is_written_whole_or_not_at_all(params string[] arguments)
    {
        using var disk = SmallDisk.Of(SizeOf("snapshot.pimsnap") / 2);

        await FailsAsync(disk, [arguments[0], "--demo", .. arguments[1..^1], disk.PathOf(arguments[^1])]);
    }

    [Test]
    public async Task What_was_there_before_stays_and_the_next_run_succeeds()
    {
        using var disk = SmallDisk.Of(SizeOf("result.json") + SizeOf("findings.csv") + (6 * Page));
        string[] report = ["report", "run/result.json", "--quiet", "--fail-on", "none"];
        await world.RunAsync([.. report, "--out", disk.PathOf("a"), "--format", "csv"]);
        var before = await File.ReadAllBytesAsync(disk.PathOf("a/manifest.json"));

        var code = await world.RunAsync([.. report, "--out", disk.PathOf("a"), "--format", "html"]);
        Assert.That((code, await File.ReadAllBytesAsync(disk.PathOf("a/manifest.json"))), Is.EqualTo((5, before)));
        Assert.That(await world.RunAsync("verify", disk.PathOf("a")), Is.Zero, world.Out);

        disk.Grow();
        Assert.That(await world.RunAsync([.. report, "--out", disk.PathOf("a"), "--format", "html"]), Is.LessThan(4));
        Assert.That(
            disk.Files,
            Is.EqualTo(new[] { "a/findings.csv", "a/findings.html", "a/manifest.json", "a/result.json" })
        );
    }

    [Test]
    public async Task Reviews_and_baselines_are_written_whole_or_not_at_all()
    {
        using var disk = SmallDisk.Of(2 * Page);

        await FailsAsync(disk, "baseline", "create", "--from", "run", "--out", disk.PathOf("baseline.json"));
        await FailsAsync(
            disk,
            "review",
            "new",
            "--from",
            "run",
            "--name",
            "Q3",
            "--due",
            "2099-12-31",
            "--out",
            disk.PathOf("review")
        );
    }

    private async Task FailsAsync(SmallDisk disk, params string[] arguments)
    {
        var before = world.Error.Length;
        var code = await world.RunAsync(arguments);
        var said = world.Error[before..];

        Assert.That((code, string.Join(' ', disk.Files)), Is.EqualTo((5, "")), said);
        Assert.That(said, Does.Contain("A file cannot be read or written.").And.Contain("space"));
    }

    private long SizeOf(string name) => new FileInfo(world.PathOf($"run/{name}")).Length;
}
