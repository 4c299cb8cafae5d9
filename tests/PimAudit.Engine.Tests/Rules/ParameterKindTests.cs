using NUnit.Framework;

namespace PimAudit.Engine.Tests;

/// <summary>What each kind of parameter accepts, holds and is by default.</summary>
public sealed class ParameterKindTests
{
    private const string Id = "194ae4cb-b126-40b2-bd5b-6091b380977d";

    private static readonly RuleParameter[] All =
    [
        RuleParameter.Number("number", 8, ""),
        RuleParameter.Flag("flag", standard: true, ""),
        RuleParameter.Ids("ids", "", new Guid(Id), Guid.Empty),
        RuleParameter.Pattern("pattern", "^RAG{1,2} - .+, .+$", ""),
        RuleParameter.Roles("roles", "privileged", ""),
        RuleParameter.Pairs("pairs", ""),
        RuleParameter.Choice("choice", "a, b", "", "a, b", "c"),
        RuleParameter.Words("words", "one, two", ""),
        RuleParameter.Days("days", ""),
    ];

    [Test]
    public void A_default_list_is_split_at_commas_and_a_single_value_is_not() =>
        Assert.That(
            ParameterValues.Of(All).AsWritten.Select(pair => (pair.Key, string.Join('|', pair.Value))),
            Is.EqualTo([
                ("choice", "a, b"),
                ("days", ""),
                ("flag", "true"),
                ("ids", $"{Id}|{Guid.Empty:D}"),
                ("number", "8"),
                ("pairs", ""),
                ("pattern", "^RAG{1,2} - .+, .+$"),
                ("roles", "privileged"),
                ("words", "one|two"),
            ])
        );

    [TestCase(true)]
    [TestCase(false)]
    public void A_flag_is_what_it_is_by_default(bool standard) =>
        Assert.That(ParameterValues.Of([RuleParameter.Flag("flag", standard, "")]).Flag("flag"), Is.EqualTo(standard));

    /// <summary>Each question is asked of every parameter; only that of its own kind is answered.</summary>
    [Test]
    public void A_parameter_answers_to_its_own_kind_alone()
    {
        var values = ParameterValues.Of(All);
        var questions = new Dictionary<string, Action<string>>(StringComparer.Ordinal)
        {
            ["number"] = name => values.Number(name),
            ["flag"] = name => values.Flag(name),
            ["ids"] = name => values.Ids(name),
            ["pattern"] = name => values.Pattern(name),
            ["roles"] = name => values.Roles(name),
            ["pairs"] = name => values.Pairs(name),
            ["choice"] = name => values.Choice(name),
            ["words"] = name => values.Words(name),
            ["days"] = name => values.Days(name),
        };

        Assert.That(
            from question in questions
            from parameter in All
            where Answers(question.Value, parameter.Name)
            select (question.Key, parameter.Name),
            Is.EqualTo(questions.Keys.Select(name => (name, name)))
        );
    }

    [Test]
    public void A_parameter_that_the_rule_does_not_declare_has_no_answer() =>
        Assert.That(
            () => ParameterValues.Of(All).Number("other"),
            Throws.ArgumentException.With.Message.StartsWith("The rule declares no Number named 'other'.")
        );

    [TestCase("held", true)]
    [TestCase("privileged", true)]
    [TestCase("all", true)]
    [TestCase(Id, true)]
    [TestCase("listed", false)]
    [TestCase("some", false)]
    public void Roles_are_a_width_or_ids(string written, bool isFine) =>
        Assert.That(IsFine("roles", written), Is.EqualTo(isFine));

    [Test]
    public void Roles_are_one_width_or_ids_alone_and_never_none() =>
        Assert.That(
            new[]
            {
                IsFine("roles", Id, Id),
                IsFine("roles", Id, "all"),
                IsFine("roles", "held", "all"),
                IsFine("roles"),
            },
            Is.EqualTo([true, false, false, false])
        );

    [TestCase("privileged", RoleWidth.Privileged, 0)]
    [TestCase("all", RoleWidth.All, 0)]
    [TestCase(Id, RoleWidth.Listed, 1)]
    public void What_roles_say_is_read_as_a_width_or_a_list(string written, RoleWidth width, int listed)
    {
        var choice = RoleChoice.Parse([written]);

        Assert.That((choice.Width, choice.Listed.Count), Is.EqualTo((width, listed)));
    }

    [Test]
    public void Every_id_of_a_list_must_be_one() =>
        Assert.That(
            new[] { IsFine("ids"), IsFine("ids", Id), IsFine("ids", Id, "Ada"), IsFine("ids", "Ada", Id) },
            Is.EqualTo([true, true, false, false])
        );

    [Test]
    public void A_number_is_one_whole_number_from_zero() =>
        Assert.That(
            new[]
            {
                IsFine("number", "0"),
                IsFine("number", "1.5"),
                IsFine("number", "+1"),
                IsFine("number", "99999999999"),
                IsFine("number", "1", "2"),
                IsFine("number"),
            },
            Is.EqualTo([true, false, false, false, false, false])
        );

    [Test]
    public void A_day_for_one_object_covers_that_object_alone()
    {
        var moment = new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);
        var day = DeclaredDay.Parse($"2026-09-30/{Id}")!;

        Assert.That(
            (
                day.Covers(moment, new Guid(Id)),
                day.Covers(moment, Guid.Empty),
                day.Covers(moment.AddDays(1), new Guid(Id))
            ),
            Is.EqualTo((true, false, false))
        );
    }

    private static bool IsFine(string name, params string[] written) =>
        ParameterValues.Problem(All.Single(one => one.Name == name), [.. written]) is null;

    private static bool Answers(Action<string> question, string name)
    {
        try
        {
            question(name);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
