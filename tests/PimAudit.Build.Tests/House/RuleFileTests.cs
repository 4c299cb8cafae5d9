using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Rules;

namespace PimAudit.Build.Tests;

/// <summary>A rule is a class, a page and a test class in the folders of its family.</summary>
public sealed class RuleFileTests
{
    private static readonly ImmutableArray<(string Name, string Folder)> Rules =
    [
        .. Catalogue.All.Select(rule => (rule.Name, Family.Of(rule.Info.Id).Folder)),
    ];

    [Test]
    public void Every_rule_has_a_class_a_page_and_a_test_class_in_the_folders_of_its_family() =>
        Assert.That(
            Rules
                .SelectMany(rule =>
                    new[]
                    {
                        $"rules/PimAudit.Rules/{rule.Folder}/{rule.Name}.cs",
                        $"rules/PimAudit.Rules/{rule.Folder}/{rule.Name}.md",
                        $"tests/PimAudit.Rules.Tests/{rule.Folder}/{rule.Name}Tests.cs",
                    }
                )
                .Where(path => !Repository.Has(path)),
            Is.Empty
        );

    [Test]
    public void Every_page_is_of_a_rule() =>
        Assert.That(
            Repository.Files("*.md", "rules/PimAudit.Rules"),
            Is.EquivalentTo(Rules.Select(rule => $"rules/PimAudit.Rules/{rule.Folder}/{rule.Name}.md"))
        );

    [Test]
    public void No_page_keeps_a_line_of_the_scaffold()
    {
        var advice = Repository
            .Text("build/new-rule/Page.md.txt")
            .Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#') && !line.Contains('{', StringComparison.Ordinal))
            .Where(line => !IsFrame(line))
            .ToArray();

        Assert.That(advice, Has.Length.EqualTo(8));
        Assert.That(
            Rules
                .Where(rule => RulePages.Text(rule.Name).Split('\n').Intersect(advice, StringComparer.Ordinal).Any())
                .Select(rule => rule.Name),
            Is.Empty
        );
    }

    /// <summary>A line that the examples of every page may have.</summary>
    private static bool IsFrame(string line) =>
        line.StartsWith("```", StringComparison.Ordinal)
        || line.EndsWith(':')
        || line.TrimStart().StartsWith("users:", StringComparison.Ordinal);
}
