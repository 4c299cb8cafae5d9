using NUnit.Framework;

namespace PimAudit.Cli.Tests.Terminal;

/// <summary>Light errors on the command line: what is told, and what was probably meant.</summary>
public sealed class MisreadTests
{
    [TestCase("scna --demo", "There is no verb 'scna'. The nearest is 'scan'.")]
    [TestCase("rules tset", "There is no verb 'tset'. The nearest is 'test'.")]
    [TestCase("nonsense", "There is no verb 'nonsense'.")]
    [TestCase("--demo", "'--demo' stands where a verb must stand.")]
    [TestCase("scan --dmeo", "There is no option '--dmeo'. The nearest is '--demo'.")]
    [TestCase("scan --fial-on=high", "There is no option '--fial-on'. The nearest is '--fail-on'.")]
    [TestCase("scan --hepl", "There is no option '--hepl'. The nearest is '--help'.")]
    [TestCase("scan --xyzzy-plugh", "There is no option '--xyzzy-plugh'.")]
    [TestCase(
        "who-can Global Administrator",
        "'Administrator' is an argument too many. A name with blanks stands in quotes."
    )]
    [TestCase("verify runs --jsno", "There is no option '--jsno'. The nearest is '--json'.")]
    [TestCase("fleet report --froce", "There is no option '--froce'.")]
    [TestCase("who-can --dmeo", "There is no option '--dmeo'. The nearest is '--demo'.")]
    [TestCase("expiring --days abc", "--days takes a whole number, not 'abc'.")]
    [TestCase("emulate --page-size many", "--page-size takes a whole number, not 'many'.")]
    public async Task One_sentence_says_what_is_wrong_and_what_is_near(string line, string expected)
    {
        using var world = new World();

        var code = await world.RunAsync(line.Split(' '));

        Assert.That((code, Seen(world.Error)), Is.EqualTo((2, expected)));
    }

    [Test]
    public async Task Behind_two_dashes_a_name_may_begin_with_them()
    {
        using var world = new World();

        await world.RunAsync("verify", "--", "--json");

        Assert.That(world.Error, Does.Contain("There is nothing to verify at"));
    }

    [Test]
    public async Task SQL_may_begin_with_a_comment()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("query", "-- one\nSELECT 1 AS one", "--demo"), Is.Zero, world.Error);
    }

    [Test]
    public async Task The_program_alone_says_how_to_begin()
    {
        using var world = new World();

        Assert.That(await world.RunAsync(), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("No verb says what to do.").And.Contain("'pimaudit scan --demo'"));
    }

    [Test]
    public async Task A_verb_of_several_says_which_there_are()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("waivers"), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain("Add list, add, prune or check; 'pimaudit waivers --help'"));
    }

    private static string Seen(string error)
    {
        var lines = error
            .Split('\n')
            .Select(line => line.Trim())
            .SkipWhile(line => !line.StartsWith("Seen", StringComparison.Ordinal));
        return string.Join(' ', lines.TakeWhile(line => !line.StartsWith("Cost", StringComparison.Ordinal)))[4..]
            .Trim();
    }
}
