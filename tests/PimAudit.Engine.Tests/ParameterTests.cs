using NUnit.Framework;

namespace PimAudit.Engine.Tests;

/// <summary>Parameters that hold pairs of roles, or one word of several.</summary>
public sealed class ParameterTests
{
    private const string One = "194ae4cb-b126-40b2-bd5b-6091b380977d";
    private const string Other = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";

    private static readonly RuleParameter Pairs = RuleParameter.Pairs("pairs", "roles kept apart");
    private static readonly RuleParameter Silence = RuleParameter.Choice(
        "silence",
        "any",
        "what silence means",
        "any",
        "keep"
    );

    [Test]
    public void There_are_no_pairs_unless_configured() =>
        Assert.That(ParameterValues.Of([Pairs]).Pairs("pairs"), Is.Empty);

    [TestCase($"{One}+{Other}")]
    [TestCase($"{Other} + {One}")]
    [TestCase("{194AE4CB-B126-40B2-BD5B-6091B380977D}+9B895D922CD344C79D02A6AC2D5EA5C3")]
    public void A_pair_is_two_ids_in_any_order(string written) =>
        Assert.That(
            (ParameterValues.Problem(Pairs, [written]), Given(Pairs, written, $"{One}+{Other}").Pairs("pairs")),
            Is.EqualTo(((string?)null, new[] { new RolePair(new(One), new(Other)) }))
        );

    [TestCase(One)]
    [TestCase($"{One}+{One}")]
    [TestCase($"{One}+{Other}+{Other}")]
    [TestCase($"{One}+Security Administrator")]
    [TestCase("")]
    public void What_is_no_pair_is_refused_and_told_how_to_write_one(string written) =>
        Assert.That(
            ParameterValues.Problem(Pairs, [$"{One}+{Other}", written]),
            Is.EqualTo("must be a list of pairs of two different role template ids, each pair written ID+ID")
        );

    [TestCase("keep", "keep")]
    [TestCase("KEEP", "keep")]
    public void A_choice_is_one_of_its_words(string written, string word) =>
        Assert.That(
            (ParameterValues.Problem(Silence, [written]), Given(Silence, written).Choice("silence")),
            Is.EqualTo(((string?)null, word))
        );

    [Test]
    public void The_default_of_a_choice_holds_unless_configured() =>
        Assert.That(ParameterValues.Of([Silence]).Choice("silence"), Is.EqualTo("any"));

    [TestCase("remove")]
    [TestCase("any", "keep")]
    [TestCase]
    public void Another_word_is_refused_and_the_words_are_told(params string[] written) =>
        Assert.That(ParameterValues.Problem(Silence, [.. written]), Is.EqualTo("must be one of any, keep"));

    [Test]
    public void A_parameter_is_asked_for_by_its_kind_alone() =>
        Assert.That(() => ParameterValues.Of([Silence]).Pairs("silence"), Throws.ArgumentException);

    private static ParameterValues Given(RuleParameter parameter, params string[] values) =>
        ParameterValues.Of(
            [parameter],
            new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>>
            {
                [parameter.Name] = [.. values],
            }
        );
}
