using System.Text;
using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>Decisions of Microsoft's own access reviews, over real files.</summary>
public sealed class HistoryImportTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";

    [Test]
    public async Task What_Microsoft_denied_is_looked_for_by_the_next_run()
    {
        using var world = await SentOut.WorldAsync();
        var marcus = ("ReviewerId", IdOf(world, "Marcus Webb"));
        Report(world)
            .Role("Freya Nielsen", Exchange, "Deny")
            .Role("Marcus Webb", Global, "Approve", marcus, ("ReviewerName", "M."))
            .Member("Chloe Martin", "Security Reader", "Deny")
            .Elsewhere()
            .Write("history.csv");

        var code = await world.RunAsync("review", "import", "history.csv");
        await RunAgainAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", Exchange));

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            world.Out,
            Does.Contain("history.csv: 4 rows with an answer, from 3 decisions of Microsoft's access reviews.")
                .And.Contain("  Not taken: 1 about roles, groups and other resources that are not in this review.")
                .And.Contain("  Still to be answered: 2 rows of the same people and roles, through groups")
                .And.Contain("4 rows answered by Microsoft's access reviews.")
                .And.Contain("1 row decided or applied by the person concerned:")
                .And.Contain(
                    "2 paths revoked or changed and STILL THERE, 1 revoked or changed, gone, 1 kept, 68 undecided"
                )
        );
    }

    [Test]
    public async Task A_workbook_and_a_report_come_together_in_any_order()
    {
        var records = new List<string>();
        foreach (var order in new string[][] { ["back.xlsx", "history.csv"], ["history.csv", "back.xlsx"] })
        {
            using var world = await SentOut.WorldAsync();
            Report(world).Role("Freya Nielsen", Exchange, "Deny").Write("history.csv");
            world.Edit("back.xlsx", page => page.Decide(page.RowOf("Marcus Webb", Global), "Keep", "Bo Lund"));

            Assert.That(await world.RunAsync(["review", "import", .. order]), Is.Zero, world.Error);
            records.Add(Rows(world, SentOut.Record));
        }

        Assert.That(records[0], Is.EqualTo(records[1]).And.Contain("\"revoke\"").And.Contain("\"keep\""));
    }

    [Test]
    public async Task A_report_that_says_something_else_than_a_workbook_is_refused_with_the_cell()
    {
        using var world = await SentOut.WorldAsync();
        Report(world).Role("Freya Nielsen", Exchange, "Deny").Write("history.csv");
        world.Edit("back.xlsx", page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Keep", "Anna Schmidt"));
        await world.RunAsync("review", "import", "back.xlsx");
        var before = world.Bytes(SentOut.Record);

        var refused = await world.RunAsync("review", "import", "history.csv");
        var after = world.Bytes(SentOut.Record);
        var replaced = await world.RunAsync("review", "import", "history.csv", "--replace");

        Assert.That((refused, replaced), Is.EqualTo((2, 0)), world.Error);
        Assert.That(after, Is.EqualTo(before));
        Assert.That(
            Said(world),
            Does.Contain(
                    "history.csv is refused. Seen Row 2, ReviewResult: Decision 'Revoke' differs from 'Keep' of back.xlsx"
                )
                .And.Contain("Cost Nothing was imported, not from the other files either. Do ")
        );
        Assert.That(Rows(world, SentOut.Record), Does.Contain("\"revoke\"").And.Not.Contain("\"keep\""));
    }

    [Test]
    public async Task A_workbook_that_says_something_else_than_a_report_is_refused_with_the_cell()
    {
        using var world = await SentOut.WorldAsync();
        Report(world).Role("Freya Nielsen", Exchange, "Deny").Write("history.csv");
        world.Edit("back.xlsx", page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Keep", "Anna Schmidt"));

        var refused = await world.RunAsync("review", "import", "history.csv", "back.xlsx");
        var replaced = await world.RunAsync("review", "import", "history.csv", "back.xlsx", "--replace");

        Assert.That((refused, replaced), Is.EqualTo((2, 0)), world.Error);
        Assert.That(Said(world), Does.Contain("Decision 'Keep' differs from 'Revoke' of history.csv"));
        Assert.That(
            Rows(world, SentOut.Record),
            Does.Contain("\"keep\"").And.Not.Contain("6392b1a7"),
            "the source goes with its decision"
        );
    }

    [Test]
    public async Task What_a_file_holds_decides_what_it_is()
    {
        using var world = await SentOut.WorldAsync();
        Report(world).Role("Freya Nielsen", Exchange, "Deny").Write("history.xlsx", Encoding.Unicode);
        world.Edit("back.xlsx", page => page.Decide(page.RowOf("Marcus Webb", Global), "Keep", "Bo Lund"));
        File.Move(world.PathOf("back.xlsx"), world.PathOf("back.csv"));

        var code = await world.RunAsync("review", "import", "history.xlsx", "back.csv");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("72 rows, 2 decided"));
    }

    [Test]
    public async Task A_history_that_review_status_wrote_gives_the_same_answers()
    {
        using var world = await SentOut.WorldAsync();
        Report(world)
            .Role("Freya Nielsen", Exchange, "Deny", ("Justification", "=cmd|' /C calc'!A0\nnext"))
            .Write("history.csv");
        world.Edit(
            "back.xlsx",
            page => page.Decide(page.RowOf("Marcus Webb", Global), "Change", "'Bo; Lund", "\\u{41} \u202E \"x\"")
        );
        File.Copy(world.PathOf(SentOut.Record), world.PathOf("fresh.json"));
        await world.RunAsync("review", "import", "history.csv", "back.xlsx");
        var at = world.Out.Length;
        await world.RunAsync("review", "status", "--csv", SentOut.Record);
        world.Write("own.csv", world.Out[at..]);

        var code = await world.RunAsync("review", "import", "own.csv", "--review", "fresh.json");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(Rows(world, "fresh.json"), Is.EqualTo(Rows(world, SentOut.Record)));
        Assert.That(Rows(world, "fresh.json"), Does.Contain("\"change\"").And.Contain("6392b1a7"));
    }

    [TestCase(",", ";", "cannot be read. Seen Its first row does not name columns, with commas between them.")]
    [TestCase("Anna", "An\0na", "cannot be read. Seen Row 2, ReviewerName: it holds a NUL character.")]
    [TestCase("Deny", "\"De\"ny", "cannot be read. Seen Row 2 is damaged")]
    [TestCase("Deny", "Maybe", "is refused. Seen Row 2, ReviewResult: 'Maybe' is no result")]
    [TestCase("ReviewerUPN", "Upn", "is refused. Seen Row 1: the column 'ReviewerUPN' is missing")]
    public async Task What_is_refused_says_where_what_it_costs_and_what_to_do(string old, string now, string seen)
    {
        using var world = await SentOut.WorldAsync();
        Report(world).Role("Freya Nielsen", Exchange, "Deny").Write("history.csv");
        var text = await File.ReadAllTextAsync(world.PathOf("history.csv"));
        world
            .Write("history.csv", text.Replace(old, now, StringComparison.Ordinal))
            .Edit("good.xlsx", page => page.Decide(5, "Keep", "Anna Schmidt"));
        var before = world.Bytes(SentOut.Record);

        var code = await world.RunAsync("review", "import", "good.xlsx", "history.csv");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(
            Said(world),
            Does.Contain(seen).And.Match("Cost Nothing was imported, not from the other files either. Do (Import|Name)")
        );
        Assert.That(world.Bytes(SentOut.Record), Is.EqualTo(before));
    }

    private static MicrosoftReport Report(World world) => new(world);

    private static async Task RunAgainAsync(World world, Func<TenantBuilder, TenantBuilder> change)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            change(new TenantBuilder(SampleTenants.Contoso())).Build()
        );
        await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync("scan", "--reviews", SentOut.Record, "--out", "b", "--format", "json");
    }

    private static string IdOf(World world, string name)
    {
        using var json = JsonDocument.Parse(world.Bytes(SentOut.Record));
        return json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Select(row => row.GetProperty("principal"))
            .First(one => one.GetProperty("displayName").GetString() == name)
            .GetProperty("id")
            .GetString()!;
    }

    /// <summary>The answers, without the file that they are from.</summary>
    private static string Rows(World world, string record)
    {
        using var json = JsonDocument.Parse(world.Bytes(record));
        return string.Join(
            '\n',
            json.RootElement.GetProperty("rows")
                .EnumerateArray()
                .Select(row => row.GetProperty("answer"))
                .Select(answer =>
                    answer.ValueKind is JsonValueKind.Object
                        ? string.Join(' ', answer.EnumerateObject().Where(one => one.Name != "file"))
                        : "-"
                )
        );
    }

    /// <summary>What was said, as one line.</summary>
    private static string Said(World world) =>
        string.Join(' ', world.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
