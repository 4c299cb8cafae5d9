using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Build.Tests;

public sealed class PracticeMatrixTests
{
    private static readonly PlainRule Longer = new(
        new("PIM204", "Too long", Severity.Medium, "DO-4, DONT-5", "Why.", SnapshotParts.None)
    );

    private static readonly PlainRule Beyond = new(
        new("PIM603", "Dead", Severity.Low, RuleInfo.BeyondThePractice, "Why.", SnapshotParts.None)
        {
            Source = "A book",
        }
    );

    private static readonly string[] Matrix = PracticeMatrix.Of([Beyond, Longer]).Split('\n');

    [Test]
    public void Has_a_row_for_each_line_of_the_practice_in_its_order() =>
        Assert.That(
            Matrix.Where(line => line.Contains("(line ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]),
            Is.EqualTo(PracticeLines.All.Select(line => line.Id))
        );

    [Test]
    public void Names_the_rules_of_a_line_and_says_where_there_is_none() =>
        Assert.That(
            Matrix.Where(line =>
                line.StartsWith("| DO-4", StringComparison.Ordinal)
                || line.StartsWith("| DO-5", StringComparison.Ordinal)
            ),
            Is.EqualTo(
                new[]
                {
                    "| DO-4 (line 109) | Do | Set appropriate activation durations (4-8 hours typical) | [PIM204 PlainRule](../rules/PimAudit.Rules/RoleSettings/PlainRule.md) (Medium) |",
                    "| DO-5 (line 110) | Do | Maintain two break-glass accounts outside PIM | **no rule** |",
                }
            )
        );

    [Test]
    public void Counts_the_lines_with_a_rule_and_names_the_others() =>
        Assert.That(
            Matrix.Single(line => line.StartsWith("A rule enforces", StringComparison.Ordinal)),
            Is.EqualTo(
                "A rule enforces 2 of 24 lines. No rule enforces DO-1, DO-2, DO-3, DO-5, DO-6, DONT-1, DONT-2, DONT-3, "
                    + "DONT-4, CFG-0, CFG-1, CFG-2, CFG-3, CFG-4, APP-1, APP-2, ACT, TRB-1, TRB-2, TRB-3, TRB-4, ARCH."
            )
        );

    [Test]
    public void Lists_a_rule_beyond_the_practice_with_its_source() =>
        Assert.That(
            Matrix.SkipWhile(line => line != "## Beyond the practice").Skip(4),
            Is.EqualTo(
                new[]
                {
                    "| [PIM603 PlainRule](../rules/PimAudit.Rules/People/PlainRule.md) (Low) | Dead | A book |",
                    "",
                }
            )
        );
}
