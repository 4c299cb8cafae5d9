using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Cli.Tests.Golden;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Ndjson;
using PimAudit.Reports.Sarif;
using PimAudit.TestKit;

namespace PimAudit.Cli.Tests.Formats;

/// <summary>What the sample tenants bring fits what is published.</summary>
public sealed class SchemaTests
{
    private static readonly ReportFacts Facts = new(new string('0', 64));

    private static IEnumerable<TestCaseData> Samples =>
        [
            new TestCaseData(Sample.Contoso).SetArgDisplayNames("Contoso"),
            new TestCaseData(Sample.Fabrikam).SetArgDisplayNames("Fabrikam"),
        ];

    [TestCaseSource(nameof(Samples))]
    public async Task The_result_fits_its_schema(object sample)
    {
        var result = await ResultOf(sample);

        Assert.That(Problems("result", await JsonOf(result)), Is.Empty);
    }

    [TestCaseSource(nameof(Samples))]
    public async Task Each_line_fits_its_schema(object sample)
    {
        var result = await ResultOf(sample);

        Assert.That(Lines(result).SelectMany(line => Problems("ndjson", line)), Is.Empty);
    }

    [TestCaseSource(nameof(Samples))]
    public async Task Sarif_fits_the_published_schema(object sample)
    {
        await using var schema = typeof(SchemaTests).Assembly.GetManifestResourceStream("sarif-2.1.0.json")!;
        using var reader = new StreamReader(schema);
        var published = await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
        using var written = new MemoryStream();
        SarifReport.Write(await ResultOf(sample), Facts, written);

        Assert.That(
            published.Validate(Encoding.UTF8.GetString(written.ToArray())).Select(problem => problem.ToString()),
            Is.Empty
        );
    }

    /// <summary>So that a field which the model gets without the schema cannot pass.</summary>
    [Test]
    public async Task The_schema_refuses_an_unknown_field_in_whatever_object_it_stands()
    {
        var result = JsonNode.Parse(await BytesOf((await Sample.Contoso.AuditAsync()).Result))!;
        var objects = Objects(result).ToList();
        foreach (var one in objects)
            one["unheardOf"] = new JsonObject();

        Assert.That(
            Problems("result", JsonElement.Parse(result.ToJsonString())),
            Has.Count.GreaterThanOrEqualTo(objects.Count)
        );
    }

    [Test]
    public async Task A_line_says_of_a_finding_what_the_result_says_of_it()
    {
        var result = (await Sample.Contoso.AuditAsync()).Result;
        var whole = await JsonOf(result);
        var lines = Lines(result).ToList();

        foreach (
            var (list, kind) in new[]
            {
                ("findings", "finding"),
                ("rules", "rule"),
                ("coverage", "coverage"),
                ("access", "access"),
                ("groups", "group"),
                ("roleSettings", "roleSetting"),
                ("waivers", "waiver"),
                ("emergencyAccounts", "emergencyAccount"),
            }
        )
            Assert.That(
                lines
                    .Where(line => line.GetProperty("kind").GetString() == kind)
                    .Select(line => Compact(line.GetProperty(kind))),
                Is.EqualTo(whole.GetProperty(list).EnumerateArray().Select(Compact)),
                kind
            );
    }

    [Test]
    public void Values_of_enumerations_are_words_in_every_schema()
    {
        foreach (var name in new[] { "result", "ndjson" })
            Assert.That(Strings(JsonNode.Parse(RuleSchemas.Text(name))!, "enum").Count(), Is.GreaterThan(10), name);
        Assert.That(
            RuleSchemas.Text("result"),
            Does.Contain("\"madeStanding\"")
                .And.Contain("\"stillThere\"")
                .And.Contain("\"revoke\"")
                .And.Contain("\"setting\"")
        );
    }

    private static IEnumerable<JsonNode?> Strings(JsonNode node, string name) =>
        Objects(node).Where(one => one.ContainsKey(name)).Select(one => one[name]);

    private static async Task<AuditResult> ResultOf(object sample) => (await ((Sample)sample).AuditAsync()).Result;

    private static IReadOnlyList<string> Problems(string schema, JsonElement document) =>
        SchemaCheck.Problems(JsonElement.Parse(RuleSchemas.Text(schema)), document);

    private static IEnumerable<JsonElement> Lines(AuditResult result)
    {
        using var written = new MemoryStream();
        NdjsonReport.Write(result, Facts, written);
        return Encoding
            .UTF8.GetString(written.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .ToList();
    }

    private static async Task<JsonElement> JsonOf(AuditResult result) => JsonElement.Parse(await BytesOf(result));

    private static async Task<byte[]> BytesOf(AuditResult result)
    {
        using var stream = new MemoryStream();
        await ResultFile.WriteAsync(result, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair => Objects(pair.Value)).Prepend(one),
            JsonArray list => list.SelectMany(Objects),
            _ => [],
        };
}
