using NUnit.Framework;

namespace PimAudit.Cli.Tests.OwnRules;

public sealed class BoundedYamlTests
{
    [TestCase("a: 1\nb: [x, { c: d }]\n", null)]
    [TestCase("", null)]
    [TestCase("a: &x 1\nb: *x\n", "line 1: the file uses an anchor or an alias")]
    [TestCase("a: !!binary abcd\n", "line 1: the file uses a tag")]
    [TestCase("a: [", "the file is no YAML")]
    [TestCase("a: \0", "the file is no text")]
    public void A_text_is_looked_through_before_anything_is_made_of_it(string text, string? expected)
    {
        var problem = BoundedYaml.Problem(text)?.ToString();

        Assert.That(problem, expected is null ? Is.Null : Does.Contain(expected));
    }

    [Test]
    public void Depth_size_and_number_are_bounded()
    {
        var deep = new string('[', 5000);
        var many = string.Concat(Enumerable.Repeat("- a\n", 25_000));
        var long_ = new string('a', BoundedYaml.MostLetters + 1);

        Assert.That(BoundedYaml.Problem(deep)?.What, Does.Contain("nested too deeply"));
        Assert.That(BoundedYaml.Problem(many)?.What, Does.Contain("too many values"));
        Assert.That(BoundedYaml.Problem(long_)?.What, Does.Contain("at most"));
        Assert.That(
            BoundedYaml.Problem(string.Concat(Enumerable.Repeat("[", 14)) + string.Concat(Enumerable.Repeat("]", 14))),
            Is.Null
        );
    }
}
