using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.OwnRules;

/// <summary>Rules of one's own in a whole scan over HTTP: the sample tenant Fabrikam, which has no finding of ours.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OwnRuleRunTests
{
    private const string Examples = """
        reports: [{ users: [Ada], eligible: [{ who: Ada, role: Global Administrator }] }]
        ignores: [{ users: [Ada] }]
        """;

    private const string Query = """
        SELECT principal_id AS subject, role_id AS role, scope, 'eligible' AS observed, 'nobody' AS expected
          FROM access_paths WHERE role_name = 'Global Administrator' AND state = 'eligible' AND band = 'certain'
        """;

    private static readonly string[] BrokenOnes =
    [
        "a-yaml.yaml, line 3: ",
        "b-column.yaml, line 6: The query cannot be understood or answered. no such column: nope.",
        "c-writes.yaml, line 6: ",
        "d-columns.yaml, line 6: The query has no column 'observed'.",
        "e-ids.yaml, line 6: In row 1 of the answer the subject",
        "f-examples.yaml, line 1: ignores is missing",
        "g-key.yaml, line 11: severty is not a key that PimAudit knows; did you mean 'severity'?",
        "h-ours.yaml, line 1: id is 'PIM101' but begins with PIM",
        "j-twice.yaml, line 1: 'ORG001' is the id or name of the rule in mine/i-good.yaml already.",
        "k-bomb.yaml, line 1: the file uses an anchor or an alias",
    ];

    private static readonly string Good = Rule("ORG001", Query);

    [Test]
    public async Task A_rule_of_ones_own_fires_and_the_run_says_so()
    {
        var (world, code) = await ScanAsync(("good.yaml", Good));
        using var _ = world;
        using var result = Result(world);

        Assert.That(code, Is.EqualTo(1), world.Error);
        Assert.That(OutcomesOf(result, "ORG001"), Is.EqualTo(["ORG001 EligibleForTheHighest fail "]));
        Assert.That(
            result
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(one => one.GetProperty("ruleId").GetString()),
            Is.Not.Empty.And.All.EqualTo("ORG001")
        );
        Assert.That(world.Out, Does.Contain("ORG001"));
    }

    [Test]
    public async Task It_is_given_a_severity_switched_off_and_waived_like_any_other()
    {
        var (low, lowCode) = await ScanAsync("rules: { ORG001: { severity: low } }", ("good.yaml", Good));
        var (off, offCode) = await ScanAsync(
            "rules: { EligibleForTheHighest: { enabled: false } }",
            ("good.yaml", Good)
        );
        using var result = Result(low);
        var waivers = result
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Select(finding =>
                "  - { rule: ORG001, reason: known, approvedBy: Ines, expires: 2026-12-31, targets: ["
                + string.Join(
                    ", ",
                    finding
                        .GetProperty("identity")
                        .EnumerateArray()
                        .Select(part => $"\"{part.GetProperty("id").GetString()}\"")
                )
                + "] }"
            );
        var (waived, waivedCode) = await ScanAsync($"waivers:\n{string.Join('\n', waivers)}", ("good.yaml", Good));
        using var offResult = Result(off);
        using var waivedResult = Result(waived);

        Assert.That((lowCode, offCode, waivedCode), Is.EqualTo((0, 0, 0)), waived.Error);
        Assert.That(OutcomesOf(offResult, "ORG001"), Is.EqualTo(["ORG001 EligibleForTheHighest off "]));
        Assert.That(OutcomesOf(waivedResult, "ORG001"), Is.EqualTo(["ORG001 EligibleForTheHighest waived "]));
        low.Dispose();
        off.Dispose();
        waived.Dispose();
    }

    [Test]
    public async Task Broken_ones_are_not_evaluated_with_file_and_line_and_the_others_run_on()
    {
        var (world, code) = await ScanAsync(
            ("a-yaml.yaml", "id: ORG010\ntitle: [ unclosed\n"),
            ("b-column.yaml", Rule("ORG011", "SELECT id AS subject, nope AS observed, 'b' AS expected FROM people")),
            ("c-writes.yaml", Rule("ORG012", "DROP TABLE people")),
            ("d-columns.yaml", Rule("ORG013", "SELECT id AS subject FROM people")),
            (
                "e-ids.yaml",
                Rule("ORG014", "SELECT display_name AS subject, 'a' AS observed, 'b' AS expected FROM people")
            ),
            ("f-examples.yaml", Rule("ORG015", Query).Replace("ignores:", "# ignores:", StringComparison.Ordinal)),
            ("g-key.yaml", Rule("ORG016", Query) + "\nseverty: low\n"),
            ("h-ours.yaml", Rule("PIM101", Query)),
            ("i-good.yaml", Rule("ORG001", Query + " AND 1 = 0")),
            ("j-twice.yaml", Rule("ORG001", Query)),
            ("k-bomb.yaml", Bomb())
        );
        using var _ = world;
        using var result = Result(world);
        var lines = OutcomesOf(result, "ORG", "BROKEN").ToList();

        Assert.That(code, Is.EqualTo(3), world.Error);
        Assert.That(lines, Has.Count.EqualTo(11));
        Assert.That(
            lines.Where(line => line.Contains(" pass ", StringComparison.Ordinal)),
            Has.Exactly(1).StartsWith("ORG001")
        );
        var details = lines
            .Where(line => line.Contains("notEvaluated", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("mine/", StringComparison.Ordinal) + "mine/".Length)..])
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.That(
            details.Zip(
                BrokenOnes,
                (detail, start) => detail.StartsWith(start, StringComparison.Ordinal) ? start : detail
            ),
            Is.EqualTo(BrokenOnes)
        );
        Assert.That(world.Out, Does.Contain("mine/b-column.yaml, line 6"));
    }

    [Test]
    public async Task A_query_that_never_ends_is_ended_and_the_rule_is_not_evaluated()
    {
        var bomb = Rule(
            "ORG001",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS subject, 'a' AS observed, 'b' AS expected FROM n"
        );
        var (world, code) = await ScanAsync(("bomb.yaml", bomb));
        using var _ = world;
        using var result = Result(world);

        Assert.That(code, Is.EqualTo(3), world.Error);
        Assert.That(
            OutcomesOf(result, "ORG").Single(),
            Does.Contain("notEvaluated mine/bomb.yaml, line 6: The query took too long").And.Not.Contain("--time-limit")
        );
        Assert.That(world.Out, Does.Contain("ORG001 EligibleForTheHighest").And.Contain("mine/bomb.yaml, line 6"));
    }

    [Test]
    public async Task A_part_that_was_refused_makes_the_rule_blind_and_coverage_names_it()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions { Faults = [new("/roleEligibilityScheduleInstances", FaultKind.Refused)] }
        );
        using var world = World.Of(graph);
        await ScanAsync(world, "", ("good.yaml", Good));
        using var result = Result(world);

        var row = result
            .RootElement.GetProperty("coverage")
            .EnumerateArray()
            .Single(one => one.GetProperty("part").GetString() == "eligibleAssignments");
        Assert.That(
            row.GetProperty("blindRules").EnumerateArray().Select(one => one.GetString()),
            Does.Contain("ORG001")
        );
        Assert.That(OutcomesOf(result, "ORG001").Single(), Does.Contain("notEvaluated"));
    }

    [Test]
    public async Task The_same_rule_gives_the_same_run_and_another_text_another_one()
    {
        var (world, _) = await ScanAsync(("good.yaml", Good));
        using var _1 = world;
        await EvaluateAsync(world, "one");
        await EvaluateAsync(world, "same");
        world.Write("mine/good.yaml", Good + "\n# a comment\n");
        await EvaluateAsync(world, "other");

        Assert.That(world.Bytes("same/result.json"), Is.EqualTo(world.Bytes("one/result.json")));
        Assert.That(RunId(world, "other"), Is.Not.EqualTo(RunId(world, "one")));
    }

    [Test]
    public async Task A_link_is_not_followed()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        using var world = World.Of(graph);
        world.Write("elsewhere.yaml", Good);
        Directory.CreateDirectory(world.PathOf("mine"));
        File.CreateSymbolicLink(world.PathOf("mine/link.yaml"), world.PathOf("elsewhere.yaml"));
        await ScanAsync(world, "");
        using var result = Result(world);

        Assert.That(OutcomesOf(result, "BROKEN").Single(), Does.Contain("notEvaluated mine/link.yaml: is a link"));
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_a_fault_of_the_configuration()
    {
        using var world = new World();
        world.Write("pimaudit.yaml", "cloud: global\ncustomRules: [ nowhere ]\n");

        Assert.That(await world.RunAsync("rules", "list"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("line 2: customRules names 'nowhere', which is no folder"));
    }

    private static string Rule(string id, string query) =>
        $"""
            id: {id}
            name: {(id == "ORG001" ? "EligibleForTheHighest" : $"Name{id}")}
            title: Somebody may become Global Administrator
            severity: high
            practice: ext
            query: |
              {query.ReplaceLineEndings("\n  ")}
            {Examples}
            """;

    private static string Bomb() => "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";

    private static async Task<(World World, int Code)> ScanAsync(params (string Name, string Text)[] files) =>
        await ScanAsync("", files);

    private static async Task<(World World, int Code)> ScanAsync(string more, params (string Name, string Text)[] files)
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam());
        var world = World.Of(graph);
        return (world, await ScanAsync(world, more, files));
    }

    private static Task<int> ScanAsync(World world, string more, params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(world.PathOf("mine"));
        foreach (var (name, text) in files)
            world.Write($"mine/{name}", text);
        var configuration = SampleTenants.FabrikamConfiguration;
        world.Write("pimaudit.yaml", $"{configuration.TrimEnd()}\ncustomRules: [ mine ]\n{more}\n");
        return world.RunAsync("scan", "--out", "run", "--format", "json");
    }

    private static Task<int> EvaluateAsync(World world, string folder) =>
        world.RunAsync("evaluate", "run/snapshot.pimsnap", "--out", folder, "--format", "json", "--quiet");

    private static JsonDocument Result(World world, string folder = "run") =>
        JsonDocument.Parse(world.Bytes($"{folder}/result.json"));

    private static string RunId(World world, string folder)
    {
        using var result = Result(world, folder);
        return result.RootElement.GetProperty("run").GetProperty("id").GetString()!;
    }

    private static IEnumerable<string> OutcomesOf(JsonDocument result, params string[] starts) =>
        result
            .RootElement.GetProperty("rules")
            .EnumerateArray()
            .Where(rule =>
                starts.Any(start => rule.GetProperty("id").GetString()!.StartsWith(start, StringComparison.Ordinal))
            )
            .Select(rule =>
                $"{rule.GetProperty("id").GetString()} {rule.GetProperty("name").GetString()} {rule.GetProperty("outcome").GetString()} {rule.GetProperty("detail").GetString()}"
            );
}
