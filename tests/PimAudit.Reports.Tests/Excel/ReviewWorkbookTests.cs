using ClosedXML.Excel;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

public sealed class ReviewWorkbookTests
{
    private static readonly ReviewIssue Issue = new("2026-Q4", new DateOnly(2026, 10, 31));

    /// <summary>The highest role is Noor Fairlie's to review, application access Owen Pell's, the rest nobody's.</summary>
    private static readonly AuditResult Result = SampleResult.Contoso with
    {
        Access =
        [
            .. SampleResult.Contoso.Access.Select(row =>
                row with
                {
                    Reviewer =
                        row.Role == SampleIds.GlobalAdmin ? "Noor Fairlie"
                        : row.Principal.Kind is ObjectKind.ServicePrincipal ? "Owen Pell"
                        : null,
                }
            ),
        ],
    };

    [Test]
    public void Whoever_has_rows_is_a_reviewer() =>
        Assert.That(
            ExcelReport.Reviewers(Result),
            Is.EqualTo(new[] { "Noor Fairlie", "Owen Pell", ReviewNames.Unassigned })
        );

    [Test]
    public void Each_row_stands_in_exactly_one_extract()
    {
        var keys = ExcelReport
            .Reviewers(Result)
            .SelectMany(reviewer => Of(reviewer).Column("Access Review", ReviewNames.RowKey));

        Assert.That(keys, Is.EquivalentTo(Result.Access.Select(row => row.Key)));
    }

    [Test]
    public void An_extract_holds_a_cover_and_the_rows_of_its_reviewer_alone()
    {
        var extract = Of("Owen Pell");

        Assert.Multiple(() =>
        {
            Assert.That(extract.Sheets, Is.EqualTo(new[] { "Cover", "Access Review" }));
            Assert.That(extract.Column("Access Review", "Principal"), Is.EqualTo(new[] { "hr-provisioning" }));
            Assert.That(extract.Column("Access Review", "Reviewer"), Is.EqualTo(new[] { "Owen Pell" }));
            Assert.That(extract.All, Has.None.Contains("Dario Venn"));
        });
    }

    [Test]
    public void Without_a_reviewer_every_row_is_there() =>
        Assert.That(
            Plain.Of(ExcelReport.WriteReview(Result, Book.Facts, Issue)).Column("Access Review", ReviewNames.RowKey),
            Is.EqualTo(Result.Access.Select(row => row.Key))
        );

    [TestCase(ReviewNames.Review, "2026-Q4")]
    [TestCase(ReviewNames.Reviewer, "Owen Pell")]
    [TestCase(ReviewNames.Tenant, "1352ee0a-fba2-499c-bbf6-20471ed269dc")]
    [TestCase(ReviewNames.Run, "7f3a91c2ae784aa1")]
    public void The_cover_tells_by_a_name_what_was_issued(string name, string value)
    {
        using var book = Opened("Owen Pell");

        Assert.That(book.NamedRange(name).Ranges.Single().FirstCell().GetString(), Is.EqualTo(value));
    }

    [Test]
    public void The_cover_tells_the_last_day_as_a_date_and_the_hash_of_the_result()
    {
        using var book = Opened("Owen Pell");

        Assert.Multiple(() =>
        {
            Assert.That(
                book.NamedRange(ReviewNames.DueOn).Ranges.Single().FirstCell().Value,
                Is.EqualTo(new DateTime(2026, 10, 31))
            );
            Assert.That(
                book.NamedRange(ReviewNames.Result).Ranges.Single().FirstCell().GetString(),
                Is.EqualTo(Book.Facts.ResultSha256)
            );
            Assert.That(book.NamedRange(ReviewNames.Table).Ranges.Single().RowCount(), Is.EqualTo(2));
            Assert.That(
                book.Worksheet("Cover").Cell("A2").GetString(),
                Does.EndWith("1 row to decide by 2026-10-31 (UTC).")
            );
        });
    }

    [TestCase("Owen Pell")]
    [TestCase("nobody of that name")]
    [TestCase(null)]
    public void Is_valid_for_Office_and_the_same_each_time(string? reviewer)
    {
        var workbook = ExcelReport.WriteReview(Result, Book.Facts, Issue, reviewer);

        Assert.Multiple(() =>
        {
            Assert.That(Validated.Errors(workbook), Is.Empty);
            Assert.That(ExcelReport.WriteReview(Result, Book.Facts, Issue, reviewer), Is.EqualTo(workbook));
        });
    }

    private static Plain Of(string reviewer) => Plain.Of(ExcelReport.WriteReview(Result, Book.Facts, Issue, reviewer));

    private static XLWorkbook Opened(string reviewer) =>
        new(new MemoryStream(ExcelReport.WriteReview(Result, Book.Facts, Issue, reviewer)));
}
