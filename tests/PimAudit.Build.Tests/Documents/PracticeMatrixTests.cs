using NUnit.Framework;
using PimAudit.Docs;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;

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
    public void No_line_of_the_document_is_left_without_a_rule_or_a_command() =>
        Assert.That(
            PracticeMatrix
                .Bare(Catalogue.All.ToDictionary(rule => rule.Info.Id, StringComparer.Ordinal))
                .Select(row => row.Line),
            Is.Empty
        );

    [Test]
    public void Every_rule_of_a_row_is_in_the_catalogue() =>
        Assert.That(
            PracticeRows
                .All.SelectMany(row => row.Rules)
                .Except(Catalogue.All.Select(rule => rule.Info.Id), StringComparer.Ordinal),
            Is.Empty
        );

    [Test]
    public void Every_line_that_a_rule_may_cite_has_a_row_at_its_place() =>
        Assert.That(
            PracticeLines.All.Where(line => !PracticeRows.All.Any(row => row.Id == line.Id)).Select(line => line.Id),
            Is.Empty
        );

    [Test]
    public void Every_row_is_cited_by_an_id_of_the_document_and_stands_once() =>
        Assert.That(
            PracticeRows.All.Select(row => row.Id).Distinct(),
            Is.EquivalentTo(PracticeLines.All.Select(line => line.Id).Append(PracticeRows.Overview))
        );

    [Test]
    public void Rows_stand_in_the_order_of_the_document() =>
        Assert.That(PracticeRows.All.Select(row => row.Line), Is.Ordered.And.Unique);

    [Test]
    public void A_rule_that_no_row_lists_joins_the_first_row_of_a_line_that_it_cites()
    {
        var rule = new PlainRule(new("PIM999", "Title", Severity.Low, "CFG-1", "Why.", SnapshotParts.RoleAssignments));
        var rules = new Dictionary<string, IRule>(StringComparer.Ordinal) { [rule.Info.Id] = rule };

        Assert.That(
            PracticeRows.All.Where(row =>
                PracticeMatrix.RulesOf(row, rules).Contains("PIM999", StringComparer.Ordinal)
            ),
            Is.EqualTo(new[] { PracticeRows.All.First(row => row.Id == "CFG-1") })
        );
    }

    [Test]
    public void Has_a_row_for_each_line_of_the_practice_in_its_order() =>
        Assert.That(
            Matrix.Where(line => line.Contains("(line ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]),
            Is.EqualTo(PracticeRows.All.Select(row => row.Id))
        );

    [Test]
    public void Names_rules_and_commands_of_a_line() =>
        Assert.That(
            Matrix.Where(line =>
                line.StartsWith("| DO-4", StringComparison.Ordinal)
                || line.StartsWith("| DONT-2", StringComparison.Ordinal)
            ),
            Is.EqualTo(
                new[]
                {
                    "| DO-4 (line 109) | Set appropriate activation durations (4-8 hours typical) | [PIM204 PlainRule](../rules/PimAudit.Rules/RoleSettings/PlainRule.md) (Medium) | `who-can` |",
                    "| DONT-2 (line 114) | Use non-role-assignable groups for role assignment | - | `graph` |",
                }
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
