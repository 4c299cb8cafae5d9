using System.Globalization;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>A report that somebody reads from end to end: less is told in full rather than more pages be printed.</summary>
public sealed class PageLimitTests
{
    private const int Usual = 25;
    private const int Heavy = 38;
    private const int Sections = 13;

    private static readonly AuditResult Faulty = WithHeavy(Heavy);

    [Test]
    public void Keeps_to_twenty_five_pages_where_nobody_says() =>
        Assert.That(PrintedReport.Of(Faulty).Pages, Has.Length.LessThanOrEqualTo(Usual));

    [Test]
    public void Tells_every_heavy_finding_in_full_where_the_pages_are_allowed()
    {
        var report = PrintedReport.Of(Faulty, PrintedReport.Facts with { Pages = 200 });

        Assert.That((report.Cards, report.Pages.Length > Usual), Is.EqualTo((Heavy, true)));
        Assert.That(report.Text, Does.Not.Contain("Told in full here"));
    }

    [Test]
    public void Says_how_many_are_told_in_full_and_lists_the_others()
    {
        var report = PrintedReport.Of(Faulty);
        var text = Squeezed(report.Text);

        Assert.That(report.Cards, Is.InRange(8, Heavy - 1));
        Assert.That(report.Text, Does.Contain($"gravest of {Heavy} critical or high findings"));
        Assert.That(
            Faulty.Findings.Where(finding =>
                !text.Contains(finding.ShortId, StringComparison.Ordinal)
                || !text.Contains(Squeezed(finding.Title), StringComparison.Ordinal)
                || !text.Contains(finding.Subject.Id, StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public void A_heavy_finding_without_a_card_says_its_path_in_words()
    {
        var last = Faulty.Findings[^1];
        var words = string.Join(" → ", last.Path.Select(hop => hop.From.Label).Append(last.Path[^1].To.Label));

        Assert.That(Squeezed(PrintedReport.Of(Faulty).Text), Does.Contain(Squeezed(words)));
    }

    [Test]
    public void The_gravest_keep_their_cards()
    {
        var critical = Faulty.Findings.Where(finding => finding.Severity is Severity.Critical).ToList();
        var report = PrintedReport.Of(Faulty, PrintedReport.Facts with { Pages = 1 });

        var told = report.Text[..report.Text.IndexOf("All other findings", StringComparison.Ordinal)];
        Assert.That(report.Cards, Is.EqualTo(8));
        Assert.That(critical.Where(finding => !told.Contains(finding.Title, StringComparison.Ordinal)), Is.Empty);
        Assert.That(report.Bookmarks.Count(mark => mark.Level == 0), Is.EqualTo(Sections));
    }

    [Test]
    public void A_tenant_with_very_many_paths_gets_more_pages()
    {
        var many = Faulty with
        {
            Access = [.. Enumerable.Range(0, 5001).Select(at => Faulty.Access[at % Faulty.Access.Length])],
        };

        Assert.That(PrintedReport.Of(many).Cards, Is.EqualTo(Heavy));
    }

    [Test]
    public void Leaves_nothing_out_of_a_report_that_is_short_enough() =>
        Assert.That(
            PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts),
            Is.EqualTo(PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts with { Pages = 200 }))
        );

    /// <summary>Every one of a rule of its own, so that none can lean on another.</summary>
    private static AuditResult WithHeavy(int count)
    {
        var sample = SampleResult.Contoso.Findings.First(finding => finding.Path.Length > 1);
        return SampleResult.Contoso with
        {
            Findings =
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(number =>
                        SampleFindings.Numbered(number) with
                        {
                            RuleId = string.Create(CultureInfo.InvariantCulture, $"PIM{100 + number}"),
                            Severity = number <= 3 ? Severity.Critical : Severity.High,
                            Path = sample.Path,
                            Why = string.Join(' ', Enumerable.Repeat("Nobody asks.", 22)),
                            Fix = new([.. Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("Open it.", 12)), 4)]),
                        }
                    ),
            ],
        };
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
