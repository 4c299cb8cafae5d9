using NUnit.Framework;

namespace PimAudit.Engine.Tests;

public sealed class NearestTests
{
    private static readonly string[] Verbs = ["scan", "snapshot", "serve", "schema"];

    [TestCase("scna", "scan")]
    [TestCase("SCAN", "scan")]
    [TestCase("scn", "scan")]
    [TestCase("snapshto", "snapshot")]
    [TestCase("sn", null)]
    [TestCase("doctor", null)]
    [TestCase("", null)]
    public void Two_neighbours_that_changed_places_are_one_mistake(string written, string? expected) =>
        Assert.That(Nearest.Of(written, Verbs), Is.EqualTo(expected));

    [Test]
    public void Of_two_that_are_as_near_the_first_in_order_is_taken() =>
        Assert.That(Nearest.Of("PIM1O1", ["PIM111", "PIM101"]), Is.EqualTo("PIM101"));
}
