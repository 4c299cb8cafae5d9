using NUnit.Framework;

namespace PimAudit.Cli.Tests.SpotChecks;

/// <summary>A name that the snapshot does not hold is answered with those that are near.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NearNameTests
{
    [TestCase("who-can", "Globl Administrator", "The nearest is 'Global Administrator'.")]
    [TestCase("what-can", "Marcus Web", "The nearest is 'Marcus Webb'.")]
    [TestCase("graph", "Marcus Web", "The nearest is 'Marcus Webb'.")]
    [TestCase("who-can", "SharePoint", "'SharePoint Administrator'")]
    public async Task It_is_named(string verb, string written, string expected)
    {
        using var world = new World();

        var code = await world.RunAsync(verb, written, "--demo");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(OnOneLine(world.Error), Does.Contain(expected));
    }

    [Test]
    public void A_name_that_nothing_resembles_is_answered_with_none() =>
        Assert.That(KnownNames.Near("Zzyzx Quux", ["Global Administrator", null]), Is.Empty);

    [Test]
    public void Of_many_that_hold_it_three_are_named() =>
        Assert.That(
            KnownNames.Near("xyz", ["xyz reader one", "xyz reader two", "xyz reader three", "xyz reader four"]),
            Is.EqualTo(" 'xyz reader four', 'xyz reader one', 'xyz reader three' and 1 more hold it.")
        );

    [Test]
    public void A_hostile_name_stays_on_its_line() =>
        Assert.That(KnownNames.Near("Ann Lee", ["Ann Leo\n"]), Is.EqualTo(" The nearest is 'Ann LeoU+000A'."));

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
