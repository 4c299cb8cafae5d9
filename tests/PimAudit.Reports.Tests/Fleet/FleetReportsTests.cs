using System.Text;
using AngleSharp.Html.Parser;
using ClosedXML.Excel;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Fleet;
using PimAudit.Reports.Tests.Excel;
using UglyToad.PdfPig;

namespace PimAudit.Reports.Tests.Fleet;

public sealed class FleetReportsTests
{
    private static readonly ReportFacts Facts = new(SampleIds.Hash("roll-up"), "Internal");
    private static readonly FleetRollUp Many = SampleFleet.Of(300);

    [Test]
    public void Who_was_not_scanned_comes_first_then_the_worst() =>
        Assert.That(
            SampleFleet.Of(12).Tenants.Select(tenant => tenant.Alias),
            Is.EqualTo(new[] { 9, 6, 3, 0, 1, 2, 4, 5, 7, 8, 10, 11 }.Select(SampleFleet.Alias))
        );

    [Test]
    public void The_same_roll_up_gives_the_same_bytes()
    {
        var (one, other) = (SampleFleet.Of(12), SampleFleet.Of(12));

        Assert.That(FleetReports.Pdf(one, Facts), Is.EqualTo(FleetReports.Pdf(other, Facts)));
        Assert.That(FleetReports.Html(one, Facts), Is.EqualTo(FleetReports.Html(other, Facts)));
        Assert.That(Excel(one), Is.EqualTo(Excel(other)));
    }

    [Test]
    public void Paper_shows_sixty_tenants_and_says_how_many_more_the_workbook_has()
    {
        using var paper = PdfDocument.Open(FleetReports.Pdf(Many, Facts));
        var text = string.Concat(paper.GetPages().Select(page => page.Text)).Replace(" ", "", StringComparison.Ordinal);

        Assert.That(paper.NumberOfPages, Is.LessThan(20));
        Assert.That(
            text,
            Does.Contain("240more").And.Contain("Nothingisknownabout30tenants").And.Not.Contain("Norulefound")
        );
    }

    [Test]
    public void The_page_shows_everybody_and_runs_nothing_that_a_tenant_wrote()
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(FleetReports.Html(Many, Facts)));

        Assert.That(page.QuerySelectorAll("#tenants tbody tr"), Has.Length.EqualTo(300));
        Assert.That(page.QuerySelectorAll("script"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelector("#not-scanned")!.TextContent, Does.Contain("<script>alert(1)</script>"));
        Assert.That(page.DocumentElement.OuterHtml, Does.Not.Contain("\u202E"));
    }

    [Test]
    public void A_tenant_that_was_not_scanned_has_no_figures_in_the_workbook()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Excel(SampleFleet.Of(12))));
        var sheet = workbook.Worksheet("Tenants");
        var heads = sheet.Row(3).CellsUsed().Select(cell => cell.GetString()).ToList();

        Assert.That(
            new[] { "Tenant", "Verdict", "Critical", "High", "Rules evaluated", "New" }.Select(head =>
                sheet.Cell(4, heads.IndexOf(head) + 1).GetString()
            ),
            Is.EqualTo(new[] { "tenant-009", "Not scanned", "not read", "not read", "not read", "not read" })
        );
    }

    [Test]
    public void Office_finds_no_fault_with_the_workbook() => Assert.That(Validated.Errors(Excel(Many)), Is.Empty);

    [Test]
    public void A_rule_that_could_not_look_is_not_counted_as_passing()
    {
        var rule = new FleetFacts(SampleFleet.Of(12), Facts).Rules.Single(one => one.Rule.Id == "PIM204");

        Assert.That((rule.Failing, rule.Passing, rule.Blind), Is.EqualTo((0, 10, 1)));
    }

    [TestCase(0, "Nothing could be judged", "No tenant was scanned")]
    [TestCase(1, "Action needed", "1 of 1 scanned tenant needs action")]
    public void The_verdict_says_what_is_known(int scanned, string verdict, string sentence)
    {
        var all = SampleFleet.Of(10);
        var some = all with { Tenants = [.. all.Tenants.Take(1 + scanned)] };
        var fleet = new FleetFacts(some, Facts);

        Assert.That(FleetVerdict.Of(fleet), Is.EqualTo(verdict));
        Assert.That(FleetVerdict.Sentences(fleet)[0], Does.StartWith(sentence));
        Assert.That(FleetVerdict.Sentences(fleet)[^1], Does.StartWith("Nothing is known about 1 tenant"));
    }

    private static byte[] Excel(FleetRollUp rollUp)
    {
        using var output = new MemoryStream();
        FleetReports.Excel(rollUp, Facts, output);
        return output.ToArray();
    }
}
