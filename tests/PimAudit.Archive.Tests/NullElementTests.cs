using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

/// <summary>A null in a list of a file that was made by hand.</summary>
public sealed class NullElementTests
{
    [TestCase("access")]
    [TestCase("findings")]
    [TestCase("rules")]
    [TestCase("coverage")]
    public async Task A_result_with_nothing_in_a_list_is_refused(string list)
    {
        var result = Audit.Judge(Snapshots.Rich, AuditConfiguration.Empty, [.. Catalogue.All.Take(1)]);
        using var stream = new MemoryStream();
        await ResultFile.WriteAsync(result, stream, CancellationToken.None);
        var edited = JsonNode.Parse(stream.ToArray())!;
        edited[list] = new JsonArray(default(JsonNode));
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["result.json"], edited.ToJsonString());

        Assert.That(
            async () => await ResultFile.ReadAsync(scratch["result.json"], CancellationToken.None),
            Throws.InstanceOf<ArchiveException>().With.Message.Contains("A list in it holds null")
        );
    }

    [TestCase("""[null]""", true)]
    [TestCase("""{ "a": [ 1, null ] }""", true)]
    [TestCase("""{ "a": [[], {}, null] }""", true)]
    [TestCase("""{ "a": [{ "b": [null] }] }""", true)]
    [TestCase("""{ "a": null }""", false)]
    [TestCase("""[{ "a": null }]""", false)]
    [TestCase("""["null", "[null]", "\"n", "\\", "n"]""", false)]
    [TestCase("""{ "[": null, "a\\": null, "b\"[": null }""", false)]
    [TestCase("""[true, false, 1e5]""", false)]
    public void Null_in_a_list_is_told_from_null_elsewhere(string json, bool isRefused)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.That(
            async () => await ResultFile.ReadAsync(stream, CancellationToken.None),
            isRefused
                ? Throws.InstanceOf<InvalidDataException>().With.Message.Contains("A list in it holds null")
                : Throws.InstanceOf<JsonException>()
        );
    }
}
