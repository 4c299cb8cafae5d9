using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What the four common approach marks mean.</summary>
internal static class ArchitectureLegend
{
    private const float Step = 128.1f;

    private static readonly ImmutableArray<(Approach Approach, string Text)> Items =
    [
        (Approach.Approach1, "group eligible for the role, people are members"),
        (Approach.Approach2, "group active on the role, people eligible as members"),
        (Approach.Standing, "group active, people members: nobody activates"),
        (Approach.Dormant, "nobody in the group"),
    ];

    public static Piece Piece =>
        Layout.Piece.Beside([.. Items.Select((item, at) => (at * Step, Of(item.Approach, item.Text)))]);

    private static Piece Of(Approach approach, string text) =>
        Layout.Piece.Stack(
            Layout.Piece.Rule(115, 0.75f, Palette.Ink),
            new Piece(17, (pen, x, y) => PathGlyph.Draw(pen, x, y + 9, 31, approach)),
            Text.Of(Words.Approach(approach), Styles.Table.Bold, 115, 1),
            Text.Of(text, Styles.Small.Label, 115, 2)
        );
}
