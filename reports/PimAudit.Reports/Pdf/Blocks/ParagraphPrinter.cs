using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Running text; at the foot of a page it stands below a rule.</summary>
internal static class ParagraphPrinter
{
    private static readonly RichLook Quiet = new(Styles.Small.Label, Styles.Small.Label, Most: 12, MostShort: 12);

    public static Part Of(Paragraph paragraph, Setting setting, float width)
    {
        var look =
            paragraph.Tone is Tone.Quiet ? Quiet
            : paragraph.Tone is Tone.Strong ? RichLook.Body with { Text = Styles.Body.Bold }
            : RichLook.Body;
        var text = RichText.Of(paragraph.Text, look, setting.Index, width);
        return Part.Of(text, paragraph.Tone is Tone.Quiet ? 7 : 10);
    }
}
