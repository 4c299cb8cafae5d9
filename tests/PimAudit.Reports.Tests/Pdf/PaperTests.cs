using System.Globalization;
using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf;
using UglyToad.PdfPig;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>The same report on the sheets of both halves of the world.</summary>
public sealed class PaperTests
{
    [TestCase(PaperSize.A4, 595, 842)]
    [TestCase(PaperSize.Letter, 612, 792)]
    public void Every_page_is_of_the_paper_asked_for(PaperSize paper, int width, int height)
    {
        using var document = PdfDocument.Open(Write(paper));

        Assert.That(
            document.GetPages().Select(page => ((int)Math.Round(page.Width), (int)Math.Round(page.Height))),
            Is.All.EqualTo((width, height))
        );
    }

    [TestCase(PaperSize.A4)]
    [TestCase(PaperSize.Letter)]
    public void Every_page_names_tenant_classification_run_snapshot_and_its_number(PaperSize paper)
    {
        var report = PrintedReport.Of(SampleResult.Contoso, PrintedReport.Facts with { Paper = paper });
        var result = SampleResult.Contoso;
        var incomplete = Enumerable
            .Range(2, report.Pages.Length - 1)
            .Where(page =>
                new[]
                {
                    "Contoso Ltd",
                    "Confidential",
                    $"Run {result.Run.Id}",
                    $"Snapshot {Say.Moment(result.Snapshot.TakenAt)}",
                    string.Create(CultureInfo.InvariantCulture, $"page {page} of {report.Pages.Length}"),
                }.Any(words => !report.Pages[page - 1].Contains(words, StringComparison.Ordinal))
            );

        Assert.That(incomplete, Is.Empty);
    }

    [Test]
    public void Nothing_is_drawn_beyond_the_page()
    {
        using var document = PdfDocument.Open(Write(PaperSize.Letter));
        var beyond = document
            .GetPages()
            .SelectMany(page => page.Letters)
            .Where(letter =>
                letter.BoundingBox.Left < 36 || letter.BoundingBox.Right > 576 || letter.BoundingBox.Bottom < 20
            );

        Assert.That(beyond.Select(letter => letter.Value), Is.Empty);
    }

    [Test]
    public void Says_its_language() =>
        Assert.That(Encoding.Latin1.GetString(Write(PaperSize.A4)), Does.Contain("/Lang (en-GB)"));

    private static byte[] Write(PaperSize paper) =>
        PdfReport.Write(SampleResult.Contoso, PrintedReport.Facts with { Paper = paper });
}
