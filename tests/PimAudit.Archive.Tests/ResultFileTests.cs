using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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
                    "crosswalk",
                    "baseline",
                    "earlier",
                    "changes",
                    "reviews",
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

    [Test]
    public async Task A_result_of_several_profiles_reads_back_and_fits_the_schema()
    {
        var control = new ControlReference(
            "CISA SCuBA",
            "MS.AAD.7.1v1",
            "Two to eight",
            "supports evidence for",
            "https://a"
        );
        var several = Result with
        {
            Rules = [.. Result.Rules.Select(rule => rule with { Controls = [control] })],
            Crosswalk =
            [
                .. Result.Rules.Select(rule => new CrosswalkRow(
                    rule.Id,
                    rule.Name,
                    rule.Title,
                    Alike: true,
                    [new("b", rule.Outcome, rule.Severity, rule.Parameters, 1, 0, rule.Source, "another")]
                )),
            ],
        };
        var bytes = await BytesOf(several);
        using var schema = JsonDocument.Parse(Schemas.Text("result"));
        using var json = JsonDocument.Parse(bytes);
        var read = await ResultFile.ReadAsync(new MemoryStream(bytes), CancellationToken.None);

        Assert.That(SchemaCheck.Problems(schema.RootElement, json.RootElement), Is.Empty);
        Assert.That(Encoding.UTF8.GetString(await BytesOf(read)), Is.EqualTo(Encoding.UTF8.GetString(bytes)));
    }

    [Test]
    public async Task A_result_from_before_crosswalk_and_controls_can_be_read()
    {
        var written = JsonNode.Parse(await BytesOf(Result))!.AsObject();
        written.Remove("crosswalk");
        foreach (var rule in written["rules"]!.AsArray())
            rule!.AsObject().Remove("controls");

        var read = await ResultFile.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(written.ToJsonString())),
            CancellationToken.None
        );

        Assert.That(read.Crosswalk, Is.Empty);
        Assert.That(read.Rules.SelectMany(rule => rule.Controls), Is.Empty);
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
