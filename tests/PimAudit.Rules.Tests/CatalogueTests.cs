using NUnit.Framework;
using PimAudit.Engine;

namespace PimAudit.Rules.Tests;

public sealed class CatalogueTests
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
    public void Is_ordered_by_id_and_names_no_rule_twice() =>
        Assert.That(
            Catalogue.All.Select(rule => rule.Info.Id),
            Is.EqualTo(Catalogue.All.Select(rule => rule.Info.Id).Distinct().Order(StringComparer.Ordinal))
        );

    [Test]
    public void Holds_every_rule_of_the_assembly() =>
        Assert.That(
            Catalogue.All.Select(rule => rule.Name),
            Is.EquivalentTo(
                typeof(Catalogue)
                    .Assembly.GetTypes()
                    .Where(type => typeof(IRule).IsAssignableFrom(type))
                    .Select(type => type.Name)
            )
        );

    [Test]
    public void Says_why_in_at_most_45_words() =>
        Assert.That(
            Catalogue.All.Where(rule => rule.Info.Why.Split(' ').Length > 45).Select(rule => rule.Info.Id),
            Is.Empty
        );

    [Test]
    public void Has_a_source_for_every_rule() =>
        Assert.That(
            Catalogue.All.Where(rule => string.IsNullOrWhiteSpace(rule.Info.Source)).Select(rule => rule.Info.Id),
            Is.Empty
        );

    [Test]
    public void Has_a_page_for_every_rule_under_its_id_and_name() =>
        Assert.That(
            Catalogue.All.Select(rule => RulePages.Text(rule.Name).Split('\n')[0]),
            Is.EqualTo(Catalogue.All.Select(rule => $"# {rule.Info.Id} {rule.Name}"))
        );

    [Test]
    public void Every_page_has_all_sections_in_order() =>
        Assert.That(
            Catalogue
                .All.Select(rule => rule.Name)
                .Where(name =>
                    !RulePages
                        .Text(name)
                        .Split('\n')
                        .Where(line => line.StartsWith("## ", StringComparison.Ordinal) && line is not "## Examples")
                        .SequenceEqual(Sections, StringComparer.Ordinal)
                ),
            Is.Empty
        );
}
