using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class SayTests
{
    [TestCase(0, "0 min")]
    [TestCase(45, "45 min")]
    [TestCase(60, "1 h")]
    [TestCase(8 * 60, "8 h")]
    [TestCase(8 * 60 + 1, "8 h 1 min")]
    [TestCase(24 * 60, "24 h")]
    [TestCase(3 * 24 * 60 - 60, "71 h")]
    [TestCase(3 * 24 * 60, "3 days")]
    [TestCase(180 * 24 * 60, "180 days")]
    public void Durations_carry_their_unit(int minutes, string expected) =>
        Assert.That(Say.Duration(TimeSpan.FromMinutes(minutes)), Is.EqualTo(expected));

    [TestCase(1, "1 s")]
    [TestCase(59, "59 s")]
    [TestCase(60, "1 min")]
    [TestCase(90, "1 min 30 s")]
    [TestCase(3599, "59 min 59 s")]
    [TestCase(3601, "1 h")]
    public void Seconds_count_below_an_hour(int seconds, string expected) =>
        Assert.That(Say.Duration(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [Test]
    public void Moments_are_written_in_utc_whatever_their_offset() =>
        Assert.That(
            Say.Moment(new DateTimeOffset(2026, 10, 1, 1, 30, 0, TimeSpan.FromHours(2))),
            Is.EqualTo("2026-09-30 23:30 UTC")
        );

    [Test]
    public void An_end_is_a_day_or_the_word_permanent()
    {
        var end = new DateTimeOffset(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

        Assert.That(new[] { Say.End(end), Say.End(null) }, Is.EqualTo(new[] { "2026-10-01", "permanent" }));
    }

    [TestCase(0, "0 groups")]
    [TestCase(1, "1 group")]
    [TestCase(4, "4 groups")]
    public void A_figure_agrees_with_its_noun(int count, string expected) =>
        Assert.That(Say.Count(count, "group"), Is.EqualTo(expected));

    [TestCase(0, "no")]
    [TestCase(12, "twelve")]
    [TestCase(13, "13")]
    [TestCase(-1, "-1")]
    public void Numbers_are_words_up_to_twelve(int number, string expected) =>
        Assert.That(Say.Number(number), Is.EqualTo(expected));

    [Test]
    public void Names_of_values_become_words() =>
        Assert.That(
            new[] { Say.Word(RuleOutcome.NotEvaluated), Say.Word(Severity.High) },
            Is.EqualTo(new[] { "Not evaluated", "High" })
        );
}
