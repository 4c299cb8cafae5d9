using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Build.Tests;

public sealed class RuleIndexTests
{
    [Test]
    public void Lists_a_rule_with_its_page_severity_practice_parameters_and_needs()
    {
        var rule = new PlainRule(
            new(
                "PIM204",
                "Longer than a|b",
                Severity.Medium,
                "DO-4, DONT-5",
                "Why.",
                SnapshotParts.RoleSettings | SnapshotParts.Principals
            )
            {
                Parameters = [RuleParameter.Number("maxHours", 8, "hours"), RuleParameter.Ids("allow", "whom")],
            }
        );

        Assert.That(
            RuleIndex.Of([rule]).Split('\n').SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)),
            Is.EqualTo(
                new[]
                {
                    "## Role settings",
                    "",
                    "| Rule | Reports | Severity | Practice | Parameters (default) | Needs |",
                    "|---|---|---|---|---|---|",
                    @"| [PIM204 PlainRule](PimAudit.Rules/RoleSettings/PlainRule.md) | Longer than a\|b | Medium | DO-4, DONT-5 | `maxHours` `8`: hours<br>`allow` none: whom | RoleSettings, Principals |",
                    "",
                }
            )
        );
    }

    [Test]
    public void Orders_families_and_ids_and_leaves_out_a_family_without_rules()
    {
        var index = RuleIndex.Of([Ruled("PIM901"), Ruled("PIM302"), Ruled("PIM301")]).Split('\n');

        Assert.That(
            index
                .Where(line =>
                    line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("| [", StringComparison.Ordinal)
                )
                .Select(line => line[..9]),
            Is.EqualTo(new[] { "## Groups", "| [PIM301", "| [PIM302", "## Covera", "| [PIM901" })
        );
    }

    [Test]
    public void Refuses_an_id_of_no_family() =>
        Assert.That(() => RuleIndex.Of([Ruled("PIM001")]), Throws.ArgumentException.With.Message.Contains("PIM001"));

    private static PlainRule Ruled(string id) =>
        new(new(id, "Title", Severity.Low, RuleInfo.BeyondThePractice, "Why.", SnapshotParts.None));
}
