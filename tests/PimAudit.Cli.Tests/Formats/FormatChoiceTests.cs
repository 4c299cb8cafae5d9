using System.Text.Json;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Formats;

public sealed class FormatChoiceTests
{
    [Test]
    public async Task Every_format_has_its_file_in_the_folder_of_the_run()
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync("--out", "run", "--format", string.Join(',', Cli.Formats.Names));

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            world.Names("run"),
            Is.EquivalentTo(Cli.Formats.All.Select(format => format.FileName).Append("manifest.json"))
        );
    }

    [Test]
    public async Task The_manifest_holds_the_hash_of_each_of_them()
    {
        using var world = await OneResult.WorldAsync();
        await world.ReportAsync("--out", "run", "--format", "sarif,junit,csv,ndjson");

        using var manifest = JsonDocument.Parse(world.Bytes("run/manifest.json"));
        Assert.That(
            manifest
                .RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(file => file.GetProperty("name").GetString()),
            Is.EqualTo(
                new[] { "findings.csv", "findings.junit.xml", "findings.ndjson", "findings.sarif", "result.json" }
            )
        );
    }

    [Test]
    public async Task A_variable_chooses_too()
    {
        using var world = await OneResult.WorldAsync();
        world.With("PIMAUDIT_FORMAT", "csv");

        await world.ReportAsync("--out", "run");

        Assert.That(world.Names("run"), Is.EqualTo(new[] { "findings.csv", "manifest.json", "result.json" }));
    }

    [Test]
    public async Task The_configuration_chooses_too()
    {
        using var world = await OneResult.WorldAsync();
        world.Write("pimaudit.yaml", "outputs: { formats: [ junit ] }");

        await world.ReportAsync("--out", "run");

        Assert.That(world.Names("run"), Is.EqualTo(new[] { "findings.junit.xml", "manifest.json", "result.json" }));
    }

    [Test]
    public async Task A_format_that_nobody_knows_is_refused_with_the_nearest_and_all_of_them()
    {
        using var world = await OneResult.WorldAsync();

        var code = await world.ReportAsync("--out", "run", "--format", "pdf,sariff");

        Assert.That((code, Directory.Exists(world.PathOf("run"))), Is.EqualTo((2, false)));
        Assert.That(world.Error, Does.Contain("'sariff'").And.Contain("The nearest is 'sarif'."));
        Assert.That(Cli.Formats.Names.Where(name => !world.Error.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_schema_of_the_configuration_knows_every_format()
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text("config"));

        Assert.That(
            schema
                .RootElement.GetProperty("properties")
                .GetProperty("outputs")
                .GetProperty("properties")
                .GetProperty("formats")
                .GetProperty("items")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(word => word.GetString()),
            Is.EqualTo(Cli.Formats.Names)
        );
    }

    [Test]
    public void What_is_written_by_default_is_known() =>
        Assert.That(Settings.DefaultFormats, Is.SubsetOf(Cli.Formats.Names));
}
