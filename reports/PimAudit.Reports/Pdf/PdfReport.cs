using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Pdf.Blocks;
using PimAudit.Reports.Pdf.Cover;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf;

/// <summary>The printed report: two embedded fonts, outline, no date but those of the result.</summary>
public static class PdfReport
{
    private const int MostPasses = 4;

    /// <summary>What somebody still reads from end to end.</summary>
    private const int UsualPages = 25;

    /// <summary>Of a tenant with more than <see cref="ManyPaths"/> paths.</summary>
    private const int ManyPages = 80;
    private const int ManyPaths = 5000;

    private const int HashLength = 64;

    /// <returns>A PDF file; the same input gives the same bytes.</returns>
    /// <exception cref="ArgumentException">The hash of the result is not 64 hex digits.</exception>
    public static byte[] Write(AuditResult result, ReportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.ResultSha256 is not { Length: HashLength } hash || !hash.All(char.IsAsciiHexDigit))
            throw new ArgumentException(
                $"The hash of result.json must be {HashLength} hex digits, not '{facts.ResultSha256}'.",
                nameof(facts)
            );

        return Write(
            ReportDocument.Of(result, facts),
            Paper.Of(facts.Paper),
            result.Snapshot.TakenAt,
            $"PimAudit {result.Run.ToolVersion}",
            facts.Pages ?? (result.Access.Length > ManyPaths ? ManyPages : UsualPages)
        );
    }

    /// <param name="moment">UTC; the only date of the file.</param>
    /// <param name="author">Of the file: the tool with its version.</param>
    /// <param name="pages">Lists are cut where there would be more, as far as <see cref="Caps"/> goes.</param>
    internal static byte[] Write(
        ReportDocument document,
        Paper paper,
        DateTimeOffset moment,
        string author,
        int pages = int.MaxValue
    )
    {
        var flow = Within(document, paper, pages);
        return PdfFile.Write(
            (paper.Width, paper.Height),
            Drawn(flow, FurnitureOf(document.Head)),
            PropertiesOf(document.Head, moment, author),
            [.. flow.Bookmarks]
        );
    }

    /// <summary>As roomy as the pages allow.</summary>
    private static Flow Within(ReportDocument document, Paper paper, int pages)
    {
        var lasting = new Memory();
        var flow = At(0);
        if (flow.Pages.Count <= pages)
            return flow;

        var index = flow.Found;
        var (tooRoomy, enough) = (0, Caps.All.Length - 1);
        while (enough - tooRoomy > 1)
        {
            var middle = (tooRoomy + enough) / 2;
            if (Roughly(middle) > pages)
                tooRoomy = middle;
            else
                enough = middle;
        }

        for (flow = At(enough); flow.Pages.Count > pages && enough < Caps.All.Length - 1; flow = At(enough))
            enough++;
        return flow;

        Flow At(int caps) => Settled(document, paper, Caps.All[caps], new Memory(lasting));

        // One pass with the page numbers of another layout: right but for a line or two.
        int Roughly(int caps) => Compose(document, paper, index, new Memory(lasting), Caps.All[caps]).Pages.Count;
    }

    /// <summary>Once more until every page number that is printed is the right one.</summary>
    private static Flow Settled(ReportDocument document, Paper paper, Caps caps, Memory memory)
    {
        var flow = Compose(document, paper, PageIndex.Empty, memory, caps);
        for (var pass = 1; pass < MostPasses && !flow.Found.Pages.SequenceEqual(flow.Index.Pages); pass++)
            flow = Compose(document, paper, flow.Found, memory, caps);
        return flow;
    }

    /// <summary>The contents stand behind the first section, which is the summary of the others.</summary>
    private static Flow Compose(ReportDocument document, Paper paper, PageIndex index, Memory memory, Caps caps)
    {
        var flow = new Flow(paper, index, memory, caps);
        CoverPage.Add(flow, document);
        for (var at = 0; at < document.Sections.Length; at++)
        {
            SectionPrinter.Add(flow, document.Sections[at]);
            if (at == 0)
                ContentsPrinter.Add(flow, document);
        }

        return flow;
    }

    private static IEnumerable<Action<Pen>> Drawn(Flow flow, Furniture furniture) =>
        flow.Pages.Select(
            (page, at) =>
                (Action<Pen>)(
                    pen =>
                    {
                        if (page.Section is { } section)
                            furniture.Draw(pen, flow.Paper, section, at + 1, flow.Pages.Count);
                        foreach (var draw in page.Drawings)
                            draw(pen);
                    }
                )
        );

    private static Furniture FurnitureOf(DocumentHead head) =>
        new(head.Tenant, $"{head.Title}, {head.Period}", head.Classification, head.RunId, head.TakenAt, head.Profile);

    private static PdfProperties PropertiesOf(DocumentHead head, DateTimeOffset moment, string author) =>
        new(
            Printable.Plain($"{head.Title}: {head.Tenant}"),
            author,
            $"Microsoft Entra Privileged Identity Management, {head.TakenAt}",
            $"{head.Classification}, run {head.RunId}",
            moment
        );
}
