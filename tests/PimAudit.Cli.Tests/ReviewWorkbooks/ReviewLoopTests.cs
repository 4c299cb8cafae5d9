using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.ReviewWorkbooks;

/// <summary>Sent out, filled in, taken back, and looked after in the next run: over real files.</summary>
public sealed class ReviewLoopTests
{
    private const string Exchange = "Exchange Administrator";

    [Test]
    public async Task What_was_revoked_and_is_gone_is_told_so()
    {
        using var world = await AnsweredAsync();

        await ScanAsync(world, tenant => tenant.RemoveAssignment("Freya Nielsen", Exchange));

        Assert.That(
            Reviewed(world, "b"),
            Is.EqualTo(["revoke gone Freya Nielsen", "keep kept Marcus Webb (of oneself)"])
        );
        Assert.That(world.Out, Does.Contain("Review 2026-Q3: 1 revoked or changed, gone, 1 kept, 70 undecided"));
    }

    [Test]
    public async Task What_was_revoked_and_is_still_there_is_loud()
    {
        using var world = await AnsweredAsync();

        await world.RunAsync("evaluate", "a/snapshot.pimsnap", "--reviews", SentOut.Record, "--out", "c", "-f", "json");

        Assert.That(
            Reviewed(world, "c"),
            Is.EqualTo(["revoke stillThere Freya Nielsen", "keep kept Marcus Webb (of oneself)"])
        );
        Assert.That(
            world.Out,
            Does.Contain("1 path revoked or changed and STILL THERE")
                .And.Contain("1 row decided by the person concerned")
        );
    }

    [Test]
    public async Task What_nobody_could_look_at_again_is_not_confirmed()
    {
        using var world = await AnsweredAsync();

        await ScanAsync(
            world,
            tenant => tenant.RemoveAssignment("Freya Nielsen", Exchange),
            new EmulatorFault("/roleEligibilityScheduleInstances", FaultKind.Refused)
        );

        Assert.That(Reviewed(world, "b"), Has.One.EqualTo("revoke notConfirmed Freya Nielsen"));
    }

    [Test]
    public async Task The_configuration_may_name_the_review_and_the_run_id_depends_on_it()
    {
        using var world = await AnsweredAsync();
        string[] quiet = ["-f", "json", "--quiet"];
        await world.RunAsync(["evaluate", "a/snapshot.pimsnap", "--out", "c", .. quiet]);

        world.Write("pimaudit.yaml", SampleTenants.ContosoConfiguration + $"\nreviews: [{SentOut.Record}]\n");
        await world.RunAsync(["evaluate", "a/snapshot.pimsnap", "--out", "d", .. quiet]);

        Assert.That(Reviewed(world, "d"), Has.Length.EqualTo(2));
        Assert.That(RunId(world, "d"), Is.Not.EqualTo(RunId(world, "c")));
    }

    [Test]
    public async Task A_report_can_be_laid_beside_a_review_afterwards()
    {
        using var world = await AnsweredAsync();

        await world.RunAsync(
            "report",
            "a/result.json",
            "--reviews",
            SentOut.Record,
            "--out",
            "c",
            "-f",
            "json",
            "--quiet"
        );

        Assert.That(Reviewed(world, "c"), Has.One.EqualTo("revoke stillThere Freya Nielsen"));
    }

    [Test]
    public async Task Sorting_and_filtering_do_no_harm()
    {
        using var world = await SentOut.WorldAsync();
        world.Edit(
            "back.xlsx",
            page =>
            {
                page.Decide(page.RowOf("Freya Nielsen", Exchange), "Revoke", "Anna Schmidt");
                page.Range(4, 1, page.LastRowUsed().RowNumber(), page.NumberOf("Row key")).Sort("B,A DESC");
            }
        );

        var code = await world.RunAsync("review", "import", "back.xlsx");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(Answers(world), Is.EqualTo(["Freya Nielsen revoke Anna Schmidt 2026-10-03"]));
    }

    [Test]
    public async Task The_same_file_again_changes_nothing()
    {
        using var world = await AnsweredAsync();
        var before = world.Bytes(SentOut.Record);

        var code = await world.RunAsync("review", "import", "back.xlsx", "back.xlsx");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("back.xlsx: imported before, nothing new."));
        Assert.That(world.Bytes(SentOut.Record), Is.EqualTo(before));
    }

    [Test]
    public async Task Answers_of_several_reviewers_come_together()
    {
        using var world = await SentOut.WorldAsync();
        world
            .Edit("one.xlsx", page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Revoke", "Anna Schmidt"))
            .Edit("two.xlsx", page => page.Decide(page.RowOf("Marcus Webb", "Global Administrator"), "Keep", "Bo Lund"))
            .Edit(
                "three.xlsx",
                page => page.At(page.RowOf("Freya Nielsen", Exchange), "Applied by").SetValue("Cleo Aydin")
            );

        var code = await world.RunAsync("review", "import", "one.xlsx", "two.xlsx", "three.xlsx");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            Answers(world),
            Is.EquivalentTo([
                "Freya Nielsen revoke Anna Schmidt 2026-10-03, applied by Cleo Aydin",
                "Marcus Webb keep Bo Lund 2026-10-03",
            ])
        );
    }

    [Test]
    public async Task Two_files_that_differ_are_named_and_only_replace_takes_the_later()
    {
        using var world = await SentOut.WorldAsync();
        world
            .Edit("one.xlsx", page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Revoke", "Anna Schmidt"))
            .Edit("two.xlsx", page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Keep", "Anna Schmidt"));
        await world.RunAsync("review", "import", "one.xlsx");
        var before = world.Bytes(SentOut.Record);

        var refused = await world.RunAsync("review", "import", "two.xlsx");
        var after = world.Bytes(SentOut.Record);
        var replaced = await world.RunAsync("review", "import", "two.xlsx", "--replace");

        Assert.That((refused, replaced), Is.EqualTo((2, 0)), world.Error);
        Assert.That(after, Is.EqualTo(before));
        Assert.That(
            world.Error.ReplaceLineEndings(" "),
            Does.Contain("Decision 'Keep' differs from 'Revoke' of one.xlsx").And.Contain("Access Review!L")
        );
        Assert.That(Answers(world), Is.EqualTo(["Freya Nielsen keep Anna Schmidt 2026-10-03"]));
    }

    [Test]
    public async Task Each_reviewer_gets_rows_of_his_own_and_answers_for_those()
    {
        using var world = await SentOut.WorldAsync();
        world.Write(
            "reviewers.yaml",
            SampleTenants.ContosoConfiguration
                + "\nreviewers: { 29232cdf-9323-42fd-ade2-1d097af3e4de: \"Anna Schmidt\" }\n"
        );
        await world.RunAsync(
            "evaluate",
            "a/snapshot.pimsnap",
            "-c",
            "reviewers.yaml",
            "--out",
            "r",
            "-f",
            "json",
            "--quiet"
        );
        var sent = await world.RunAsync(
            "review",
            "new",
            "--from",
            "r",
            "--name",
            "Q4",
            "--due",
            "2026-12-31",
            "--per-reviewer",
            "--out",
            "q4"
        );
        world.Edit(
            "back.xlsx",
            page => page.Decide(page.RowOf("Freya Nielsen", Exchange), "Revoke", "Anna Schmidt"),
            "q4/review-Q4-01-anna-schmidt.xlsx"
        );

        var code = await world.RunAsync("review", "import", "back.xlsx", "--review", "q4/review-Q4.json");
        await world.RunAsync("review", "status", "q4/review-Q4.json", "--json");

        Assert.That((sent, code), Is.EqualTo((0, 0)), world.Error);
        Assert.That(
            world.Names("q4"),
            Is.EqualTo(["review-Q4-01-anna-schmidt.xlsx", "review-Q4-02-unassigned.xlsx", "review-Q4.json"])
        );
        using var status = JsonDocument.Parse(world.Out[world.Out.IndexOf("{\n", StringComparison.Ordinal)..]);
        Assert.That(
            status
                .RootElement.GetProperty("reviewers")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("reviewer")} {one.GetProperty("decided")}"),
            Is.EqualTo(["Anna Schmidt 1", " 0"])
        );
    }

    [Test]
    public async Task Status_says_what_is_undecided_and_when_it_is_overdue()
    {
        using var world = await AnsweredAsync();

        await world.RunAsync("review", "status");
        var open = world.Out;
        world.Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await world.RunAsync("review", "status", SentOut.Record);

        Assert.That(
            open,
            Does.Contain("72 rows, 2 decided, 0 unsure, 70 undecided.")
                .And.Contain("Open until 2026-12-31 (UTC).")
                .And.Contain("1 row decided or applied by the person concerned:")
                .And.Contain("Marcus Webb, Global Administrator: Keep")
                .And.Not.Contain("OVERDUE")
        );
        Assert.That(world.Out[open.Length..], Does.Contain("OVERDUE: 70 rows since 2026-12-31 (UTC)."));
    }

    [Test]
    public async Task The_history_has_the_columns_of_Microsofts_report()
    {
        using var world = await AnsweredAsync();
        var before = world.Out.Length;

        await world.RunAsync("review", "status", "--csv");

        var lines = world.Out[before..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(
            lines[0].TrimEnd(),
            Does.StartWith(
                    "ReviewType,ResourceDisplayName,ResourceId,ReviewName,ReviewStartDate,ReviewEndDate,PrincipalId,"
                )
                .And.Contain(",ReviewDate,ReviewResult,Justification,ReviewerName,AppliedByName,AppliedDate,")
        );
        Assert.That(lines, Has.Length.EqualTo(73));
        Assert.That(lines, Has.One.Contain("Freya Nielsen").And.Contain(",Deny,").And.Contain(",Anna Schmidt,"));
    }

    [TestCase("../up")]
    [TestCase("a b")]
    [TestCase("")]
    public async Task A_name_that_is_no_name_of_a_file_is_refused(string name)
    {
        using var world = await SentOut.WorldAsync();

        var code = await world.RunAsync("review", "new", "--from", "a", "--name", name, "--due", "2026-12-31");

        Assert.That(code, Is.EqualTo(2));
    }

    [TestCase("2026-09-30", 2)]
    [TestCase("2026-10-01", 0)]
    [TestCase("soon", 2)]
    public async Task The_last_day_is_not_before_the_snapshot(string due, int code)
    {
        using var world = await SentOut.WorldAsync();

        Assert.That(
            await world.RunAsync("review", "new", "--from", "a", "--name", "q", "--due", due),
            Is.EqualTo(code),
            world.Error
        );
    }

    [Test]
    public async Task A_review_that_is_there_is_replaced_by_force_alone()
    {
        using var world = await SentOut.WorldAsync();
        string[] again = ["review", "new", "--from", "a", "--name", "2026-Q3", "--due", "2026-12-31"];
        var (book, record) = (world.Bytes(SentOut.Workbook), world.Bytes(SentOut.Record));

        int[] codes = [await world.RunAsync(again), await world.RunAsync([.. again, "--force"])];

        Assert.That(codes, Is.EqualTo(new[] { 2, 0 }), world.Error);
        Assert.That(world.Bytes(SentOut.Workbook), Is.EqualTo(book), "the same input, the same bytes");
        Assert.That(world.Bytes(SentOut.Record), Is.EqualTo(record));
    }

    private static async Task<World> AnsweredAsync()
    {
        var world = await SentOut.WorldAsync();
        world.Edit(
            "back.xlsx",
            page =>
            {
                page.Decide(page.RowOf("Freya Nielsen", Exchange), "Revoke", "Anna Schmidt", "left the team");
                page.Decide(page.RowOf("Marcus Webb", "Global Administrator"), "keep", "webb, marcus");
            }
        );
        var code = await world.RunAsync("review", "import", "back.xlsx");
        Assert.That(code, Is.Zero, world.Error);
        return world;
    }

    private static async Task ScanAsync(
        World world,
        Func<TenantBuilder, TenantBuilder> change,
        params EmulatorFault[] faults
    )
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            change(new TenantBuilder(SampleTenants.Contoso())).Build(),
            new() { Faults = faults }
        );
        await world
            .With("PIMAUDIT_GRAPH_ENDPOINT", graph.BaseAddress.AbsoluteUri)
            .With("PIMAUDIT_ACCESS_TOKEN", graph.AccessToken)
            .RunAsync("scan", "--reviews", SentOut.Record, "--out", "b", "--format", "json");
    }

    private static string[] Reviewed(World world, string folder)
    {
        using var json = JsonDocument.Parse(world.Bytes($"{folder}/result.json"));
        return
        [
            .. json
                .RootElement.GetProperty("reviews")
                .EnumerateArray()
                .Where(row => row.GetProperty("decision").GetString() is not "none")
                .Select(row =>
                    $"{row.GetProperty("decision")} {row.GetProperty("state")} {row.GetProperty("principal").GetProperty("displayName")}"
                    + (row.GetProperty("ofOneself").GetBoolean() ? " (of oneself)" : "")
                )
                .OrderDescending(StringComparer.Ordinal),
        ];
    }

    private static string[] Answers(World world)
    {
        using var json = JsonDocument.Parse(world.Bytes(SentOut.Record));
        return
        [
            .. json
                .RootElement.GetProperty("rows")
                .EnumerateArray()
                .Where(row => row.GetProperty("answer").ValueKind is JsonValueKind.Object)
                .Select(row =>
                    (Name: row.GetProperty("principal").GetProperty("displayName"), Answer: row.GetProperty("answer"))
                )
                .Select(row =>
                    $"{row.Name} {row.Answer.GetProperty("decision")} {row.Answer.GetProperty("reviewer")} {row.Answer.GetProperty("decidedOn")}"
                    + (row.Answer.GetProperty("appliedBy").GetString() is { } who ? $", applied by {who}" : "")
                ),
        ];
    }

    private static string? RunId(World world, string folder)
    {
        using var json = JsonDocument.Parse(world.Bytes($"{folder}/result.json"));
        return json.RootElement.GetProperty("run").GetProperty("id").GetString();
    }
}
