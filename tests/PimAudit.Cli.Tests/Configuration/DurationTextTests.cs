using NUnit.Framework;

namespace PimAudit.Cli.Tests.Configuration;

public sealed class DurationTextTests
{
    [TestCase("90s", "00:01:30")]
    [TestCase("30m", "00:30:00")]
    [TestCase("2h", "02:00:00")]
    [TestCase("2H", "02:00:00")]
    [TestCase("30d", "30.00:00:00")]
    [TestCase("999999d", "999999.00:00:00")]
    public void Is_a_number_with_its_unit(string text, string expected) =>
        Assert.That(
            DurationText.Parse(text),
            Is.EqualTo(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture))
        );

    [TestCase("")]
    [TestCase("m")]
    [TestCase("30")]
    [TestCase("0m")]
    [TestCase("-5m")]
    [TestCase("1.5h")]
    [TestCase("5 m")]
    [TestCase("5w")]
    [TestCase("9999999d")]
    [TestCase("soon")]
    public void Anything_else_is_no_duration(string text) => Assert.That(DurationText.Parse(text), Is.Null);
}
