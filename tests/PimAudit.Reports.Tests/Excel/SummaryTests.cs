using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Tests.Excel;

public sealed class SummaryTests
{
    [Test]
    public void Opens_with_the_verdict_and_what_was_covered()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            Lines(book).Take(9),
            Is.EqualTo(
                Verdict
                    .Sentences(SampleResult.Contoso)
                    .Select(sentence => "||" + sentence)
                    .Prepend("Action needed||")
                    .Append("Coverage||16 of 20 rules evaluated.")
                    .Append($"Not judged||{Outside.Sentence}")
                    .Append("Snapshot (UTC)|10/01/2026 06:00:12|")
            )
        );
    }

    [Test]
    public void Counts_open_findings_and_outcomes_with_a_bar()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            Lines(book).SkipWhile(line => line is not "Open findings by severity||").Take(6),
            Is.EqualTo(
                new[]
                {
                    "Open findings by severity||",
                    "Critical|2|" + new string('█', 33),
                    "High|3|" + new string('█', 50),
                    "Medium|3|" + new string('█', 50),
                    "Low|1|" + new string('█', 16),
                    "Info|1|" + new string('█', 16),
                }
            )
        );
        Assert.That(
            Lines(book).SkipWhile(line => line is not "Outcome of 21 rules||").Take(8),
            Is.EqualTo(
                new[]
                {
                    "Outcome of 21 rules||",
                    "Pass|6|" + new string('█', 37),
                    "Fail|8|" + new string('█', 50),
                    "Waived|1|" + new string('█', 6),
                    "Not applicable|1|" + new string('█', 6),
                    "Not evaluated|4|" + new string('█', 25),
                    "Off|1|" + new string('█', 6),
                    "Pass rate|0.428571428571429|6 of 14 rules that pass or fail",
                }
            )
        );
    }

    [Test]
    public void Says_so_when_nothing_is_open()
    {
        using var book = Book.Of(SampleResult.Clean);

        Assert.Multiple(() =>
        {
            Assert.That(Lines(book)[0], Is.EqualTo("In order||"));
            Assert.That(Lines(book)[^1], Is.EqualTo("||None: no finding is open and nothing is missing."));
            Assert.That(
                book["Findings"].Cell("A2").GetString(),
                Does.Contain("No finding is open, 0 waived, 0 resolved.")
            );
            Assert.That(book.Texts("Findings", "Severity"), Is.EqualTo(new[] { "" }));
        });
    }

    [Test]
    public void Asks_for_the_two_gravest_matters_and_the_gravest_gap()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            Lines(book).SkipWhile(line => line is not "Decisions we ask for||").Skip(1),
            Is.EqualTo(
                new[]
                {
                    "Critical|PIM101|Dario Venn holds Global Administrator permanently. In Groups, add this account to "
                        + "RAG - Global Admins. (owner: Identity team)",
                    "Critical|PIM301|Service Desk Onsite leads to User Administrator without being role-assignable. "
                        + "In Groups, add this account to RAG - Global Admins. (owner: no owner named)",
                    "Coverage||Grant AccessReview.Read.All to the auditing application and scan again. "
                        + "(owner: whoever runs the audit)",
                }
            )
        );
    }

    [Test]
    public void No_pass_rate_where_no_rule_was_judged()
    {
        using var book = Book.Of(SampleResult.NothingEvaluated);

        Assert.That(Lines(book), Has.Member("Pass rate|none|0 of 0 rules that pass or fail"));
    }

    [Test]
    public void The_findings_are_listed_heaviest_first()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Findings", "Rule"),
            Is.EqualTo(
                new[]
                {
                    "PIM101",
                    "PIM301",
                    "PIM101",
                    "PIM103",
                    "PIM203",
                    "PIM608",
                    "PIM105",
                    "PIM105",
                    "PIM204",
                    "PIM309",
                    "PIM205",
                }
            )
        );
    }

    [Test]
    public void The_emergency_sheet_lists_checks_and_exempt_grants()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Emergency Access", "Check")
                .Zip(book.Texts("Emergency Access", "Outcome"))
                .Skip(6)
                .Select(row => $"{row.First}: {row.Second}"),
            Is.EqualTo(
                new[]
                {
                    "Is in the tenant: Not evaluated",
                    "Global Administrator, whole tenant: Exempt grant",
                    "Global Administrator, whole tenant: Exempt grant",
                }
            )
        );
    }

    [Test]
    public void The_architecture_lists_groups_then_holders_without_a_group()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Architecture", "Holder").Zip(book.Texts("Architecture", "People")).Skip(5).Take(3),
            Is.EqualTo(
                new[]
                {
                    ("RAG Reports Readers", "0 standing, 0 eligible, 0 activated"),
                    ("Dario Venn", "Active, Assigned, permanent"),
                    ("emergency-access-1", "Active, Assigned, permanent"),
                }
            )
        );
    }

    [Test]
    public void The_architecture_says_which_approach_the_document_gives_a_group()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Architecture", "Documented").Zip(book.Texts("Architecture", "Approach")).Take(6),
            Is.EqualTo(
                new[]
                {
                    ("Approach 1", "Approach 1"),
                    ("Approach 1", "Approach 1"),
                    ("Approach 1", "Standing"),
                    ("Approach 2", "Approach 2"),
                    ("", "Approach 2"),
                    ("", "Dormant"),
                }
            )
        );
    }

    [TestCase(true, "")]
    [TestCase(false, "none seen")]
    public void A_group_without_a_finding_is_blank_only_where_every_rule_could_judge(bool isComplete, string expected)
    {
        var result = isComplete ? SampleResult.Clean : SampleResult.NothingEvaluated;
        using var book = Book.Of(result with { Groups = SampleResult.Contoso.Groups[..1], Findings = [] });

        Assert.That(
            new[] { "Groups", "Architecture" }.Select(sheet => book.Texts(sheet, "Findings")[0]),
            Is.All.EqualTo(expected)
        );
    }

    [Test]
    public void Under_redacted_names_no_group_is_said_to_be_undocumented()
    {
        var run = SampleResult.Contoso.Run with { RedactionKey = "0123456789abcdef" };
        using var book = Book.Of(SampleResult.Contoso with { Run = run });

        Assert.That(book.Texts("Architecture", "Documented").Take(6), Is.All.EqualTo("redacted"));
    }

    [Test]
    public void Without_a_gap_three_matters_of_different_rules_are_asked_for()
    {
        var findings = SampleResult.Contoso.Findings;

        Assert.That(
            Decisions.Of(SampleResult.Clean with { Findings = findings }).Select(decision => decision.Finding!.RuleId),
            Is.EqualTo(new[] { "PIM101", "PIM301", "PIM103" })
        );
    }

    [Test]
    public void Provenance_carries_every_hash()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Provenance", "Value"),
            Is.SupersetOf(
                new[] { "result", "snapshot", "configuration", "profile" }.Select(SampleIds.Hash).Append("Confidential")
            )
        );
    }

    [Test]
    public void A_blind_rule_names_each_subject()
    {
        var rule = SampleResult.Contoso.Rules[0] with
        {
            Counts = new RuleCounts(Judged: 2, Findings: 2, Waived: 0, Blind: 1),
            Blind =
            [
                new BlindSubject(
                    SampleIds.HelpdeskAdmins,
                    SnapshotParts.GroupMembers,
                    MissingReason.Throttled,
                    "Graph answered 429."
                ),
            ],
        };
        using var book = Book.Of(SampleResult.Contoso with { Rules = [rule] });

        Assert.Multiple(() =>
        {
            Assert.That(book.Cell("Rules", "Blind").Value, Is.EqualTo(1));
            Assert.That(
                book.Cell("Rules", "Reason").GetString(),
                Is.EqualTo($"Blind on RAG - Helpdesk Admins ({SampleIds.HelpdeskAdmins.Id}): Graph answered 429.")
            );
        });
    }

    private static List<string> Lines(Book book)
    {
        var sheet = book["Summary"];
        return
        [
            .. Enumerable
                .Range(4, sheet.LastRowUsed().RowNumber() - 3)
                .Select(row =>
                    string.Join('|', Enumerable.Range(1, 3).Select(column => sheet.Cell(row, column).GetString()))
                ),
        ];
    }
}
