using System.CommandLine.Parsing;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Terminal;

public sealed class HelpTests
{
    /// <summary>The one verb that has nothing to be shown.</summary>
    private const string WithoutExample = "version";

    [Test]
    public void Every_verb_has_an_example_that_is_understood()
    {
        using var world = new World();
        var root = CommandLine.Root(world.Surroundings());
        var verbs = root.Subcommands.SelectMany(one => one.Subcommands.Count > 0 ? one.Subcommands : [one]).ToList();

        Assert.That(
            verbs.Where(verb => !Examples.Of(verb).Any()).Select(verb => verb.Name),
            Is.EqualTo(new[] { WithoutExample })
        );
        Assert.That(
            from verb in verbs
            from example in Examples.Of(verb)
            let parsed = root.Parse(CommandLineParser.SplitCommandLine(example.Line["pimaudit ".Length..]).ToArray())
            where parsed.Errors.Count > 0 || parsed.CommandResult.Command != verb
            select example.Line,
            Is.Empty
        );
    }

    [Test]
    public async Task Help_of_a_verb_ends_with_its_own_examples()
    {
        using var world = new World();

        var code = await world.RunAsync("expiring", "--help");

        Assert.That(code, Is.Zero);
        Assert.That(
            world.Out,
            Does.Contain("  pimaudit expiring --days 30  within a month").And.Not.Contain("pimaudit scan")
        );
        Assert.That(world.Out, Does.Contain("[default: 14]").And.Not.Contain("Default: 14"));
    }

    [Test]
    public async Task Help_of_the_program_says_how_to_begin_and_what_exit_codes_mean()
    {
        using var world = new World();

        await world.RunAsync("--help");

        Assert.That(world.Out, Does.Contain("pimaudit scan --demo").And.Contain("3    evidence is missing"));
    }
}
