using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

public sealed class ReviewFileTests
{
    private static readonly ObjectRef Ada = new(ObjectKind.User, A.Id("Ada"), "Ada \u202E =1+1");
    private static readonly ObjectRef Role = new(ObjectKind.Role, A.Id("Role"), "Role");

    private static readonly ReviewRecord Review = new()
    {
        TenantId = A.Id("tenant"),
        Name = "2026-Q3",
        DueOn = new(2026, 12, 31),
        TakenAt = A.TakenAt,
        RunId = "0123456789abcdef",
        ResultSha256 = new string('a', 64),
        Rows =
        [
            new(
                new string('1', 32),
                Ada,
                "ada@contoso.example",
                Role,
                new(ObjectKind.Scope, "/"),
                PathBand.Certain,
                HopState.Eligible,
                A.TakenAt.AddDays(3),
                IsPermanent: false,
                [new(Ada, HopRelation.Role, Role)],
                "direct: eligible",
                Asked: null,
                ImmutableSortedDictionary<string, string>.Empty.Add("Row key", new string('1', 32))
            )
            {
                Answer = new(
                    ReviewDecision.Revoke,
                    "Bea",
                    "=cmd|' /C calc'!A0\u0001",
                    new DateOnly(2026, 10, 2),
                    null,
                    null,
                    null,
                    new string('b', 64)
                )
                {
                    Source = new(
                        "6392b1a7",
                        "Quarterly \u202E",
                        A.Id("Bea").ToString("D"),
                        null,
                        "bea@contoso.example"
                    ),
                },
            },
        ],
        Files = [new("back.xlsx", new string('b', 64), 1)],
    };

    [Test]
    public async Task A_review_reads_back_as_it_was()
    {
        using var scratch = new Scratch();
        await ReviewFile.WriteAsync(Review, scratch["review.json"], CancellationToken.None);

        var read = await ReviewFile.ReadAsync(scratch["review.json"], CancellationToken.None);

        Assert.That(ReviewFile.Text(read.Review), Is.EqualTo(ReviewFile.Text(Review)));
        Assert.That(read.Hash, Has.Length.EqualTo(64));
    }

    [Test]
    public void The_file_fits_its_schema()
    {
        using var schema = JsonDocument.Parse(Schemas.Text("review"));
        using var document = JsonDocument.Parse(ReviewFile.Text(Review));

        Assert.That(SchemaCheck.Problems(schema.RootElement, document.RootElement), Is.Empty);
    }

    [TestCase("{}", "Cannot read the review")]
    [TestCase("null", "It is empty.")]
    [TestCase("[1]", "Cannot read the review")]
    public async Task What_is_no_review_is_refused(string text, string seen) =>
        Assert.That(await RefusedAsync(text), Does.Contain(seen));

    [TestCase("schemaVersion", "2", "It has schema version 2")]
    [TestCase("name", "\"../up\"", "Its name is no name of a review.")]
    [TestCase("resultSha256", "\"AA\"", "Its resultSha256 is not 64 lower-case hex digits.")]
    [TestCase("rows", "[null]", "rows[0]: is null.")]
    [TestCase("files", "[null]", "An imported file has no hash")]
    [TestCase("unknown", "1", "unknown")]
    public async Task A_review_that_was_spoiled_is_refused(string name, string value, string seen)
    {
        var json = JsonNode.Parse(ReviewFile.Text(Review))!;
        json[name] = JsonNode.Parse(value);

        Assert.That(await RefusedAsync(json.ToJsonString()), Does.Contain(seen));
    }

    [TestCase("key", "\"x\"", "the key is not 32 lower-case hex digits.")]
    [TestCase("hops", "[]", "the path has no step")]
    [TestCase("hops", "[null]", "the path has no step")]
    public async Task A_row_that_was_spoiled_is_refused(string name, string value, string seen)
    {
        var json = JsonNode.Parse(ReviewFile.Text(Review))!;
        json["rows"]![0]![name] = JsonNode.Parse(value);

        Assert.That(await RefusedAsync(json.ToJsonString()), Does.Contain(seen));
    }

    /// <summary>Written before answers had one.</summary>
    [Test]
    public async Task An_answer_without_a_source_is_read()
    {
        var json = JsonNode.Parse(ReviewFile.Text(Review))!;
        json["rows"]![0]!["answer"]!.AsObject().Remove("source");

        Assert.That(await RefusedAsync(json.ToJsonString()), Is.Null);
    }

    [Test]
    public async Task A_source_that_was_spoiled_is_refused()
    {
        var json = JsonNode.Parse(ReviewFile.Text(Review))!;
        json["rows"]![0]!["answer"]!["source"]!["reviewName"] = new string('a', 40_001);

        Assert.That(await RefusedAsync(json.ToJsonString()), Does.Contain("a text is longer than any"));
    }

    [Test]
    public async Task A_key_that_stands_twice_is_refused() =>
        Assert.That(
            await RefusedAsync(ReviewFile.Text(Review with { Rows = [Review.Rows[0], Review.Rows[0]] })),
            Does.Contain($"The key {new string('1', 32)} stands in it twice.")
        );

    /// <returns>The message; null when it was read.</returns>
    private static async Task<string?> RefusedAsync(string text)
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["review.json"], text);
        try
        {
            await ReviewFile.ReadAsync(scratch["review.json"], CancellationToken.None);
            return null;
        }
        catch (ArchiveException error)
        {
            return error.Message;
        }
    }
}
