using System.Collections.Immutable;
using SkiaSharp;

namespace PimAudit.Reports.Pdf.Drawing;

/// <summary>What a file says about itself.</summary>
/// <param name="Moment">UTC; stands for both dates, so that the same input gives the same bytes.</param>
internal sealed record PdfProperties(
    string Title,
    string Author,
    string Subject,
    string Keywords,
    DateTimeOffset Moment
);

/// <summary>Turns drawn pages into the bytes of a PDF file.</summary>
internal static class PdfFile
{
    public static byte[] Write(
        (float Width, float Height) size,
        IEnumerable<Action<Pen>> pages,
        PdfProperties properties,
        ImmutableArray<Bookmark> bookmarks
    )
    {
        using var memory = new MemoryStream();
        using (var document = SKDocument.CreatePdf(memory, Metadata(properties)))
        {
            foreach (var draw in pages)
            {
                draw(new PagePen(document.BeginPage(size.Width, size.Height)));
                document.EndPage();
            }

            document.Close();
        }

        return Outline.Append(memory.ToArray(), bookmarks, "en-GB");
    }

    private static SKDocumentPdfMetadata Metadata(PdfProperties properties) =>
        new(rasterDpi: 300)
        {
            Title = properties.Title,
            Author = properties.Author,
            Subject = properties.Subject,
            Keywords = properties.Keywords,
            Creator = "PimAudit",
            Producer = "PimAudit",
            Creation = properties.Moment.UtcDateTime,
            Modified = properties.Moment.UtcDateTime,
            PdfA = false,
        };
}
