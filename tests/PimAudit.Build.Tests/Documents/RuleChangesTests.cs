using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Build.Tests;

/// <summary>The changelog follows the catalogue, and leaves alone what was said of older versions.</summary>
public sealed class RuleChangesTests
{
    [Test]
    public void A_rule_that_no_version_names_is_new_in_the_newest() =>
        Assert.That(
            RuleChanges.In(
                "# Log\n\n## 0.2\n\n### Rules\n\n- PIM101 PlainRule: new, High\n\n## 0.1\n",
                [Rule("PIM101"), Rule("PIM102")]
            ),
            Is.EqualTo(
                "# Log\n\n## 0.2\n\n### Rules\n\n- PIM101 PlainRule: new, High\n- PIM102 PlainRule: new, High\n\n## 0.1\n"
            )
        );

    [Test]
    public void A_list_without_a_rule_gets_its_first() =>
        Assert.That(
            RuleChanges.In("## 0.2\n\n### Rules\n\n## 0.1\n", [Rule("PIM101")]),
            Is.EqualTo("## 0.2\n\n### Rules\n\n- PIM101 PlainRule: new, High\n\n## 0.1\n")
        );

    [Test]
    public void Another_severity_than_an_older_version_gave_is_said_in_the_newest() =>
        Assert.That(
            RuleChanges.In(
                "## 0.2\n\n### Rules\n\n## 0.1\n\n### Rules\n\n- PIM101 PlainRule: new, Low\n",
                [Rule("PIM101")]
            ),
            Does.StartWith("## 0.2\n\n### Rules\n\n- PIM101 PlainRule: was Low, High\n")
                .And.EndsWith("- PIM101 PlainRule: new, Low\n")
        );

    [TestCase("- PIM101 PlainRule: new, Low\n", "- PIM101 PlainRule: new, High\n")]
    [TestCase("- PIM101 FormerName: counts guests too, High\n", "- PIM101 PlainRule: counts guests too, High\n")]
    public void A_line_of_the_newest_version_keeps_its_words(string before, string after) =>
        Assert.That(
            RuleChanges.In($"## 0.2\n\n### Rules\n\n{before}", [Rule("PIM101")]),
            Is.EqualTo($"## 0.2\n\n### Rules\n\n{after}")
        );

    [Test]
    public void What_an_older_version_says_rightly_is_not_said_again()
    {
        const string Log = "## 0.2\n\n### Rules\n\n## 0.1\n\n### Rules\n\n- PIM101 PlainRule: new, High\n";

        Assert.That(RuleChanges.In(Log, [Rule("PIM101")]), Is.EqualTo(Log));
    }

    [TestCase("# Log\n")]
    [TestCase("## 0.2\n\n## 0.1\n\n### Rules\n")]
    public void There_is_no_place_without_a_heading_in_the_newest_version(string log) =>
        Assert.That(RuleChanges.In(log, [Rule("PIM101")]), Is.Null);

    private static PlainRule Rule(string id) =>
        new(
            new(id, "Title", Severity.High, RuleInfo.BeyondThePractice, "Why.", SnapshotParts.RoleAssignments)
            {
                Source = "A source.",
            }
        );
}
