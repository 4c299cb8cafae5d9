using System.Text;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

public sealed class ResultFileTests
{
    private static readonly AuditResult Result = Audit.Judge(
        Snapshots.Rich,
        AuditConfiguration.Empty with
        {
            Waivers =
            [
                new("PIM105", [A.Id("Ben").ToString("D")], "Migration", "Head of security", new DateOnly(2026, 12, 31)),
            ],
        },
        [.. Catalogue.All]
    );

    [Test]
    public async Task A_result_reads_back_as_it_was()
    {
        var bytes = await BytesOf(Result);
        var read = await ResultFile.ReadAsync(new MemoryStream(bytes), CancellationToken.None);

        Assert.That(Encoding.UTF8.GetString(await BytesOf(read)), Is.EqualTo(Encoding.UTF8.GetString(bytes)));
    }

    [Test]
    public async Task The_top_level_names_are_the_published_ones()
    {
        using var json = JsonDocument.Parse(await BytesOf(Result));

        Assert.That(
            json.RootElement.EnumerateObject().Select(property => property.Name),
            Is.EquivalentTo(
                new[]
                {
                    "schemaVersion",
                    "run",
                    "tenant",
                    "profiles",
                    "snapshot",
                    "coverage",
                    "rules",
                    "findings",
                    "access",
                    "roleSettings",
                    "groups",
                    "emergencyAccounts",
                    "waivers",
                    "baseline",
                }
            )
        );
    }

    [Test]
    public async Task A_finding_is_written_with_words_and_ids()
    {
        using var json = JsonDocument.Parse(await BytesOf(Result));
        var finding = json
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .First(one => one.GetProperty("ruleId").GetString() == "PIM105");

        Assert.That(
            (
                finding.GetProperty("ruleName").GetString(),
                finding.GetProperty("severity").GetString(),
                finding.GetProperty("status").GetString(),
                finding.GetProperty("subject").GetProperty("kind").GetString(),
                finding.GetProperty("subject").GetProperty("id").GetString(),
                finding.GetProperty("evidence")[0].GetProperty("part").GetString()
            ),
            Is.EqualTo(
                ("RoleAssignedToUser", "medium", "waived", "user", A.Id("Ben").ToString("D"), "activeAssignments")
            )
        );
    }

    [Test]
    public async Task The_schema_accepts_what_is_written()
    {
        using var schema = JsonDocument.Parse(Schemas.Text("result"));
        using var json = JsonDocument.Parse(await BytesOf(Result));

        Assert.That(SchemaCheck.Problems(schema.RootElement, json.RootElement), Is.Empty);
    }

    [TestCase("\"findings\":", "\"findingz\":")]
    [TestCase("\"severity\": \"medium\"", "\"severity\": \"dreadful\"")]
    [TestCase("\"schemaVersion\": 1", "\"schemaVersion\": \"one\"")]
    public async Task The_schema_refuses_what_is_not_written(string what, string by)
    {
        var text = Encoding.UTF8.GetString(await BytesOf(Result)).Replace(what, by, StringComparison.Ordinal);
        using var schema = JsonDocument.Parse(Schemas.Text("result"));
        using var json = JsonDocument.Parse(text);

        Assert.That(SchemaCheck.Problems(schema.RootElement, json.RootElement), Is.Not.Empty);
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[")]
    public async Task What_is_no_result_is_refused_in_four_lines(string text)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["result.json"], text);
        var message = "";
        try
        {
            await ResultFile.ReadAsync(scratch["result.json"], CancellationToken.None);
        }
        catch (ArchiveException error)
        {
            message = error.Message;
        }

        Assert.That(message.Split('\n'), Has.Length.EqualTo(4));
    }

    private static async Task<byte[]> BytesOf(AuditResult result)
    {
        using var stream = new MemoryStream();
        await ResultFile.WriteAsync(result, stream, CancellationToken.None);
        return stream.ToArray();
    }
}
