using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Excel;

public sealed class AccessReviewTests
{
    private const string Review = "Access Review";

    private static readonly string[] Entries =
    [
        "Reviewer",
        "Decision",
        "Justification",
        "Decision date",
        "Ticket",
        "Applied by",
        "Applied date",
    ];

    [Test]
    public void Only_the_reviewer_columns_are_unlocked()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var unlocked = Book.Headers(book[Review])
            .Where(header => book.Column(Review, header).Any(cell => !cell.Style.Protection.Locked));

        Assert.That(unlocked, Is.EqualTo(Entries));
    }

    [Test]
    public void Every_cell_of_a_reviewer_column_is_unlocked_tinted_and_empty()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var cells = Entries.SelectMany(header => book.Column(Review, header)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(cells, Has.Count.EqualTo(Entries.Length * SampleResult.Contoso.Access.Length));
            Assert.That(
                cells.Where(cell =>
                    cell.Style.Protection.Locked
                    || cell.Style.Fill.BackgroundColor.Color.ToArgb() != unchecked((int)0xFFFFF9E0)
                    || !cell.IsEmpty()
                ),
                Is.Empty
            );
        });
    }

    [Test]
    public void The_head_and_what_is_below_the_table_stay_locked()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            new[] { book.Cell(Review, "Decision", -1), book.Cell(Review, "Decision", book.Count(Review)) }.Select(
                cell => cell.Style.Protection.Locked
            ),
            Is.All.True
        );
    }

    [Test]
    public void Protection_has_no_password_and_allows_filter_sort_and_column_width()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.SheetXml(Review),
            Does.Contain(
                "<x:sheetProtection sheet=\"1\" objects=\"1\" formatColumns=\"0\" sort=\"0\" autoFilter=\"0\" />"
            )
        );
    }

    [Test]
    public void Other_sheets_are_not_protected()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Sheets.Where(sheet => sheet.Protection.IsProtected).Select(sheet => sheet.Name),
            Is.EqualTo(new[] { Review })
        );
    }

    [Test]
    public void A_decision_is_one_of_four_words_and_a_date_not_before_the_snapshot()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book[Review].DataValidations.Select(rule => $"{rule.Ranges.Single()} {rule.AllowedValues} {rule.MinValue}"),
            Is.EquivalentTo(
                new[]
                {
                    "'Access Review'!L4:L36 List \"Keep,Revoke,Change,Unsure\"",
                    "'Access Review'!N4:N36 Date INT(Snapshot)",
                    "'Access Review'!Q4:Q36 Date INT(Snapshot)",
                }
            )
        );
    }

    [Test]
    public void The_second_row_and_the_sign_off_count_the_decisions_live()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.Multiple(() =>
        {
            Assert.That(
                book.SheetXml(Review),
                Does.Contain("<x:v>33 rows, 0 decided, 0 unsure, 33 undecided. Fill the yellow columns;")
            );
            Assert.That(
                book.SheetXml("Sign-off"),
                Does.Contain(
                    "<x:f>COUNTIFS('Access Review'!$AE$4:$AE$36,\"?*\",'Access Review'!$L$4:$L$36,\"\")</x:f><x:v>33</x:v>"
                )
            );
        });
    }

    [Test]
    public void Who_is_unsure_has_not_decided()
    {
        using var book = Book.Of(SampleResult.Contoso);
        book.Cell(Review, "Decision", 0).SetValue("Unsure");
        book.Cell(Review, "Decision", 1).SetValue("Keep");

        Assert.That(
            book[Review].Cell(2, 1).GetString(),
            Does.StartWith("33 rows, 1 decided, 1 unsure, 31 undecided. Fill the yellow columns;")
        );
    }

    [Test]
    public void The_sign_off_counts_what_was_decided()
    {
        using var book = Book.Of(SampleResult.Contoso);
        book.Cell(Review, "Decision", 0).SetValue("Revoke");
        book.Cell(Review, "Decision", 1).SetValue("Keep");
        book.Cell(Review, "Decision", 2).SetValue("Keep");

        Assert.That(
            Enumerable.Range(7, 5).Select(row => book["Sign-off"].Cell(row, 2).Value),
            Is.EqualTo(new object[] { 2d, 1d, 0d, 0d, 30d })
        );
    }

    [Test]
    public void Without_rows_there_is_nothing_undecided()
    {
        using var book = Book.Of(SampleResult.NothingEvaluated);

        Assert.Multiple(() =>
        {
            Assert.That(
                book[Review].Cell("A2").GetString(),
                Is.EqualTo("No row: no path to a role was seen. The sheet Coverage says what was read.")
            );
            Assert.That(book["Sign-off"].Cell("B11").GetString(), Is.EqualTo("0"));
        });
    }

    [Test]
    public void A_row_says_how_the_role_is_reached()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var paths = book.Texts(Review, "Principal").Zip(book.Texts(Review, "Path")).Zip(book.Texts(Review, "State"));

        Assert.That(
            paths
                .Select(row => $"{row.First.First}: {row.First.Second}: {row.Second}")
                .Where(row => StartsWith(row, "Dario", "Noor", "Ines", "Mira", "Yara", "Gil", "Marisol"))
                .Distinct(),
            Is.EqualTo(
                new[]
                {
                    "Dario Venn: Dario Venn → role: Active, Assigned",
                    "Noor Fairlie: → RAG - Global Admins ⇢ role: Eligible",
                    "Ines Falk: ⇢ RAG - Tenant Operations → role: Eligible member",
                    "Marisol Quaye: Marisol Quaye ⇢ role: Eligible",
                    "Yara Haddad: → RAG - SharePoint Admins → role: Active by group",
                    "Mira Solberg: → Service Desk Onsite ⇢ RAG - Helpdesk Admins → role: Eligible member",
                    "Gil Ferrer: ⇢ owner of RAG - Helpdesk Admins → role: Owner could add himself",
                }
            )
        );
    }

    [Test]
    public void The_findings_make_the_recommendation()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var rows = book.Texts(Review, "Principal")
            .Zip(book.Texts(Review, "Recommendation"), book.Texts(Review, "Reason"))
            .Select(row => $"{row.First}: {row.Second}, {row.Third}");

        Assert.That(
            rows.Where(row => StartsWith(row, "Dario", "emergency-access-1", "Ines", "hr-", "Marisol", "Mira", "Lena")),
            Is.EqualTo(
                new[]
                {
                    "Dario Venn: Revoke, PIM101 PermanentActiveAssignment",
                    "emergency-access-1: Keep, declared emergency account",
                    "Ines Falk: Change, PIM203 ApprovalNotRequired",
                    "hr-provisioning: Keep, waived to 2027-03-31",
                    "Marisol Quaye: Review, no finding of medium weight or above",
                    "Mira Solberg: Change, PIM301 GroupNotRoleAssignable",
                    "Mira Solberg: Review, no finding of medium weight or above",
                    "Lena Brandt: Revoke, PIM103 PermanentMemberOfJustInTimeGroup",
                }
            )
        );
    }

    [TestCase(Severity.Low, "Review")]
    [TestCase(Severity.Medium, "Revoke")]
    public void A_light_finding_recommends_nothing(Severity severity, string word)
    {
        var finding = SampleResult.Contoso.Findings[0];
        using var book = Book.Of(SampleResult.Contoso with { Findings = [finding with { Severity = severity }] });

        Assert.That(book.Cell(Review, "Recommendation").GetString(), Is.EqualTo(word));
    }

    [Test]
    public void A_resolved_finding_recommends_nothing()
    {
        var finding = SampleResult.Contoso.Findings[0] with { Status = FindingStatus.Resolved };
        using var book = Book.Of(SampleResult.Contoso with { Findings = [finding] });

        Assert.That(book.Cell(Review, "Recommendation").GetString(), Is.EqualTo("Review"));
    }

    [Test]
    public void An_account_that_was_not_read_is_not_taken_for_disabled()
    {
        var row = SampleResult.Contoso.Access[0];
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Access =
                [
                    row with
                    {
                        PrincipalEnabled = true,
                    },
                    row with
                    {
                        PrincipalEnabled = false,
                    },
                    row with
                    {
                        PrincipalEnabled = null,
                    },
                ],
            }
        );

        Assert.That(book.Texts(Review, "Account"), Is.EqualTo(new[] { "enabled", "disabled", "not read" }));
    }

    private static bool StartsWith(string row, params string[] names) =>
        names.Any(name => row.StartsWith(name, StringComparison.Ordinal));
}
