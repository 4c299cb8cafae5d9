using NUnit.Framework;

namespace PimAudit.Cli.Tests.OwnRules;

[Parallelizable(ParallelScope.All)]
public sealed class RulesNewVerbTests
{
    private static IEnumerable<string> Samples => SampleRules.Names;

    [Test]
    public async Task What_it_writes_passes_at_once_and_can_be_explained()
    {
        using var world = new World();

        Assert.That(await world.RunAsync("rules", "new", "ORG001", "EligibleTooLong"), Is.Zero, world.Error);
        Assert.That(
            await world.RunAsync("rules", "test", "pimaudit-rules/ORG001-EligibleTooLong.yaml"),
            Is.Zero,
            world.Out
        );
        world.Write("pimaudit.yaml", "customRules: [ pimaudit-rules ]\n");
        Assert.That(await world.RunAsync("explain", "EligibleTooLong"), Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("# ORG001 EligibleTooLong").And.Contain("```sql"));
        Assert.That(await world.RunAsync("rules", "test", "ORG001"), Is.Zero, world.Error);
        Assert.That(await world.RunAsync("rules", "list"), Is.Zero, world.Error);
        Assert.That(world.Out, Does.Contain("ORG001  Medium    EligibleTooLong"));
    }

    [TestCaseSource(nameof(Samples))]
    public async Task It_begins_with_a_sample(string sample)
    {
        using var world = new World();

        Assert.That(
            await world.RunAsync("rules", "new", "ORG-7", "MyOwn", "--like", sample, "--out", "mine"),
            Is.Zero,
            world.Error
        );
        Assert.That(await world.RunAsync("rules", "test", "mine/ORG-7-MyOwn.yaml"), Is.Zero, world.Out);
        Assert.That(world.Out, Does.Contain("ORG-7"));
    }

    [Test]
    public async Task It_replaces_nothing()
    {
        using var world = new World();
        Directory.CreateDirectory(world.PathOf("mine"));
        world.Write("mine/ORG001-EligibleTooLong.yaml", "mine");

        Assert.That(await world.RunAsync("rules", "new", "ORG001", "EligibleTooLong", "--out", "mine"), Is.EqualTo(2));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("mine/ORG001-EligibleTooLong.yaml")), Is.EqualTo("mine"));
        Assert.That(world.Error, Does.Contain("The file is there already."));
    }

    [TestCase("PIM501", "MyOwn", "begins with PIM")]
    [TestCase("BROKEN-1", "MyOwn", "begins with BROKEN")]
    [TestCase("org1", "MyOwn", "must be 2 to 10 capital letters")]
    [TestCase("../ORG1", "MyOwn", "must be 2 to 10 capital letters")]
    [TestCase("ORG1", "my own", "must be one word")]
    [TestCase("ORG1", "../../MyOwn", "must be one word")]
    [TestCase("ORG1", "ActivationTooLong", "It is PIM204.")]
    public async Task Ids_and_names_that_cannot_be_are_refused(string id, string name, string expected)
    {
        using var world = new World();

        Assert.That(await world.RunAsync("rules", "new", id, name), Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(expected));
        Assert.That(Directory.GetFileSystemEntries(world.Folder), Is.Empty);
    }
}
