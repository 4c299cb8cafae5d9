using NUnit.Framework;

namespace PimAudit.Rules.Tests;

public sealed class RulePagesTests
{
    private static readonly string[] Sections =
    [
        "## Why",
        "## What is checked",
        "## How to fix",
        "## When to waive",
        "## Sources",
    ];

    [Test]
    public void Every_rule_has_a_page_under_its_id_and_name() =>
        Assert.That(
            Catalogue.All.Select(rule => RulePages.Text(rule.Name).Split('\n')[0]),
            Is.EqualTo(Catalogue.All.Select(rule => $"# {rule.Info.Id} {rule.Name}"))
        );

    [Test]
    public void Every_page_has_the_same_sections_in_the_same_order() =>
        Assert.That(
            Catalogue
                .All.Where(rule => !SectionsOf(rule.Name).SequenceEqual(Sections, StringComparer.Ordinal))
                .Select(rule => rule.Info.Id),
            Is.Empty
        );

    [Test]
    public void A_name_that_no_rule_has_is_an_error_that_repeats_it() =>
        Assert.That(() => RulePages.Text("NoSuchRule"), Throws.ArgumentException.With.Message.Contains("'NoSuchRule'"));

    /// <summary>Examples, where a page has them, come last; 'rules test' runs them.</summary>
    private static IEnumerable<string> SectionsOf(string ruleName)
    {
        var sections = RulePages
            .Text(ruleName)
            .Split('\n')
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        return sections is [.. var others, "## Examples"] ? others : sections;
    }
}
