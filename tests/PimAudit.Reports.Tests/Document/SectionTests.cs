using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Tests.Pdf;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Tests.Document;

/// <summary>What sections hold, whoever prints them.</summary>
public sealed class SectionTests
{
    [Test]
    public void Without_an_earlier_run_changes_say_that_nothing_can_be_compared() =>
        Assert.That(
            Of(SampleResult.Clean, Anchors.Changes).Blocks.OfType<Paragraph>().Select(Words),
            Is.EqualTo([
                "No earlier run was given, so access, settings, groups and waivers are compared with nothing.",
                "No baseline and no earlier run was given, so no finding is called new or resolved.",
            ])
        );

    [Test]
    public void Without_a_difference_changes_say_so_and_how_far()
    {
        var table = Of(History.WithRuns(History.Earlier(3, critical: 2)), Anchors.Changes)
            .Blocks.OfType<DataTable>()
            .First();

        Assert.That(
            (table.Rows.Length, table.Empty),
            Is.EqualTo((0, "Access, settings, groups and waivers are as they were, as far as both runs read them."))
        );
    }

    [Test]
    public void Every_rule_that_was_not_evaluated_is_named_in_every_report_that_people_read()
    {
        var result = SampleResult.NothingEvaluated;
        var reports = new[]
        {
            PrintedReport.Of(result).Text,
            Html.ShownPage.Source(result),
            System.Text.Encoding.UTF8.GetString(Reports.Markdown.MarkdownReport.Write(result, PrintedReport.Facts)),
        };

        Assert.That(result.Rules, Has.Length.GreaterThan(6));
        Assert.That(
            reports.SelectMany(report =>
                result.Rules.Where(rule => !report.Contains(rule.Id, StringComparison.Ordinal)).Select(rule => rule.Id)
            ),
            Is.Empty
        );
    }

    [TestCase(6, false)]
    [TestCase(7, true)]
    public void Names_them_in_a_sentence_of_their_own_where_a_row_would_not(int count, bool isSaid)
    {
        var rules = SampleResult.NothingEvaluated.Rules;
        var some = SampleResult.NothingEvaluated with { Rules = [.. rules.Take(count)] };

        Assert.That(
            Of(some, Anchors.Coverage)
                .Blocks.OfType<Paragraph>()
                .Select(Words)
                .Any(text => text.StartsWith("Not evaluated are 7 rules in all: ", StringComparison.Ordinal)),
            Is.EqualTo(isSaid)
        );
    }

    [TestCase(30, 30, 0)]
    [TestCase(31, 30, 1)]
    public void Changes_are_capped_at_thirty(int count, int shown, int left)
    {
        var table = Of(History.WithChanges(count), Anchors.Changes).Blocks.OfType<DataTable>().First();

        Assert.That((table.Rows.Length, table.Left, table.Sheet), Is.EqualTo((shown, left, "Changes")));
    }

    [Test]
    public void What_opens_access_stands_before_what_closes_it()
    {
        var table = Of(History.WithChanges(3), Anchors.Changes).Blocks.OfType<DataTable>().First();

        Assert.That(
            table.Rows.Select(row => Words(row.Cells[0].Content)),
            Is.EqualTo(["Made standing|access", "Made standing|access", "Lost|access"])
        );
    }

    [Test]
    public void Under_redacted_names_no_documented_group_is_said_to_be_missing()
    {
        var plain = SampleResult.Contoso with { Groups = [] };
        var section = Of(
            plain with
            {
                Run = plain.Run with { RedactionKey = "0123456789abcdef" },
            },
            Anchors.Architecture
        );

        Assert.That(section.Lead, Does.EndWith("known by name alone, and names are redacted."));
        Assert.That(section.Blocks.OfType<Paragraph>().Select(Words), Has.None.Contain("not found by name"));
        Assert.That(
            Of(plain, Anchors.Architecture).Blocks.OfType<Paragraph>().Select(Words),
            Has.Some.Contain("not found by name")
        );
    }

    [Test]
    public void How_a_documented_group_is_built_is_not_said_where_it_was_not_read()
    {
        var group = SampleResult.Contoso.Groups.First(row => row.Group.DisplayName == "RAG - Exchange Admins");
        var section = Of(
            SampleResult.Contoso with
            {
                Groups = [group with { Approach = Approach.Unknown }],
            },
            Anchors.Architecture
        );

        Assert.That(section.Lead, Does.EndWith("none is built as described; how one is built was not read."));
    }

    [TestCase(PartStatus.Complete, "Documented, not found by name: RAG")]
    [TestCase(PartStatus.Refused, "Documented, not found by name in what was read: RAG")]
    public void A_documented_group_is_missing_as_far_as_the_assignments_were_read(PartStatus status, string expected)
    {
        var section = Of(
            SampleResult.Contoso with
            {
                Groups = [],
                Coverage =
                [
                    .. new[]
                    {
                        SnapshotParts.RoleAssignments,
                        SnapshotParts.ActiveAssignments,
                        SnapshotParts.EligibleAssignments,
                    }.Select(part =>
                        SampleResult.Contoso.Coverage[0] with
                        {
                            Part = part,
                            Status = part is SnapshotParts.EligibleAssignments ? status : PartStatus.Complete,
                        }
                    ),
                ],
            },
            Anchors.Architecture
        );

        Assert.That(section.Blocks.OfType<Paragraph>().Select(Words), Has.Some.StartsWith(expected));
    }

    [TestCase(true, "none")]
    [TestCase(false, "none seen")]
    public void No_finding_is_none_that_was_seen_where_a_rule_could_not_judge(bool isComplete, string expected)
    {
        var result = isComplete ? SampleResult.Clean : SampleResult.NothingEvaluated;
        var groups = Of(result with { Groups = SampleResult.Contoso.Groups[..1], Findings = [] }, Anchors.Architecture)
            .Blocks.OfType<DataTable>()
            .First();

        Assert.That(Words(groups.Rows.Single().Cells[^1].Content), Is.EqualTo(expected));
    }

    [Test]
    public void There_is_no_section_about_reviews_where_there_was_none() =>
        Assert.That(
            ReportDocument.Of(SampleResult.Contoso, PrintedReport.Facts).Sections.Select(section => section.Anchor),
            Has.None.EqualTo(Anchors.Reviews)
        );

    [Test]
    public void A_revocation_that_was_not_carried_out_stands_first_among_the_reviews()
    {
        var result = SampleResult.Contoso with
        {
            Reviews =
            [
                History.Reviewed("Noor Fairlie", ReviewDecision.Keep, ReviewState.Kept),
                History.Reviewed("Dario Venn", ReviewDecision.Revoke, ReviewState.StillThere),
                History.Reviewed("Ines Falk", ReviewDecision.None, ReviewState.Overdue),
            ],
        };

        var tables = Of(result, Anchors.Reviews).Blocks.OfType<DataTable>().Skip(1);

        Assert.That(
            tables.Select(table => $"{table.Title}: {Words(table.Rows.Single().Cells[0].Content)}"),
            Is.EqualTo([
                "Decided, and not done: revoked in 2026-Q3, still there",
                "Not decided: overdue since the end of 2026-Q3",
            ])
        );
    }

    [Test]
    public void Signatures_cover_the_decisions_that_came_back()
    {
        var result = SampleResult.Contoso with
        {
            Reviews =
            [
                History.Reviewed("Noor Fairlie", ReviewDecision.Keep, ReviewState.Kept),
                History.Reviewed("Ines Falk", ReviewDecision.None, ReviewState.Undecided),
            ],
        };

        Assert.That(
            Of(result, Anchors.SignOff)
                .Blocks.OfType<KeyFigures>()
                .Single()
                .Figures.Select(figure => figure.Figure + " " + figure.Label),
            Is.EqualTo(["2 rows issued,", "1 decisions returned,", "1 undecided,", "0 revoked or to change,"])
        );
    }

    [TestCase(RuleOutcome.Pass, "How roles are used is judged by PIM801, as far back as the audit log was read.")]
    [TestCase(RuleOutcome.NotEvaluated, "How roles are used could not be judged: PIM801 not evaluated.")]
    [TestCase(RuleOutcome.Off, "How roles are used is not judged: the rules about it are off.")]
    public void Says_what_is_true_about_the_use_of_roles(RuleOutcome outcome, string expected)
    {
        var result = SampleResult.Contoso with
        {
            Rules =
            [
                .. SampleResult.Contoso.Rules.Select(rule =>
                    rule.Id == "PIM801" ? rule with { Outcome = outcome } : rule
                ),
            ],
        };

        Assert.That(Use.Sentence(result), Is.EqualTo(expected));
    }

    [Test]
    public void The_trend_ends_with_this_run_and_marks_runs_under_another_profile()
    {
        var result = History.WithRuns(
            History.Earlier(6, critical: 4, profile: "another"),
            History.Earlier(3, critical: 3, notEvaluated: 2)
        );

        var chart = Of(result, Anchors.Summary)
            .Blocks.OfType<Beside>()
            .Select(pair => pair.Left)
            .OfType<TrendChart>()
            .Single();

        Assert.That(
            chart.Runs.Select(run => (run.Label, run.Critical, run.NotEvaluated, run.IsComparable)),
            Is.EqualTo([("2026-04-01", 4, 0, false), ("2026-07-01", 3, 2, true), ("2026-10-01", 2, 4, true)])
        );
    }

    [Test]
    public void A_waiver_that_covers_nothing_is_no_failure()
    {
        var waiver = SampleSettings.Waivers[0] with { State = WaiverState.Unused, Covered = 0 };
        var table = Of(SampleResult.Contoso with { Waivers = [waiver] }, Anchors.Waivers)
            .Blocks.OfType<DataTable>()
            .Single();

        Assert.That(
            table.Rows.Single().Cells[0].Content.Lines.SelectMany(line => line).OfType<OutcomeRun>().Single().Outcome,
            Is.EqualTo(RuleOutcome.NotApplicable)
        );
    }

    [Test]
    public void Finds_what_is_about_a_group_by_its_identity()
    {
        var source = new ReportSource(SampleResult.Contoso, PrintedReport.Facts);

        Assert.That(
            source.About.Group(SampleIds.HelpdeskAdmins).Select(finding => finding.RuleId),
            Is.EqualTo(["PIM103"])
        );
    }

    private static Section Of(AuditResult result, string anchor) =>
        ReportDocument.Of(result, PrintedReport.Facts).Sections.Single(section => section.Anchor == anchor);

    private static string Words(Paragraph paragraph) => Words(paragraph.Text);

    private static string Words(Rich rich) =>
        string.Join('|', rich.Lines.Select(line => string.Concat(line.OfType<TextRun>().Select(run => run.Text))));
}
