using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Build.Tests;

public sealed class CrosswalkTests
{
    private static readonly PlainRule Longer = new(
        new("PIM204", "Too long", Severity.Medium, "DO-4, DONT-5", "Why.", SnapshotParts.None)
    );

    private static readonly PlainRule Bare = new(
        new("PIM603", "Dead", Severity.Low, RuleInfo.BeyondThePractice, "Why.", SnapshotParts.None)
        {
            Source = "A book",
        }
    );

    [Test]
    public void Goes_from_control_to_rules_and_back()
    {
        var whole = new ControlReference("Book", "1.1", "Shorten a|b", ControlMappings.Supports, "https://a");
        var part = whole with { Id = "1.2", Title = "Limit", Relation = ControlMappings.SupportsInPart };

        Assert.That(
            Crosswalk
                .Of([Bare, Longer], [new(whole, ["PIM204"]), new(part, ["PIM204", "PIM999"])])
                .Split('\n')
                .SkipWhile(line => line != "## Book"),
            Is.EqualTo(
                new[]
                {
                    "## Book",
                    "",
                    "| Control | Title | Rules |",
                    "|---|---|---|",
                    @"| [1.1](https://a) | Shorten a\|b | [PIM204 PlainRule](../rules/PimAudit.Rules/RoleSettings/PlainRule.md) |",
                    "| [1.2](https://a) | Limit | [PIM204 PlainRule](../rules/PimAudit.Rules/RoleSettings/PlainRule.md) (in part) |",
                    "",
                    "## By rule",
                    "",
                    "| Rule | Practice | Controls |",
                    "|---|---|---|",
                    "| [PIM204 PlainRule](../rules/PimAudit.Rules/RoleSettings/PlainRule.md) | DO-4, DONT-5 | Book 1.1<br>Book 1.2 (in part) |",
                    "| [PIM603 PlainRule](../rules/PimAudit.Rules/People/PlainRule.md) | ext | - |",
                    "",
                }
            )
        );
    }

    [Test]
    public void A_control_has_one_title_one_address_and_at_most_one_mapping_of_a_relation() =>
        Assert.That(
            ControlMappings
                .All.GroupBy(mapping => (mapping.Control.Framework, mapping.Control.Id))
                .Where(same =>
                    same.Select(mapping => (mapping.Control.Title, mapping.Control.Url)).Distinct().Count() > 1
                    || same.Select(mapping => mapping.Control.Relation).Distinct().Count() < same.Count()
                    || same.SelectMany(mapping => mapping.Rules).Distinct().Count()
                        < same.Sum(mapping => mapping.Rules.Length)
                )
                .Select(same => same.Key),
            Is.Empty
        );

    [Test]
    public void Every_address_is_one_and_every_rule_list_is_in_order() =>
        Assert.That(
            ControlMappings.All.Where(mapping =>
                !mapping.Control.Url.StartsWith("https://", StringComparison.Ordinal)
                || mapping.Rules.IsEmpty
                || !mapping.Rules.SequenceEqual(mapping.Rules.Order(StringComparer.Ordinal))
            ),
            Is.Empty
        );

    [Test]
    public void Every_rule_of_a_mapping_is_in_the_catalogue() =>
        Assert.That(
            ControlMappings
                .All.SelectMany(mapping => mapping.Rules)
                .Except(Catalogue.All.Select(rule => rule.Info.Id), StringComparer.Ordinal),
            Is.Empty
        );

    [Test]
    public void All_five_frameworks_are_there() =>
        Assert.That(
            ControlMappings.All.Select(mapping => mapping.Control.Framework).Distinct(),
            Is.EqualTo(
                new[]
                {
                    "CISA SCuBA",
                    "CIS Microsoft 365 v5",
                    "Microsoft Zero Trust Assessment",
                    "Maester",
                    "PIM alert",
                }
            )
        );
}
