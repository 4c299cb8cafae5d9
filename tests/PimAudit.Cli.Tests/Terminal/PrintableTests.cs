using NUnit.Framework;

namespace PimAudit.Cli.Tests.Terminal;

public sealed class PrintableTests
{
    [TestCase("Dario Venn", "Dario Venn")]
    [TestCase("Zoë Müller, 日本", "Zoë Müller, 日本")]
    [TestCase("a\e[31mb", "aU+001B[31mb")]
    [TestCase("a\r\nb", "aU+000DU+000Ab")]
    [TestCase("a\u202Eb", "aU+202Eb")]
    [TestCase("a\u200Bb", "aU+200Bb")]
    [TestCase("a\u0007", "aU+0007")]
    [TestCase("a\u3000b", "aU+3000b")]
    [TestCase("a\uE000b", "aU+E000b")]
    public void A_name_can_neither_move_the_cursor_nor_hide(string name, string expected) =>
        Assert.That(Printable.Of(name), Is.EqualTo(expected));

    [Test]
    public void An_unpaired_surrogate_is_named() => Assert.That(Printable.Of("a" + '\uD800'), Is.EqualTo("aU+FFFD"));
}
