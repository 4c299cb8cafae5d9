using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

public sealed class BaselineFileTests
{
    private static readonly Baseline Rich = Baselines.Of(
        Audit.Judge(Snapshots.Rich, AuditConfiguration.Empty, [.. Catalogue.All])
    );

    [Test]
    public async Task A_baseline_reads_back_as_it_was()
    {
        using var scratch = new Scratch();
        await BaselineFile.WriteAsync(Rich, scratch["baseline.json"], CancellationToken.None);

        var read = await BaselineFile.ReadAsync(scratch["baseline.json"], CancellationToken.None);

        Assert.That(Rich.Findings, Is.Not.Empty);
        Assert.That(BaselineFile.Text(read), Is.EqualTo(BaselineFile.Text(Rich)));
        Assert.That(ContentHash.Of(read), Is.EqualTo(ContentHash.Of(Rich)));
        Assert.That(Baselines.Problem(read), Is.Null);
    }

    [Test]
    public void The_schema_accepts_what_is_written()
    {
        using var schema = JsonDocument.Parse(Schemas.Text("baseline"));
        using var json = JsonDocument.Parse(BaselineFile.Text(Rich));

        Assert.That(SchemaCheck.Problems(schema.RootElement, json.RootElement), Is.Empty);
    }

    [TestCase("\"severity\": \"", "\"severity\": \"very-")]
    [TestCase("\"fingerprint\":", "\"footprint\":")]
    [TestCase("\"tenantId\":", "\"tenantId\": null, \"x\":")]
    public void The_schema_refuses_what_is_not_written(string what, string by)
    {
        using var schema = JsonDocument.Parse(Schemas.Text("baseline"));
        using var json = JsonDocument.Parse(BaselineFile.Text(Rich).Replace(what, by, StringComparison.Ordinal));

        Assert.That(SchemaCheck.Problems(schema.RootElement, json.RootElement), Is.Not.Empty);
    }

    [TestCase("", "")]
    [TestCase("null", "empty")]
    [TestCase("{}", "required")]
    [TestCase("[", "")]
    public async Task What_is_no_baseline_is_refused(string text, string seen) =>
        Assert.That(await RefusedAsync(text), Does.Contain(seen).And.Contain("Cannot read the baseline"));

    [TestCase("\"schemaVersion\": 1", "\"schemaVersion\": 2", "schema version 2")]
    [TestCase("\"title\": \"", "\"tittle\": \"", "tittle")]
    [TestCase("\"fingerprint\": \"", "\"fingerprint\": \"x", "64 lower-case hex digits")]
    [TestCase("\"ruleId\": \"PIM", "\"ruleId\": \"../", "no id of a rule")]
    [TestCase("\"severity\": \"high\"", "\"severity\": 3", "severity")]
    [TestCase("\"identity\": [", "\"identity\": [ null, ", "")]
    [TestCase("\"observed\": \"", "\"observed\": null, \"x\": \"", "")]
    public async Task A_baseline_that_was_spoiled_is_refused(string what, string by, string? seen)
    {
        var spoiled = BaselineFile.Text(Rich).Replace(what, by, StringComparison.Ordinal);

        Assert.That(await RefusedAsync(spoiled), seen is null ? Is.Null : Does.Contain(seen));
    }

    [Test]
    public async Task A_name_of_a_megabyte_is_refused()
    {
        var spoiled = Rich with { Findings = [Rich.Findings[0] with { Title = new string('a', 1 << 20) }] };

        Assert.That(await RefusedAsync(BaselineFile.Text(spoiled)), Does.Contain("findings[0]: a text is longer"));
    }

    [Test]
    public async Task A_fingerprint_that_stands_twice_is_refused()
    {
        var spoiled = Rich with { Findings = [Rich.Findings[0], Rich.Findings[0]] };

        Assert.That(await RefusedAsync(BaselineFile.Text(spoiled)), Does.Contain("stands in it twice"));
    }

    [Test]
    public async Task More_findings_than_a_tenant_can_have_are_refused()
    {
        const int Most = 100_000;
        var small = Rich.Findings[0] with
        {
            Identity = [Rich.Findings[0].Subject],
            Title = "",
            Observed = "",
            Expected = "",
        };
        var whole = JsonNode.Parse(BaselineFile.Text(Rich with { Findings = [small] }))!.ToJsonString();
        var start = whole.IndexOf("[{", StringComparison.Ordinal);
        var entry = whole[(start + 1)..^2];
        var many = $"{whole[..start]}[{string.Join(',', Enumerable.Repeat(entry, Most + 1))}]}}";

        Assert.That(await RefusedAsync(many), Does.Contain("It holds 100001 findings; a baseline has at most 100000."));
    }

    [Test]
    public async Task What_could_not_be_read_again_is_not_written()
    {
        using var scratch = new Scratch();
        var spoiled = Rich with { Findings = [Rich.Findings[0] with { Title = new string('a', 2000) }] };

        Assert.That(
            async () => await BaselineFile.WriteAsync(spoiled, scratch["baseline.json"], CancellationToken.None),
            Throws.InstanceOf<ArchiveException>()
        );
        Assert.That(File.Exists(scratch["baseline.json"]), Is.False);
    }

    [Test]
    public async Task Writers_at_the_same_time_leave_one_whole_file()
    {
        using var scratch = new Scratch();
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(at =>
                    BaselineFile.WriteAsync(
                        Rich with
                        {
                            RunId = $"run{at}",
                        },
                        scratch["baseline.json"],
                        CancellationToken.None
                    )
                )
        );

        var read = await BaselineFile.ReadAsync(scratch["baseline.json"], CancellationToken.None);
        Assert.That(read.Findings, Has.Length.EqualTo(Rich.Findings.Length));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(scratch["baseline.json"])!), Has.Length.EqualTo(1));
    }

    /// <returns>The message; null when it was read.</returns>
    private static async Task<string?> RefusedAsync(string text)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["baseline.json"], text);
        try
        {
            await BaselineFile.ReadAsync(scratch["baseline.json"], CancellationToken.None);
            return null;
        }
        catch (ArchiveException error)
        {
            return error.Message;
        }
    }
}
