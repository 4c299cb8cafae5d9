using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Tests.Document;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>Results that are empty, blind, huge or hostile.</summary>
public sealed class PdfEdgeTests
{
    private const string Bell = "\u0007";
    private static readonly ReportFacts Endlessly = PrintedReport.Facts with { Pages = 1000 };
    private const string RightToLeft = "\u202E";
    private static readonly string Endless = $"Ann{RightToLeft}txt.exe {Bell} 日😀 {new string('W', 10_000)} Omega9";

    [Test]
    public void No_findings_are_said_not_left_out()
    {
        var report = PrintedReport.Of(SampleResult.Clean);

        Assert.That(
            report.Text,
            Does.Contain("No critical or high findings among the 21 rules evaluated.")
                .And.Contain("No findings of any severity among the 21 rules evaluated.")
                .And.Contain("No waiver is configured.")
        );
    }

    [Test]
    public void Nothing_evaluated_is_never_in_order()
    {
        var report = PrintedReport.Of(SampleResult.NothingEvaluated);

        Assert.That(
            report.Pages[1],
            Does.Contain("Nothing could be judged")
                .And.Contain("No rule could be evaluated, so this report makes no statement")
                .And.Not.Contain("In order")
        );
    }

    [Test]
    public void Nothing_evaluated_has_all_sections_all_the_same() =>
        Assert.That(
            PrintedReport.Of(SampleResult.NothingEvaluated).Bookmarks.Count(mark => mark.Level == 0),
            Is.EqualTo(13)
        );

    [TestCase(200, 0)]
    [TestCase(500, 435)]
    public void Caps_findings_and_says_how_many_it_left_out(int findings, int left)
    {
        var report = PrintedReport.Of(SampleResult.WithFindings(findings), Endlessly);
        var expected = left == 0 ? findings - 65 : left;

        Assert.Multiple(() =>
        {
            Assert.That(report.Cards, Is.EqualTo(40));
            Assert.That(report.Text, Does.Contain($"{expected} more in the workbook, sheet Findings."));
            Assert.That(report.Pages, Has.Length.LessThanOrEqualTo(80));
        });
    }

    [Test]
    public void Shows_forty_cards_and_twenty_five_rows_without_a_word_about_more()
    {
        var heavy = Enumerable.Range(1, 100).Where(number => number % 5 >= 3);
        var light = Enumerable.Range(1, 100).Where(number => number % 5 < 3);
        var result = SampleResult.Contoso with
        {
            Findings = [.. heavy.Take(40).Concat(light.Take(25)).Select(SampleFindings.Numbered)],
        };

        Assert.That(PrintedReport.Of(result, Endlessly).Text, Does.Not.Contain("sheet Findings"));
    }

    [Test]
    public void A_table_that_continues_says_so_and_repeats_its_head()
    {
        var findings = SampleResult.WithFindings(100).Findings;
        var report = PrintedReport.Of(
            SampleResult.Contoso with
            {
                Findings = [.. findings.Select((finding, at) => finding with { RuleId = $"PIM{at + 100}" })],
            }
        );
        var continued = report.With("Findings, continued").ToList();

        Assert.That(continued, Is.Not.Empty.And.SubsetOf(report.With("Observed").Intersect(report.With("Status"))));
    }

    [Test]
    public void Hostile_characters_are_printed_as_code_points()
    {
        var text = PrintedReport.Of(SampleResult.Named(Endless)).Text;

        Assert.That(
            text,
            Does.Contain("AnnU+202Etxt.exe U+0007 U+65E5U+1F600").And.Not.Contain(RightToLeft).And.Not.Contain(Bell)
        );
    }

    [Test]
    public void An_endless_name_keeps_its_end_and_takes_no_page_of_its_own()
    {
        var report = PrintedReport.Of(SampleResult.Named(Endless));

        Assert.That(
            (report.Text.Contains("…Omega9", StringComparison.Ordinal), report.Pages.Length < 20),
            Is.EqualTo((true, true))
        );
    }

    [TestCase(PaperSize.A4)]
    [TestCase(PaperSize.Letter)]
    public void The_summary_is_one_page_whatever_the_names(PaperSize paper)
    {
        AuditResult[] results =
        [
            SampleResult.Contoso,
            SampleResult.Clean,
            SampleResult.NothingEvaluated,
            SampleResult.WithFindings(500),
            SampleResult.Named(Endless),
            Trending(SampleResult.Contoso),
            Trending(SampleResult.Named(Endless)),
        ];
        var facts = PrintedReport.Facts with { Paper = paper };

        var pages = results.Select(result =>
            PrintedReport.Of(result, facts).Bookmarks.Take(2).Select(mark => mark.Page)
        );

        Assert.That(pages, Is.All.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public void More_than_sixteen_paths_to_a_role_are_counted()
    {
        var row = SampleResult.Contoso.Access[0];
        var result = SampleResult.Contoso with
        {
            Access = [.. Enumerable.Range(1, 30).Select(number => row with { Key = $"{number:D32}" })],
        };

        Assert.That(PrintedReport.Of(result).Pages[0], Does.Contain("30 paths to 1 role").And.Contain("+ 14"));
    }

    [Test]
    public void A_tenant_without_a_name_is_named_by_its_whole_id_below()
    {
        var cover = PrintedReport.Of(SampleResult.NothingEvaluated).Pages[0];

        Assert.That(cover, Does.Contain("Name not read").And.Contain(SampleIds.Tenant.ToString("D")));
    }

    [Test]
    public void The_largest_card_fits_a_page()
    {
        var first = SampleFindings.All[0];
        var name = new string('W', 2_000);
        var path = SampleFindings.All.Single(finding => finding.RuleId == "PIM301").Path;
        var finding = SampleFindings.Renamed(first, name) with
        {
            Path =
            [
                .. path.Select(hop => SampleAccess.Renamed(hop, name)),
                SampleAccess.Stands(path[^1].To, path[^1].To),
            ],
            Expected = name,
            Why = name,
            Source = name,
            Fix = new([.. Enumerable.Repeat(name, 9)]),
            Evidence = [.. Enumerable.Repeat(new Evidence(SnapshotParts.GroupMembers, name), 9)],
        };

        Assert.That(PrintedReport.CardOf(finding).Height, Is.LessThanOrEqualTo(Paper.A4.Bottom - Paper.Top));
    }

    private static AuditResult Trending(AuditResult result) =>
        result with
        {
            Earlier =
            [
                .. Enumerable.Range(1, 9).Select(run => History.Earlier(30 - (3 * run), run, notEvaluated: run)),
            ],
        };

    [TestCase("")]
    [TestCase("abc")]
    [TestCase("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void Refuses_a_hash_that_is_none(string hash) =>
        Assert.That(
            () => PdfReport.Write(SampleResult.Contoso, new ReportFacts(hash)),
            Throws.ArgumentException.With.Message.Contains("64 hex digits")
        );
}
