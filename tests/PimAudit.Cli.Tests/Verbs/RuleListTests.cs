using System.Text.Json;
using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class RuleListTests
{
    private static readonly string[] Ids = [.. Catalogue.All.Select(rule => rule.Info.Id)];

    [Test]
    public async Task Names_each_rule_once_under_its_family()
    {
        using var world = new World();

        var code = await world.RunAsync("rules", "list");

        var lines = world.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(code, Is.Zero, world.Error);
        Assert.That(IdsIn(lines), Is.EqualTo(Ids));
        Assert.That(
            lines.Where(line => !line.StartsWith("PIM", StringComparison.Ordinal)),
            Is.EqualTo(Ids.Select(RuleFamilies.TitleOf).Distinct())
        );
        Assert.That(world.Error, Does.Contain($"{Ids.Length} rules, {Ids.Length} of them on under best-practices."));
    }

    [Test]
    public async Task Shows_what_the_profile_switches_off()
    {
        using var world = new World();

        await world.RunAsync("rules", "list", "--profile", "document-only");

        Assert.That(
            IdsIn(world.Out.Split('\n').Where(line => line.Contains("  Off ", StringComparison.Ordinal))),
            Is.EqualTo(
                Catalogue
                    .All.Where(rule => rule.Info.Practice == RuleInfo.BeyondThePractice && !rule.Info.IsAboutCoverage)
                    .Select(rule => rule.Info.Id)
            )
        );
    }

    [Test]
    public async Task Has_a_column_for_each_profile_and_a_line_for_each_threshold_that_differs()
    {
        using var world = new World();

        await world.RunAsync("rules", "list", "--profile", "best-practices,cis-m365");

        var lines = world.Out.Split('\n').Select(line => line.TrimEnd()).ToList();
        var words = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var at = words.FindIndex(line => line is ["PIM502", ..]);
        Assert.That(words[0], Is.EqualTo(new[] { "best-practices", "cis-m365" }));
        Assert.That(words[at], Is.EqualTo(new[] { "PIM502", "ReviewTooRare", "Medium", "Medium" }));
        Assert.That(words[at + 1], Is.EqualTo(new[] { "maxDays", "92", "31" }));
        Assert.That(words, Has.One.EqualTo(new[] { "PIM309", "GroupNameOffConvention", "Low", "Off" }));
    }

    [Test]
    public async Task Json_tells_each_rule_once_with_effective_values_and_controls()
    {
        using var world = new World().Write("pimaudit.yaml", "rules: { PIM204: { maxHours: 4, severity: low } }");

        await world.RunAsync("rules", "list", "--json");

        using var json = JsonDocument.Parse(world.Out);
        var rules = json.RootElement.EnumerateArray().ToList();
        var rule = rules.Single(one => one.GetProperty("id").GetString() is "PIM204");
        var hours = rule.GetProperty("parameters")
            .EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() is "maxHours");
        Assert.That(rules.Select(one => one.GetProperty("id").GetString()), Is.EqualTo(Ids));
        Assert.That(
            rule.EnumerateObject().Select(property => property.Name),
            Is.EqualTo(
                new[]
                {
                    "id",
                    "name",
                    "title",
                    "on",
                    "severity",
                    "defaultSeverity",
                    "practice",
                    "source",
                    "differs",
                    "parameters",
                    "needs",
                    "leansOn",
                    "controls",
                    "profiles",
                }
            )
        );
        Assert.That(
            (
                rule.GetProperty("name").GetString(),
                rule.GetProperty("on").GetBoolean(),
                rule.GetProperty("severity").GetString(),
                rule.GetProperty("defaultSeverity").GetString(),
                hours.GetProperty("kind").GetString(),
                hours.GetProperty("default").GetInt32(),
                hours.GetProperty("value").GetInt32(),
                rule.GetProperty("controls")[0].GetProperty("id").GetString()
            ),
            Is.EqualTo(("ActivationTooLong", true, "low", "medium", "number", 8, 4, "51016"))
        );
    }

    [Test]
    public async Task Json_has_the_values_of_each_profile()
    {
        using var world = new World().With("PIMAUDIT_PROFILE", "best-practices,microsoft-zero-trust");

        await world.RunAsync("rules", "list", "--json");

        using var json = JsonDocument.Parse(world.Out);
        var profiles = json
            .RootElement.EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() is "PIM204")
            .GetProperty("profiles")
            .EnumerateArray();
        Assert.That(
            profiles.Select(one =>
                (
                    one.GetProperty("name").GetString(),
                    one.GetProperty("parameters").GetProperty("maxHoursHighlyPrivileged").GetInt32()
                )
            ),
            Is.EqualTo(new[] { ("best-practices", 8), ("microsoft-zero-trust", 1) })
        );
    }

    [Test]
    public async Task A_page_ends_with_the_controls_that_the_rule_is_evidence_for()
    {
        using var world = new World();

        await world.RunAsync("rules", "show", "PIM203");

        Assert.That(
            world
                .Out.Split('\n')
                .SkipWhile(line => line.TrimEnd() is not "## Controls")
                .Skip(2)
                .First(line => line.Length > 0)
                .TrimEnd(),
            Is.EqualTo(
                "- supports evidence for [CISA SCuBA MS.AAD.7.6v1](https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md#msaad76v1): \"Activation of the Global Administrator role SHALL require approval.\""
            )
        );
    }

    /// <summary>The practice matrix promises commands; these are the ones that there are.</summary>
    [Test]
    public async Task Every_command_of_the_practice_matrix_exists()
    {
        using var world = new World();
        await world.RunAsync("--help");
        var commands = world
            .Out.Split('\n')
            .SkipWhile(line => !line.StartsWith("Commands", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])
            .ToList();

        var promised = PracticeRows.All.SelectMany(row => row.Verbs).Distinct();
        Assert.That(promised, Is.Not.Empty.And.SubsetOf(commands));
    }

    private static IEnumerable<string> IdsIn(IEnumerable<string> lines) =>
        lines.Where(line => line.StartsWith("PIM", StringComparison.Ordinal)).Select(line => line[..6]);
}
