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
    public async Task An_unknown_rule_is_answered_with_the_nearest()
    {
        using var world = new World();

        var code = await world.RunAsync("rules", "show", "ActivationTooLang");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("The nearest is 'ActivationTooLong'"));
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
