using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

public sealed class HistoryTests
{
    private static readonly Lazy<Plain> Later = new(() =>
        Plain.Of(ExcelReport.Write(SampleHistory.Contoso, Book.Facts))
    );

    private static readonly Lazy<Plain> First = new(() =>
        Plain.Of(ExcelReport.Write(SampleResult.Contoso with { Findings = [] }, Book.Facts))
    );

    [Test]
    public void Changes_say_before_and_after_when_and_by_whom() =>
        Assert.That(
            Rows("Changes", "Class", "Change", "Object", "Before", "After", "When (UTC)", "By"),
            Is.EqualTo(
                new[]
                {
                    "Access|Made standing|Dario Venn|eligible|standing, permanent|46224.25|Noor Fairlie",
                    "Setting|Altered|Exchange Administrator|not there|10 h 30 min|not told|not told",
                    "Group|Not confirmed|Service Desk Onsite|2|not read|not told|not told",
                    "Waiver|Lost|PIM101|until 2026-08-31|gone|not told|not told",
                }
            )
        );

    [Test]
    public void A_first_run_says_that_there_is_nothing_to_compare_with() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                First.Value["Changes", "A2"],
                Is.EqualTo("First run: there is no earlier one to compare with.")
            );
            Assert.That(First.Value.All, Has.Member("The findings were compared with nothing: no baseline was given."));
            Assert.That(First.Value.Sheets, Has.No.Member("Reviews"));
        });

    [Test]
    public void A_run_without_a_difference_is_no_first_run() =>
        Assert.That(
            Plain.Of(ExcelReport.Write(SampleHistory.Contoso with { Changes = [] }, Book.Facts))["Changes", "A2"],
            Is.EqualTo("Nothing is different from the run of 2026-07-01.")
        );

    [Test]
    public void The_summary_draws_comparable_runs_and_says_which_are_not() =>
        Assert.That(
            Summary("Trend of open findings").Take(5),
            Is.EqualTo(
                new[]
                {
                    "Trend of open findings||",
                    "2026-01-01|–|not comparable: judged under another profile",
                    $"2026-04-01|40|{new string('█', 30)} 4 critical, 12 high, 24 medium and below; 5 rules not evaluated",
                    "2026-07-01|2|█ 0 critical, 2 high, 0 medium and below; 1 rule not evaluated",
                    $"2026-10-01|10|{new string('█', 7)} 2 critical, 3 high, 5 medium and below; 4 rules not evaluated",
                }
            )
        );

    [Test]
    public void The_summary_counts_new_and_resolved_changes_and_what_is_still_there() =>
        Assert.That(
            Summary("New and resolved").Take(7),
            Is.EqualTo(
                new[]
                {
                    "New and resolved||",
                    "New|1|not in the baseline of 2026-07-01, or heavier than there",
                    "Accepted|1|in the baseline of 2026-07-01, and found again",
                    "Not confirmed|0|in the baseline of 2026-07-01, and could not be looked at again",
                    "Resolved|0|in the baseline of 2026-07-01, and gone",
                    "Changes|4|since 2026-07-01, in access, settings, groups and waivers: the sheet Changes",
                    "Revoked, still there|1|of 5 rows of earlier reviews: the sheet Reviews",
                }
            )
        );

    [Test]
    public void A_review_that_came_back_says_what_became_of_it() =>
        Assert.That(
            Rows("Reviews", "Principal", "Decision", "Outcome", "Own access"),
            Is.EqualTo(
                new[]
                {
                    "Dario Venn|Revoke|revoked in 2026-Q3, still there|no",
                    "Noor Fairlie|Keep|kept in 2026-Q3|yes",
                    "Jorun Wexley|undecided|overdue since the end of 2026-Q3|no",
                    "Piet Achterberg|Change|to be changed in 2026-Q3, could not be looked at again|no",
                    "Ana Coutinho|Revoke|revoked in 2026-Q3, gone|no",
                }
            )
        );

    [Test]
    public void A_finding_of_the_baseline_has_an_age_and_no_other_is_said_to_be_young()
    {
        var dated = SampleHistory.Contoso with { Findings = SampleHistory.Contoso.Findings[..2] };

        Assert.That(
            Rows(Plain.Of(ExcelReport.Write(dated, Book.Facts)), "Findings", "First seen (UTC)", "Age (days)"),
            Is.EquivalentTo(new[] { "46204|92", "not in baseline|" })
        );
    }

    [Test]
    public void A_history_without_a_baseline_tells_the_age_too()
    {
        var dated = Plain.Of(
            ExcelReport.Write(SampleHistory.Contoso with { Findings = Known, Baseline = null }, Book.Facts)
        );

        Assert.That(
            Rows(dated, "Findings", "First seen (UTC)", "Age (days)"),
            Is.EquivalentTo(new[] { "46204|92", "not known|" })
        );
    }

    [Test]
    public void A_finding_that_could_not_be_looked_at_again_says_so_without_a_baseline_too()
    {
        var doubted = Plain.Of(
            ExcelReport.Write(
                SampleHistory.Contoso with
                {
                    Findings = [Known[0] with { BaselinedAs = null, NotConfirmed = "The list was refused." }],
                    Baseline = null,
                },
                Book.Facts
            )
        );

        Assert.That(
            Rows(doubted, "Findings", "Baseline"),
            Is.EqualTo(new[] { "not confirmed: The list was refused." })
        );
    }

    private static ImmutableArray<Finding> Known => SampleHistory.Contoso.Findings[..2];

    private static List<string> Rows(string sheet, params string[] headers) => Rows(Later.Value, sheet, headers);

    private static List<string> Rows(Plain plain, string sheet, params string[] headers)
    {
        var columns = headers.Select(header => plain.Column(sheet, header)).ToList();
        return
        [
            .. Enumerable.Range(0, columns[0].Count).Select(row => string.Join('|', columns.Select(one => one[row]))),
        ];
    }

    private static IEnumerable<string> Summary(string from) =>
        Enumerable
            .Range(4, 80)
            .Select(row => string.Join('|', "ABC".Select(letter => Later.Value["Summary", $"{letter}{row}"])))
            .SkipWhile(line => !line.StartsWith(from, StringComparison.Ordinal));
}
