using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>A report that cannot be understood is refused with the cell, never guessed.</summary>
public sealed class RefusedReportTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Zoe").Eligible("Ada", Role);

    [TestCase("ReviewResult", "Maybe", "Row 2, ReviewResult: 'Maybe' is no result")]
    [TestCase("ReviewResult", "", "Row 2, ReviewResult: '' is no result")]
    [TestCase("ReviewResult", "Approved", "Row 2, ReviewResult: 'Approved' is no result")]
    [TestCase("PrincipalId", " ", "Row 2, PrincipalId: it is empty")]
    [TestCase("ResourceId", "", "Row 2, ResourceId: it is empty")]
    [TestCase("AccessReviewId", "", "Row 2, AccessReviewId: it is empty")]
    [TestCase("ReviewerId", "Zoe", "Row 2, ReviewerId: 'Zoe' is no object id")]
    [TestCase("ReviewDate", "", "Row 2, ReviewDate: a decision without a date")]
    [TestCase("ReviewDate", "N/A", "Row 2, ReviewDate: a decision without a date")]
    [TestCase("ReviewDate", "0001-01-01T00:00:00Z", "Row 2, ReviewDate: a decision without a date")]
    [TestCase("ReviewDate", "2026-10-06T00:00:00Z", "Row 2, ReviewDate: 2026-10-06 lies in the future")]
    [TestCase("AppliedDate", "tomorrow", "Row 2, AppliedDate: 'tomorrow' is no date")]
    [TestCase("AppliedDate", "2026-10-06", "Row 2, AppliedDate: 2026-10-06 lies in the future")]
    public void A_cell_that_cannot_be_understood_is_named(string head, string text, string problem)
    {
        var imported = Imported.Into(Tenant, new Said("Ada", Role, "Deny") { But = new() { [head] = text } });

        Assert.That(imported.Problems, Has.One.StartsWith(problem));
        Assert.That(imported.After.Rows.Select(row => row.Answer), Is.All.Null);
        Assert.That(imported.After.Files, Is.Empty);
    }

    [TestCase("10/3/2026 2:05:00 PM")]
    [TestCase("10/3/2026 2:05:00\u202FPM", Description = "as .NET writes en-US since 8")]
    [TestCase("10/03/2026 02:05:00 PM")]
    [TestCase("10/3/2026 2:05:00 PM +00:00")]
    [TestCase("10/4/2026 2:05:00 AM +12:00")]
    [TestCase("2026-10-03T14:05:00Z")]
    [TestCase("2026-10-03T14:05:00.1234567Z")]
    [TestCase("2026-10-03T14:05:00")]
    [TestCase("2026-10-04T02:05:00+12:00")]
    [TestCase("2026-10-03 14:05:00Z")]
    [TestCase("2026-10-03 14:05:00 +00:00")]
    [TestCase("2026-10-03")]
    public void A_date_as_services_write_it_is_read_in_UTC(string text) =>
        Assert.That(
            Imported
                .Into(Tenant, new Said("Ada", Role, "Deny") { But = new() { ["ReviewDate"] = text } })
                .After.Rows[0]
                .Answer?.DecidedOn,
            Is.EqualTo(new DateOnly(2026, 10, 3))
        );

    [TestCase("3/10/2026")]
    [TestCase("3/10/2026 14:05")]
    [TestCase("3/10/2026 14:05:00")]
    [TestCase("10/3/2026 2:05 PM")]
    [TestCase("13/10/2026 2:05:00 PM")]
    [TestCase("10/3/26 2:05:00 PM")]
    [TestCase("03.10.2026 14:05:00")]
    [TestCase("2026-10-03T14:05:00+99:00")]
    [TestCase("2026-02-30T14:05:00Z")]
    [TestCase("46298.5")]
    [TestCase("٢٠٢٦-١٠-٠٣")]
    public void A_date_that_could_be_another_is_refused(string text) =>
        Assert.That(
            Imported.Into(Tenant, new Said("Ada", Role, "Deny") { But = new() { ["ReviewDate"] = text } }).Problems,
            Is.EqualTo([
                $"Row 2, ReviewDate: '{text}' is no date, or could be two; write it as 2026-10-03T14:05:00Z or 10/3/2026 2:05:00 PM.",
            ])
        );

    /// <summary>It shows that a program with another order of day and month saved the file.</summary>
    [Test]
    public void A_date_that_cannot_be_read_is_refused_in_a_row_about_something_else_too() =>
        Assert.That(
            Imported
                .Into(
                    Tenant,
                    new Said("Ada", Role, "Deny"),
                    new Said("Bea", "x", "Deny") { But = new() { ["ReviewDate"] = "25/9/2026 2:05:00 PM" } }
                )
                .Problems,
            Has.One.StartsWith("Row 3, ReviewDate")
        );

    [TestCase(32_767, true)]
    [TestCase(32_768, false)]
    public void A_text_is_as_long_as_a_cell_at_most(int length, bool taken) =>
        Assert.That(
            Imported
                .Into(
                    Tenant,
                    new Said("Ada", Role, "Deny") { But = new() { ["Justification"] = new string('a', length) } }
                )
                .Problems.IsEmpty,
            Is.EqualTo(taken)
        );

    [TestCase("ReviewerUPN", "Reviewer UPN", "Row 1: the column 'ReviewerUPN' is missing, or its head was changed.")]
    [TestCase("ReviewType", "reviewresult", "Row 1: a second column 'ReviewResult'.")]
    public void A_head_that_is_missing_or_stands_twice_is_refused(string old, string now, string problem)
    {
        var report = Said.Report(new Said("Ada", Role, "Deny"));
        var table = report with { Heads = report.Heads.Replace(old, now) };

        Assert.That(
            ReviewImport.Of(AReview.Of(Tenant), table, Imported.Today, replace: false).Problems,
            Is.EqualTo([problem]).IgnoreCase
        );
    }

    [Test]
    public void A_report_without_a_row_is_refused() =>
        Assert.That(Imported.Into(Tenant).Problems, Is.EqualTo(["Row 1: there is no row below the heads."]));
}
