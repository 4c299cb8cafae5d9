using System.Text;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Formats;

public sealed class OutputTests
{
    [Test]
    public async Task Several_reports_go_where_the_user_wants_them_beside_the_folder()
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync(
            "--out",
            "run",
            "--format",
            "sarif,junit",
            "-o",
            "sarif=there/a.sarif",
            "-o",
            "junit=b.xml"
        );

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Bytes("there/a.sarif"), Is.EqualTo(world.Bytes("run/findings.sarif")));
        Assert.That(world.Bytes("b.xml"), Is.EqualTo(world.Bytes("run/findings.junit.xml")));
        Assert.That(world.Out, Does.Contain("b.xml"));
    }

    [TestCase("sarif", "must be FORMAT=FILE")]
    [TestCase("sarif=", "must be FORMAT=FILE")]
    [TestCase("=a", "is not known")]
    [TestCase("sariff=a", "The nearest is 'sarif'")]
    [TestCase("xlsx=-", "cannot go to standard output")]
    [TestCase("csv=.", "is a folder")]
    public async Task An_output_that_cannot_be_meant_is_refused(string output, string told)
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync("--out", "run", "-o", output);

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((2, false)));
        Assert.That(world.Error, Does.Contain(told));
    }

    [TestCase("csv=a", "sarif=./a")]
    [TestCase("csv=-", "sarif=-")]
    public async Task Two_reports_never_go_to_one_place(string one, string other)
    {
        using var world = await OneResult.WorldAsync();

        Assert.That(await world.ReportAsync("--out", "run", "-o", one, "-o", other), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("cannot both go to"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_device_is_no_file()
    {
        using var world = await OneResult.WorldAsync();

        Assert.That(await world.ReportAsync("--out", "run", "-o", "csv=/dev/full"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("cannot be written to a device"));
    }

    [Test]
    public async Task A_file_of_something_else_is_kept_and_nothing_is_written()
    {
        using var world = await OneResult.WorldAsync();
        world.Write("a.csv", "mine");

        var code = await world.ReportAsync("--out", "run", "--format", "json", "-o", "csv=a.csv");

        Assert.That((code, await File.ReadAllTextAsync(world.PathOf("a.csv"))), Is.EqualTo((2, "mine")));
        Assert.That(world.Error, Does.Contain("--force"));
        Assert.That(Left(world), Is.EqualTo(new[] { "a.csv", "result.json" }));
    }

    [Test]
    public async Task Force_replaces_it()
    {
        using var world = await OneResult.WorldAsync();
        world.Write("a.csv", "mine");

        var code = await world.ReportAsync("--out", "run", "--format", "json", "-o", "csv=a.csv", "--force");

        Assert.That((code, world.Bytes("a.csv")[..5]), Is.EqualTo((0, "kind,"u8.ToArray())));
    }

    [Test]
    public async Task The_same_run_may_write_its_file_again()
    {
        using var world = await OneResult.WorldAsync();
        int[] codes =
        [
            await world.ReportAsync("--out", "run", "--format", "json", "-o", "csv=a.csv"),
            await world.ReportAsync("--out", "run", "--format", "json", "-o", "csv=a.csv"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 0 }), world.Error);
    }

    [Test]
    public async Task A_scan_refuses_a_taken_file_before_it_reads_anything()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("a.csv", "mine");

        var code = await world.RunAsync("scan", "--out", "run", "-o", "csv=a.csv");

        Assert.That((code, graph.Requests.Count), Is.EqualTo((2, 0)));
    }

    [TestCase("result.json")]
    [TestCase("manifest.json")]
    public async Task No_report_takes_the_place_of_another_file_of_the_run(string name)
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync("--out", "run", "-o", $"csv=run/{name}", "--force");

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((2, false)));
    }

    [Test]
    public async Task On_standard_output_stands_the_report_alone_and_the_talk_beside_it()
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync("--out", "run", "--format", "csv", "-o", "csv=-");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Out, Is.EqualTo(Encoding.UTF8.GetString(world.Bytes("run/findings.csv"))));
        Assert.That(world.Error, Does.Contain("Written to"));
    }

    [Test]
    public async Task A_standard_output_that_takes_nothing_is_a_fault_of_the_system()
    {
        using var world = await OneResult.WorldAsync();
        await using var full = new FullWriter();

        var code = await CommandLine.RunAsync(
            ["report", "result.json", "--out", "run", "--format", "json", "-o", "ndjson=-"],
            world.Surroundings() with
            {
                Out = full,
            }
        );

        Assert.That(code, Is.EqualTo(5));
        Assert.That(world.Error, Does.Contain("No space left on device"));
    }

    [TestCase("--out", "result.json/run")]
    [TestCase("-o", "csv=result.json/a.csv")]
    public async Task A_place_that_takes_no_file_is_a_fault_of_the_system_and_nothing_half_written_stays(
        string option,
        string place
    )
    {
        using var world = await OneResult.WorldAsync();
        string[] elsewhere = option == "--out" ? [] : ["--out", "run"];

        var code = await world.ReportAsync([option, place, "--format", "json", .. elsewhere]);

        Assert.That(code, Is.EqualTo(5));
        Assert.That(Left(world), Is.EqualTo(new[] { "result.json" }));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_read_only_folder_is_a_fault_of_the_system_and_stays_as_it_is()
    {
        using var world = await OneResult.WorldAsync();
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "The superuser may write everywhere.");
        Directory.CreateDirectory(world.PathOf("locked"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(world.PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var code = await world.ReportAsync("--out", "run", "--format", "json", "-o", "csv=locked/a.csv");

        Assert.That((code, world.Names("locked")), Is.EqualTo((5, Array.Empty<string>())));
    }

    /// <summary>Every file below the world, temporary ones too.</summary>
    private static IEnumerable<string> Left(World world) =>
        Directory
            .EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(world.Folder, path))
            .Order(StringComparer.Ordinal);

    /// <summary>A standard output on a full disk.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) =>
            throw new IOException("No space left on device");
    }
}
