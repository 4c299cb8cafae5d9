using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Query;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class QueryTests
{
    private const string Guests = "SELECT display_name, is_guest FROM people WHERE is_guest = 1 ORDER BY 1 LIMIT 1";

    [Test]
    public async Task A_query_is_answered_as_a_table_with_the_age_of_the_snapshot()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("query", "SELECT 1 AS one, NULL AS none", "--demo"), Is.Zero, world.Error);
        Assert.That(
            world.Out.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0),
            Is.EqualTo([
                "Query, no view",
                "contoso.example, snapshot 2026-10-01 06:00 UTC, 0 min old",
                "Rows   1   2 columns",
                "  one  none",
                "  ─────────",
                "  1    NULL",
                "NULL means what 'query --schema' says of the column; a NULL that was not read meets no condition.",
                "Asked: SELECT 1 AS one, NULL AS none",
                "Coverage: every fact this answer rests on was read.",
            ])
        );
    }

    [Test]
    public async Task Files_keep_null_number_and_text_apart()
    {
        using var world = new World();
        const string Sql = "SELECT 1.5 AS number, NULL AS none, 'NULL' AS text";
        await world.RunAsync("query", Sql, "--demo", "--json");
        var row = JsonDocument.Parse(world.Out).RootElement.GetProperty("sections")[0].GetProperty("rows")[0];
        using var other = new World();
        await other.RunAsync("query", Sql, "--demo", "--csv");

        Assert.That(
            row.GetRawText().Where(letter => !char.IsWhiteSpace(letter)),
            Is.EqualTo("{\"number\":1.5,\"none\":null,\"text\":\"NULL\"}")
        );
        Assert.That(other.Out, Does.Contain("Rows,1.5,,NULL,"));
    }

    [Test]
    public async Task A_cut_is_said()
    {
        using var world = new World();

        Assert.That(
            await world.RunAsync("query", "SELECT id FROM people", "--demo", "--limit", "2"),
            Is.Zero,
            world.Error
        );
        Assert.That(world.Out, Does.Contain("Cut: there are more than 2 rows. --limit shows more."));
    }

    [Test]
    public async Task A_missing_part_ends_with_3_where_the_query_reads_it_and_else_not()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Contoso(),
            new() { Faults = [new("identityGovernance/accessReviews/definitions", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);
        await world.RunAsync("snapshot", "--out", "a.pimsnap", "--quiet");
        int[] codes =
        [
            await world.RunAsync("query", "SELECT count(*) FROM reviews", "--from", "a.pimsnap"),
            await world.RunAsync("query", "SELECT count(*) FROM reviews", "--from", "a.pimsnap", "--allow-incomplete"),
            await world.RunAsync("query", Guests, "--from", "a.pimsnap"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 3, 0, 0 }), world.Error);
        Assert.That(world.Out, Does.Contain("Not read: Access reviews."));
    }

    [TestCase("DROP TABLE people", "is refused: a query only reads")]
    [TestCase("SELECT 1; SELECT 2", "A second statement is refused.")]
    [TestCase("SELECT nickname FROM people", "no such column: nickname")]
    public async Task A_refusal_says_what_may_be_used_and_ends_with_2(string sql, string words)
    {
        using var world = new World();

        Assert.That(await world.RunAsync("query", sql, "--demo"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(words).And.Not.Contain("   at "));
    }

    [TestCase("--limit", "0")]
    [TestCase("--limit", "1000001")]
    [TestCase("--time-limit", "6m")]
    [TestCase("--time-limit", "soon")]
    public async Task A_limit_that_cannot_be_meant_is_refused(string option, string value)
    {
        using var world = new World();

        Assert.That(await world.RunAsync("query", "SELECT 1", "--demo", option, value), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("cannot be meant."));
    }

    [Test]
    public async Task Without_sql_says_how_to_ask()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("query", "--demo"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("pimaudit query --schema"));
    }

    [TestCase]
    [TestCase("--markdown")]
    [TestCase("--json")]
    public async Task The_description_needs_no_snapshot_and_names_every_column(params string[] format)
    {
        using var world = new World();

        Assert.That(await world.RunAsync(["query", "--schema", .. format]), Is.Zero, world.Error);
        Assert.That(
            ViewCatalogue
                .All.SelectMany(view => view.Columns.Select(column => column.Name).Prepend(view.Name))
                .Where(name => !world.Out.Contains(name, StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public async Task The_examples_run_on_the_sample_tenant()
    {
        using var world = new World();
        await world.RunAsync("snapshot", "--demo", "--out", "a.pimsnap", "--quiet");
        var codes = new List<int>();
        foreach (var example in QueryExample.All)
            codes.Add(await world.RunAsync("query", example.Sql, "--from", "a.pimsnap", "--allow-incomplete"));

        Assert.That(codes, Has.Count.GreaterThan(5).And.All.Zero, world.Error);
    }
}
