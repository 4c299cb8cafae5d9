using System.Text.Json;
using NUnit.Framework;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.OwnRules;

[Parallelizable(ParallelScope.All)]
public sealed class RulesTestVerbTests
{
    [Test]
    public async Task All_examples_that_ship_come_out_as_expected()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("rules", "test", "--json"), Is.Zero, world.Out);
        using var document = JsonDocument.Parse(world.Out);
        var rules = document
            .RootElement.GetProperty("examples")
            .EnumerateArray()
            .Select(one => one.GetProperty("rule").GetString())
            .Distinct();
        Assert.That(
            rules,
            Is.EqualTo(Catalogue.All.Select(rule => rule.Info.Id).Concat(["SAMPLE001", "SAMPLE003", "SAMPLE002"]))
        );
    }

    [Test]
    public void A_rule_that_ships_has_examples_of_both_kinds_once_every_one_must()
    {
        var without = Catalogue
            .All.Select(RuleTrial.Of)
            .Where(trial =>
                trial.Fault is not null
                || !trial.Examples.Any(example => example.Kind is ExampleKind.Reports)
                || !trial.Examples.Any(example => example.Kind is ExampleKind.Ignores)
            )
            .Select(trial => $"{trial.Rule.Info.Id} {trial.Fault}".TrimEnd());

        Assert.That(without, Is.Empty);
    }

    [Test]
    public async Task One_that_does_not_is_named_with_what_was_expected_and_what_came()
    {
        using var world = new World();
        await world.RunAsync("rules", "new", "ORG001", "EligibleTooLong", "--out", "mine");
        var file = "mine/ORG001-EligibleTooLong.yaml";
        world.Write(
            file,
            (await File.ReadAllTextAsync(world.PathOf(file))).Replace(
                "> :maxDays",
                ">= :maxDays",
                StringComparison.Ordinal
            )
        );

        Assert.That(await world.RunAsync("rules", "test", file), Is.EqualTo(1));
        Assert.That(
            world.Out,
            Does.Contain("ORG001 EligibleTooLong: eligible for exactly a year").And.Contain("Expected nothing; got Ada")
        );
    }

    [Test]
    public async Task A_rule_that_cannot_be_used_is_a_failure_with_file_and_line()
    {
        using var world = new World();
        await world.RunAsync("rules", "new", "ORG001", "EligibleTooLong", "--out", "mine");
        const string Odd = "mine/ORG001-EligibleTooLong.yaml";
        var text = await File.ReadAllTextAsync(world.PathOf(Odd));
        world.Write(Odd, text.Replace("who: Ada, ", "who: Adda, ", StringComparison.Ordinal));

        Assert.That(await world.RunAsync("rules", "test", Odd), Is.EqualTo(1));
        Assert.That(world.Out, Does.Contain("mine/ORG001-EligibleTooLong.yaml, line "));
        Assert.That(world.Out, Does.Contain("did you mean 'Ada'?"));
    }

    [TestCase("PIM204")]
    [TestCase("ActivationTooLong")]
    [TestCase("SAMPLE001")]
    public async Task One_rule_can_be_chosen_by_id_or_name(string written)
    {
        using var world = new World();

        Assert.That(await world.RunAsync("rules", "test", written), Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("1 rule, "));
    }
}
