using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Pdf;
using PimAudit.Reports.Pdf.Blocks;
using PimAudit.Reports.Pdf.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>A report as a reader finds it: printed, then read back from its bytes.</summary>
/// <param name="Pages">Text of each page in the order of drawing.</param>
/// <param name="CoverWords">Words of the cover as their places on the page make them.</param>
internal sealed record PrintedReport(
    ImmutableArray<string> Pages,
    ImmutableArray<string> CoverWords,
    ImmutableArray<(int Level, string Title, int Page)> Bookmarks,
    string? CreationDate
)
{
    public static readonly ReportFacts Facts = new(SampleIds.Hash("result"));

    public string Text => string.Join('\n', Pages);

    /// <summary>Findings that are told in full, and further ones of their rules.</summary>
    public int Cards => Pages.Sum(page => page.Split("Why it matters").Length + page.Split("All else").Length - 2);

    public static PrintedReport Of(AuditResult result) => Of(result, Facts);

    public static PrintedReport Of(AuditResult result, ReportFacts facts) => Read(PdfReport.Write(result, facts));

    public static PrintedReport Of(ReportDocument document) =>
        Read(PdfReport.Write(document, Paper.A4, SampleIds.TakenAt, "PimAudit"));

    /// <summary>The card of a finding of the invented tenant.</summary>
    public static Piece CardOf(Finding finding) =>
        FindingCardPrinter.Of(
            new Cards(new ReportSource(SampleResult.Contoso, Facts)).Of(finding),
            new Setting(Paper.A4, PageIndex.Empty, new Memory(), "Findings"),
            Paper.ContentWidth
        );

    private static PrintedReport Read(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var bookmarks = document.TryGetBookmarks(out var found) ? found.GetNodes() : [];
        return new(
            [.. document.GetPages().Select(page => page.Text)],
            [.. document.GetPage(1).GetWords().Select(word => word.Text)],
            [.. bookmarks.OfType<DocumentBookmarkNode>().Select(node => (node.Level, node.Title, node.PageNumber))],
            document.Information.CreationDate
        );
    }

    /// <summary>Numbers of the pages that hold a text.</summary>
    public IEnumerable<int> With(string text) =>
        Enumerable.Range(1, Pages.Length).Where(page => Pages[page - 1].Contains(text, StringComparison.Ordinal));
}
