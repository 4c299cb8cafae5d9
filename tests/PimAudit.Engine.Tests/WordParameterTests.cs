using System.Collections.Immutable;
using NUnit.Framework;

namespace PimAudit.Engine.Tests;

/// <summary>Parameters that are lists of words or of days.</summary>
public sealed class WordParameterTests
{
    private static readonly Guid Account = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly RuleParameter Words = RuleParameter.Words("words", "all", "some words");
    private static readonly RuleParameter Days = RuleParameter.Days("days", "some days");

    [TestCase("2026-09-30", true)]
    [TestCase("2026-09-30/aaaaaaaa-0000-4000-8000-000000000001", true)]
    [TestCase("30.9.2026", false)]
    [TestCase("2026-02-30", false)]
    [TestCase("2026-09-30T00:00:00Z", false)]
    [TestCase("2026-09-30/Glass 1", false)]
    [TestCase("2026-09-30/aaaaaaaa-0000-4000-8000-000000000001/x", false)]
    [TestCase("", false)]
    public void A_day_is_written_in_one_way(string text, bool isDay) =>
        Assert.That(ParameterValues.Problem(Days, [text]) is null, Is.EqualTo(isDay));

    [Test]
    public void No_days_are_fine() => Assert.That(ParameterValues.Problem(Days, []), Is.Null);

    [Test]
    public void Reads_days_for_everybody_and_for_one_object() =>
        Assert.That(
            Of(Days, "2026-09-30", $"2026-10-01/{Account:D}").Days("days"),
            Is.EquivalentTo(
                new[]
                {
                    new DeclaredDay(new DateOnly(2026, 9, 30), ObjectId: null),
                    new DeclaredDay(new DateOnly(2026, 10, 1), Account),
                }
            )
        );

    [TestCase("2026-09-30T00:00:00Z", true)]
    [TestCase("2026-09-30T23:59:59Z", true)]
    [TestCase("2026-10-01T01:00:00+02:00", true)]
    [TestCase("2026-10-01T00:00:00Z", false)]
    [TestCase("2026-09-29T23:59:59Z", false)]
    public void A_day_is_a_day_in_utc(string moment, bool covers) =>
        Assert.That(
            new DeclaredDay(new DateOnly(2026, 9, 30), ObjectId: null).Covers(
                DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture),
                Account
            ),
            Is.EqualTo(covers)
        );

    [Test]
    public void Words_are_the_same_whatever_their_case() =>
        Assert.That(Of(Words, "StaleSignIn", "stalesignin").Words("words"), Has.Count.EqualTo(1));

    [Test]
    public void Words_have_a_default() =>
        Assert.That(ParameterValues.Of([Words]).Words("words"), Is.EqualTo(new[] { "all" }));

    [TestCase("")]
    [TestCase(" ")]
    public void A_blank_word_is_a_problem(string word) =>
        Assert.That(
            ParameterValues.Problem(Words, ["a", word]),
            Is.EqualTo("must be a list of words, none of them blank")
        );

    private static ParameterValues Of(RuleParameter parameter, params string[] values) =>
        ParameterValues.Of(
            [parameter],
            new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [parameter.Name] = [.. values] }
        );
}
