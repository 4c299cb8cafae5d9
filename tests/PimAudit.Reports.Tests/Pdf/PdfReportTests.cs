using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using PimAudit.Reports.Pdf;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class PdfReportTests
{
    [Test]
    public void Same_input_same_bytes()
    {
        var first = PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts);

        var second = PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Carries_the_time_of_the_snapshot_and_no_other() =>
        Assert.That(PrintedReport.Of(SampleResult.Contoso).CreationDate, Does.StartWith("D:20261001060012"));

    [Test]
    public void Embeds_both_fonts()
    {
        var file = Encoding.Latin1.GetString(PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts));

        Assert.That(Regex.Count(file, "/FontFile2 ", RegexOptions.None, TimeSpan.FromSeconds(5)), Is.EqualTo(2));
    }

    [Test]
    public void Leads_to_every_section_in_order() =>
        Assert.That(
            PrintedReport.Of(SampleResult.Contoso).Bookmarks.Where(mark => mark.Level == 0).Select(mark => mark.Title),
            Is.EqualTo([
                "Summary",
                "Contents",
                "Scope, method, limits",
                "Highest roles",
                "Architecture as found",
                "Findings",
                "Role settings",
                "Emergency access (break-glass)",
                "Waivers",
                "Changes",
                "Coverage",
                "Controls",
                "Sign-off",
            ])
        );

    [Test]
    public void Leads_to_each_rule_that_found_something()
    {
        var expected = SampleResult.Contoso.Findings.Select(finding => finding.RuleId).Distinct();

        var found = PrintedReport.Of(SampleResult.Contoso).Bookmarks.Where(mark => mark.Level == 1);

        Assert.That(found.Select(mark => mark.Title[..6]), Is.EquivalentTo(expected));
    }

    [Test]
    public void Contents_name_the_pages_on_which_the_outline_lands()
    {
        var report = PrintedReport.Of(SampleResult.Contoso);
        var coverage = report.Bookmarks.Single(mark => mark.Title == "Coverage").Page;

        Assert.That(report.Pages[2], Does.Contain(string.Create(CultureInfo.InvariantCulture, $"Coverage{coverage}")));
    }

    [Test]
    public void Numbers_every_page_but_the_cover()
    {
        var report = PrintedReport.Of(SampleResult.Contoso);
        var expected = Enumerable
            .Range(2, report.Pages.Length - 1)
            .Select(page => string.Create(CultureInfo.InvariantCulture, $"page {page} of {report.Pages.Length}"));

        var numbers = report
            .Pages.Select(page => Regex.Match(page, @"page \d+ of \d+", RegexOptions.None, TimeSpan.FromSeconds(5)))
            .Where(match => match.Success)
            .Select(match => match.Value);

        Assert.That(numbers, Is.EqualTo(expected));
    }

    [Test]
    public void Prints_the_classification_on_every_page()
    {
        var report = PrintedReport.Of(SampleResult.Contoso);

        Assert.That(report.With("Confidential"), Is.EqualTo(Enumerable.Range(1, report.Pages.Length)));
    }

    [Test]
    public void Prints_every_finding_with_its_id_and_the_whole_object_id()
    {
        var text = PrintedReport.Of(SampleResult.Contoso).Text;
        var missing = SampleResult.Contoso.Findings.Where(finding =>
            !text.Contains(finding.ShortId, StringComparison.Ordinal)
            || !text.Contains(finding.Subject.Id, StringComparison.Ordinal)
        );

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void An_id_can_be_copied_as_one_word() =>
        Assert.That(
            PrintedReport.Of(SampleResult.Contoso).CoverWords,
            Does.Contain(SampleIds.Tenant.ToString("D")).And.Contain(SampleResult.Contoso.Run.Id)
        );

    [TestCase("dddddddddddddddd")]
    [TestCase("8888888888888888")]
    [TestCase("1111111111111111")]
    public void Names_the_run_in_full_at_the_foot_of_every_page_but_the_cover(string run)
    {
        var result = SampleResult.Contoso with { Run = SampleResult.Contoso.Run with { Id = run } };

        var without = PrintedReport
            .Of(result)
            .Pages.Skip(1)
            .Where(page => !page.Contains($"Run {run}", StringComparison.Ordinal));

        Assert.That(without, Is.Empty);
    }

    [Test]
    public void Prints_the_hash_of_the_result_in_full() =>
        Assert.That(PrintedReport.Of(SampleResult.Contoso).Pages[^1], Does.Contain(PrintedReport.Facts.ResultSha256));

    [Test]
    public void Says_the_coverage_on_the_cover_beside_the_verdict()
    {
        var cover = PrintedReport.Of(SampleResult.Contoso).Pages[0];

        Assert.That(cover, Does.Contain("Action needed").And.Contain("16 of 20 rules evaluated."));
    }

    [Test]
    public void Names_what_was_not_read_and_the_cure()
    {
        var report = PrintedReport.Of(SampleResult.Contoso);
        var first = report.Bookmarks.Single(mark => mark.Title == "Coverage").Page - 1;

        Assert.That(
            string.Concat(report.Pages.Skip(first).Take(2)),
            Does.Contain("PIM501, PIM502,")
                .And.Contain("Grant AccessReview.Read.All to the")
                .And.Contain("Refused")
                .And.Contain("Partial")
        );
    }
}
