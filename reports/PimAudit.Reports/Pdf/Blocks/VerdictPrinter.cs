using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>The verdict as a title, its sentences below.</summary>
internal static class VerdictPrinter
{
    public static Part Of(VerdictBlock verdict, Setting setting, float width)
    {
        var lines = setting.Squeeze < Setting.MostSqueeze ? 3 : 2;
        var below = setting.IsTight ? 2.5f : 4;
        return Part.Of(
            Piece.Stack([
                Text.Of(verdict.Verdict, Styles.PageTitle, width, 2).Inset(0, 4),
                .. verdict.Sentences.Select(one => Text.Name(one, Styles.Body, width, lines).Inset(0, below)),
            ])
        );
    }
}
