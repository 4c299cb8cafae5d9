using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Small pieces that several blocks share.</summary>
internal static class Furnishing
{
    /// <summary>The rule that opens a section, its title, and at the right what it shows.</summary>
    /// <param name="isJoined">Below another section, where it stands closer.</param>
    public static Piece Opening(string title, string lead, bool isJoined = false) =>
        Piece.Stack(
            Piece.Rule(Paper.ContentWidth, 1.5f, Palette.Ink),
            Piece
                .Beside(
                    (0, Text.Of(title, Styles.PageTitle, 260, 2)),
                    (274, Text.Of(lead, Styles.Dense, Paper.ContentWidth - 274, 6).Inset(3))
                )
                .Inset(isJoined ? 7 : 10, isJoined ? 11 : 14)
        );

    public static Piece Heading(string title, string? note, float width)
    {
        var shortened = Text.Shorten(title, Styles.Heading, width);
        return (
            note is null
                ? Text.Of(shortened, Styles.Heading, width, 2)
                : Text.Of([new(shortened, Styles.Heading), new($"  {note}", Styles.Small.Label.Id)], width, 3)
        ).Inset(0, 4);
    }

    public static Piece Hairline(float width) => Piece.Rule(width, 0.5f, Palette.Line);

    /// <summary>The line that ends a capped list.</summary>
    /// <param name="what">What is left out, where the list does not tell; null elsewhere.</param>
    public static Piece More(int left, string sheet, float width, string? what = null) =>
        Text.Of(
                $"{(what is null ? "" : what + ": ")}{Figures.Text(left)} more in the workbook, sheet {sheet}.",
                Styles.Table.Label,
                width,
                1
            )
            .Inset(4, 4);
}
