using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Markdown;
using PimAudit.Reports.Tests.Excel;
using PimAudit.Reports.Tests.Html;

namespace PimAudit.Reports.Tests.Markdown;

internal sealed class MarkdownReportTests
{
    [Test]
    public void Begins_with_verdict_coverage_and_counts()
    {
        var page = ReadMarkdown.Of(SampleResult.Contoso);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ShownPage.Words(page, "h1"), Is.EqualTo(["Action needed"]));
            Assert.That(
                ShownPage.Words(page, "blockquote").Single(),
                Does.StartWith("? ").And.Contain("rules evaluated.")
            );
            Assert.That(
                ShownPage.Words(page.QuerySelector("table")!, "th"),
                Is.EqualTo(["◆ Critical", "▲ High", "■ Medium", "● Low", "○ Info"])
            );
            Assert.That(ShownPage.Words(page.QuerySelector("table")!, "td"), Is.EqualTo(["2", "3", "3", "1", "1"]));
        }
    }

    [Test]
    public void Marks_a_complete_run_as_such_and_no_other()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ShownPage.Words(ReadMarkdown.Of(SampleResult.Clean), "blockquote").Single(),
                Does.StartWith("✓ ")
            );
            Assert.That(
                ShownPage.Words(ReadMarkdown.Of(SampleResult.NothingEvaluated), "blockquote").Single(),
                Does.StartWith("? ")
            );
        }
    }

    [Test]
    public void Says_findings_of_high_and_above_in_full_and_all_others_as_rows()
    {
        var page = ReadMarkdown.Of(SampleResult.Contoso);
        var heavy = SampleResult.Contoso.Findings.Where(finding =>
            finding is { Severity: >= Severity.High, Status: not FindingStatus.Waived }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ShownPage.Words(page, "h3").Where(title => title.Contains(" PIM", StringComparison.Ordinal)),
                Is.EquivalentTo(
                    heavy.Select(finding =>
                        $"{(finding.Severity is Severity.Critical ? "◆" : "▲")} {finding.Severity} {finding.RuleId}: {finding.Title}"
                    )
                )
            );
            Assert.That(page.QuerySelectorAll("details > summary"), Has.Length.EqualTo(heavy.Count()));
        }
    }

    [Test]
    public void Names_id_title_and_object_of_every_finding()
    {
        var text = ShownPage.Words(ReadMarkdown.Of(SampleResult.Contoso).Body!);
        var said = SampleResult.Contoso.Findings.SelectMany(finding =>
            new[] { finding.ShortId, finding.RuleId, finding.Title, finding.Subject.Id }
        );

        Assert.That(said.Where(words => !text.Contains(words, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Holds_no_markup_of_anybody_else(string text)
    {
        var page = ReadMarkdown.Of(Hostile.Everywhere(text));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.QuerySelectorAll(
                    "a, img, script, style, svg, input, del, em, hr, iframe, sup, sub, mark, ins, .math"
                ),
                Is.Empty
            );
            Assert.That(page.QuerySelectorAll("h1"), Has.Length.EqualTo(1));
            Assert.That(
                page.QuerySelectorAll("table")
                    .Where(table =>
                        table.QuerySelectorAll("tr").Select(row => row.ChildElementCount).Distinct().Count() != 1
                    ),
                Is.Empty
            );
        }
    }

    [TestCaseSource(typeof(HostileTexts), nameof(HostileTexts.Some))]
    public void Holds_as_many_parts_whatever_the_names_are(string text)
    {
        Assert.That(Shape(text), Is.EqualTo(Shape(text.Trim(' ').Length == 0 ? "" : "Plain")));
    }

    [TestCase(20_000)]
    [TestCase(60_000)]
    [TestCase(MarkdownReport.MostBytes)]
    public void Stays_within_its_size_and_counts_what_is_left_out(int most)
    {
        var result = SampleResult.WithFindings(9000);
        var text = ReadMarkdown.Source(result, most);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThanOrEqualTo(most));
            Assert.That(text, Does.Match(@"\n\d+ more findings in result\.json\.\n"));
            Assert.That(text, Does.Contain("Not here for want of room, but in result.json: "));
            Assert.That(text, Does.Contain("rules evaluated."));
        }
    }

    [Test]
    public void Leaves_nothing_out_where_there_is_room()
    {
        Assert.That(
            ReadMarkdown.Source(SampleResult.Contoso),
            Does.Not.Contain("in result.json:").And.Not.Contain("Not here")
        );
    }

    [Test]
    public void Writes_the_same_bytes_again_with_line_feeds_alone()
    {
        var once = MarkdownReport.Write(SampleResult.TwoProfiles, ShownPage.Facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MarkdownReport.Write(SampleResult.TwoProfiles, ShownPage.Facts), Is.EqualTo(once));
            Assert.That(once, Does.Not.Contain((byte)'\r'));
            Assert.That(once[0], Is.EqualTo((byte)'#'));
        }
    }

    /// <summary>Elements in order; code and strong words are words.</summary>
    private static IEnumerable<string> Shape(string text) =>
        ReadMarkdown
            .Of(Hostile.Everywhere(text))
            .Body!.QuerySelectorAll("*:not(code):not(strong)")
            .Select(element => element.LocalName);
}
