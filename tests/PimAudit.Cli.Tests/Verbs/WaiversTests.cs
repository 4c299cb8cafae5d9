using System.Text.Json;
using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class WaiversTests
{
    private const string Id = "e5081183-0aa7-8f50-b277-69efbeaf3a5f";

    private static readonly string[] By = ["--reason", "Migration", "--approved-by", "Anna"];

    [Test]
    public async Task The_command_that_a_finding_prints_waives_it_and_nothing_else()
    {
        using var world = await AuditedAsync();
        var findings = Findings(world, "a/result.json");
        var id = findings.First(one => one.RuleId == "PIM101").Fingerprint;
        await world.RunAsync("explain", id, "--from", "a/result.json");
        var command = world
            .Out.Split('\n')
            .Single(line => line.Contains("pimaudit waivers add", StringComparison.Ordinal));
        string[] words = [.. command.Trim().Split(' ').Skip(1).TakeWhile(word => word != "--reason")];

        var added = await world.RunAsync([.. words, .. By, "--expires", "2027-03-31", "--from", "a"]);
        await world.RunAsync("evaluate", "a/snapshot.pimsnap", "--out", "b", "--quiet", "--format", "json");

        Assert.That(added, Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("It covers 1 finding of run"));
        Assert.That(
            Findings(world, "b/result.json").Where(one => one.Status == "waived").Select(one => one.Fingerprint),
            Is.EquivalentTo(findings.Where(one => one.Status == "waived").Select(one => one.Fingerprint).Append(id))
        );
    }

    [Test]
    public async Task The_rest_of_the_file_stays_as_it_was()
    {
        const string Before = "# ours\ncloud: global   # here\n\nwaivers: [] # none\nowners:\n  PIM1xx: \"Identity\"\n";
        using var world = new World().Write("pimaudit.yaml", Before);

        var code = await AddAsync(world, "PIM101", Id, "2026-12-31");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            await File.ReadAllTextAsync(world.PathOf("pimaudit.yaml")),
            Is.EqualTo(
                $"# ours\ncloud: global   # here\n\nwaivers: # none\n  - rule: PIM101\n    targets: [{Id}]\n    reason: \"Migration\"\n"
                    + "    approvedBy: \"Anna\"\n    expires: 2026-12-31\nowners:\n  PIM1xx: \"Identity\"\n"
            )
        );
    }

    [TestCase("PIM1O1", Id, "2026-12-31", "There is no rule 'PIM1O1'", "The nearest is 'PIM101'")]
    [TestCase("PIM101", Id, "2026-09-30", "over before it begins", "2026-10-01")]
    [TestCase("PIM101", Id, "2027-10-03", "longer than the profile allows", "367 days ahead")]
    [TestCase("PIM101", Id, "31.12.2026", "cannot be understood", "2027-03-31")]
    [TestCase("PIM101", " ", "2026-12-31", "The targets cannot be meant", "")]
    [TestCase(
        "permanentactiveassignment",
        "user:X",
        "2026-12-31",
        "There is a waiver of the same rule and targets",
        "ends on 2026-12-01"
    )]
    public async Task What_cannot_be_meant_changes_nothing(
        string rule,
        string target,
        string day,
        string said,
        string also
    )
    {
        const string Before =
            "waivers: [ { rule: PIM101, targets: [ 'USER:x' ], reason: r, approvedBy: Ben, expires: 2026-12-01 } ]\n";
        using var world = new World().Write("pimaudit.yaml", Before);

        var code = await AddAsync(world, rule, target, day);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(said).And.Contain(also));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("pimaudit.yaml")), Is.EqualTo(Before));
    }

    [TestCase("2026-10-01")]
    [TestCase("2027-10-02")]
    public async Task The_first_and_the_last_day_that_can_be_meant(string day)
    {
        using var world = new World().Write("pimaudit.yaml", "");

        Assert.That(await AddAsync(world, "PIM101", Id, day), Is.Zero, world.Error);
    }

    [Test]
    public async Task An_invisible_character_in_a_reason_is_refused()
    {
        using var world = new World().Write("pimaudit.yaml", "");

        var code = await world.RunAsync(
            "waivers",
            "add",
            "PIM101",
            Id,
            "--reason",
            "fine\u202E",
            "--approved-by",
            "Anna",
            "--expires",
            "2026-12-31"
        );

        Assert.That((code, world.Bytes("pimaudit.yaml").Length), Is.EqualTo((2, 0)));
        Assert.That(world.Error, Does.Contain("U+202E"));
    }

    /// <summary>An entry that cannot be put in by a machine is printed for a person.</summary>
    [Test]
    public async Task A_file_that_cannot_be_changed_safely_stays_and_the_entry_is_printed()
    {
        const string Before = "cloud: global\n...\n";
        using var world = new World().Write("pimaudit.yaml", Before);

        var code = await AddAsync(world, "PIM101", Id, "2026-12-31");

        Assert.That((code, await File.ReadAllTextAsync(world.PathOf("pimaudit.yaml"))), Is.EqualTo((2, Before)));
        Assert.That(world.Out, Does.StartWith($"waivers:\n  - rule: PIM101\n    targets: [{Id}]\n"));
    }

    [Test]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        using var world = new World().Write("pimaudit.yaml", "# ours\ncloud: global\n");
        var people = Enumerable
            .Range(1, 8)
            .Select(at => new Guid(at, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]).ToString("D"))
            .ToList();

        var codes = await Task.WhenAll(
            people.Select(id =>
                Task.Run(() => QuietAsync(world, ["waivers", "add", "PIM101", id, .. By, "--expires", "2026-12-31"]))
            )
        );

        var settings = SettingsFile.Load(world.PathOf("pimaudit.yaml"));
        Assert.That(codes, Has.All.Zero);
        Assert.That(settings.Audit.Waivers.Select(waiver => waiver.Targets[0]), Is.EquivalentTo(people));
        Assert.That(world.Names("."), Is.EqualTo(new[] { "pimaudit.yaml" }));
    }

    [Test]
    public async Task List_tells_state_days_and_what_is_covered()
    {
        using var world = await AuditedAsync();

        var code = await world.RunAsync("waivers", "list", "--from", "a", "--json");

        using var json = JsonDocument.Parse(world.Out);
        var row = json.RootElement.EnumerateArray().Single();
        Assert.That(
            (
                code,
                row.GetProperty("state").GetString(),
                row.GetProperty("covered").GetInt32(),
                row.GetProperty("isBroad").GetBoolean()
            ),
            Is.EqualTo((0, "used", 1, false))
        );
    }

    /// <summary>A snapshot is judged for it, a result is taken as it is.</summary>
    [TestCase("a/result.json")]
    [TestCase("a/snapshot.pimsnap")]
    public async Task Check_lays_the_waivers_beside_a_run(string from)
    {
        using var world = await AuditedAsync();
        await AddAsync(world, "PIM201", Id, "2026-12-31");

        int[] codes =
        [
            await world.RunAsync("waivers", "check"),
            await world.RunAsync("waivers", "check", "--from", from),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 0, 1 }), world.Error);
        Assert.That(
            world.Out,
            Does.Contain("PIM201").And.Contain("unused: covers nothing").And.Contain("Exit 1: 1 waiver")
        );
    }

    [Test]
    public async Task Check_fails_for_an_expired_one_and_prune_takes_it_out()
    {
        using var world = new World().Write(
            "pimaudit.yaml",
            "waivers:\n  # old\n  - { rule: PIM101, targets: [ a ], reason: r, approvedBy: b, expires: 2026-09-30 }\n"
                + "  - { rule: PIM101, targets: [ c ], reason: r, approvedBy: b, expires: 2026-10-01 } # today\n"
        );

        int[] codes =
        [
            await world.RunAsync("waivers", "check"),
            await world.RunAsync("waivers", "prune"),
            await world.RunAsync("waivers", "check"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 1, 0, 0 }), world.Error);
        Assert.That(world.Out, Does.Contain("Removed 1 waiver").And.Contain("expired 1 day ago, on 2026-09-30"));
        Assert.That(
            await File.ReadAllTextAsync(world.PathOf("pimaudit.yaml")),
            Is.EqualTo(
                "waivers:\n  # old\n  - { rule: PIM101, targets: [ c ], reason: r, approvedBy: b, expires: 2026-10-01 } # today\n"
            )
        );
    }

    [Test]
    public async Task Prune_takes_out_unused_ones_only_when_asked()
    {
        using var world = await AuditedAsync();
        await AddAsync(world, "PIM201", Id, "2026-12-31");

        int[] codes =
        [
            await world.RunAsync("waivers", "prune", "--unused"),
            await world.RunAsync("waivers", "prune"),
            await world.RunAsync("waivers", "prune", "--unused", "--from", "a"),
        ];

        Assert.That(codes, Is.EqualTo(new[] { 2, 0, 0 }), world.Error);
        Assert.That(
            await File.ReadAllTextAsync(world.PathOf("pimaudit.yaml")),
            Is.EqualTo(SampleTenants.ContosoConfiguration)
        );
    }

    private static Task<int> AddAsync(World world, string rule, string target, string day) =>
        world.RunAsync(["waivers", "add", rule, target, .. By, "--expires", day]);

    private static Task<int> QuietAsync(World world, string[] arguments) =>
        CommandLine.RunAsync(arguments, world.Surroundings() with { Out = TextWriter.Null, Error = TextWriter.Null });

    /// <summary>The sample tenant, audited by its configuration, which has one waiver.</summary>
    private static async Task<World> AuditedAsync()
    {
        var world = new World().Write("pimaudit.yaml", SampleTenants.ContosoConfiguration);
        await world.RunAsync("scan", "--demo", "--out", "a", "--quiet", "--format", "json");
        return world;
    }

    private static List<(string RuleId, string Fingerprint, string Status)> Findings(World world, string path)
    {
        using var json = JsonDocument.Parse(world.Bytes(path));
        return
        [
            .. json
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(one =>
                    (
                        one.GetProperty("ruleId").GetString()!,
                        one.GetProperty("fingerprint").GetString()!,
                        one.GetProperty("status").GetString()!
                    )
                ),
        ];
    }
}
