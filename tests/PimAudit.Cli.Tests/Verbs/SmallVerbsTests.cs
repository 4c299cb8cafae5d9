using System.Text.Json;
using NUnit.Framework;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class SmallVerbsTests
{
    [TestCase("PIM204")]
    [TestCase("ActivationTooLong")]
    [TestCase("activationtoolong")]
    public async Task Explain_finds_a_rule_by_id_or_name(string written)
    {
        using var world = new World();

        var code = await world.RunAsync("explain", written);

        Assert.That((code, world.Out.Split('\n')[0].TrimEnd()), Is.EqualTo((0, "# PIM204 ActivationTooLong")));
    }

    [Test]
    public async Task On_a_terminal_the_prose_of_a_page_is_broken_at_blanks_and_its_code_is_not()
    {
        using var world = new World();
        await world.RunAsync("explain", "PIM101");
        var whole = world.Out;
        using var narrow = new World();

        await CommandLine.RunAsync(
            ["explain", "PIM101"],
            narrow.Surroundings() with
            {
                OutIsTerminal = true,
                Width = 60,
            }
        );

        Assert.That(Words(narrow.Out), Is.EqualTo(Words(whole)));
        Assert.That(Prose(whole).Max(line => line.Length), Is.GreaterThan(60));
        Assert.That(Prose(narrow.Out).Where(line => line.Length >= 60 && Words(line).Length > 1), Is.Empty);
        Assert.That(Code(narrow.Out), Is.EqualTo(Code(whole)));

        static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        static IEnumerable<string> Prose(string text) =>
            text.Split("```").Where((_, at) => at % 2 == 0).SelectMany(part => part.Split('\n'));
        static IEnumerable<string> Code(string text) => text.Split("```").Where((_, at) => at % 2 == 1);
    }

    [Test]
    public async Task An_unknown_rule_is_answered_with_the_nearest()
    {
        using var world = new World();

        var code = await world.RunAsync("rules", "show", "ActivationTooLang");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The nearest is 'ActivationTooLong'"));
    }

    [TestCase("nope.yaml", "The file does not exist.")]
    [TestCase(".", "It is a folder.")]
    public async Task A_configuration_that_is_none_is_told_from_one_with_a_fault(string named, string seen)
    {
        using var world = new World();

        var code = await world.RunAsync("rules", "list", "--config", named);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(
            world.Error,
            Does.Contain("There is no configuration").And.Contain(seen).And.Contain("pimaudit init")
        );
    }

    [TestCase("result")]
    [TestCase("config")]
    [TestCase("profile")]
    [TestCase("manifest")]
    [TestCase("snapshot")]
    [TestCase("ndjson")]
    public async Task Schema_prints_a_json_schema(string name)
    {
        using var world = new World();

        var code = await world.RunAsync("schema", name);

        using var schema = JsonDocument.Parse(world.Out);
        Assert.That((code, schema.RootElement.TryGetProperty("$schema", out _)), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task Version_says_what_a_bug_report_needs()
    {
        using var world = new World();

        var code = await world.RunAsync("version");

        Assert.That(code, Is.Zero);
        Assert.That(
            world.Out,
            Does.StartWith("PimAudit 0.").And.Contain($"{Catalogue.All.Length} rules").And.Contain("145 built-in roles")
        );
    }

    [TestCase("scann")]
    [TestCase("scan", "--fromat", "pdf")]
    [TestCase("explain")]
    public async Task Arguments_that_cannot_be_understood_end_with_usage(params string[] arguments)
    {
        using var world = new World();

        var code = await world.RunAsync(arguments);

        Assert.That((code, world.Out), Is.EqualTo((2, "")));
        Assert.That(world.Error, Does.Contain("The arguments cannot be understood").And.Contain("--help"));
    }
}
