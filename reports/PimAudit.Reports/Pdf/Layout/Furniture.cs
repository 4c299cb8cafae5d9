using PimAudit.Reports.Pdf.Drawing;

namespace PimAudit.Reports.Pdf.Layout;

/// <summary>What stands on every page but the cover.</summary>
internal sealed record Furniture(
    string Tenant,
    string Title,
    string Classification,
    string Run,
    string Snapshot,
    string Profile
)
{
    private static readonly TextStyle Style = Styles.Small.Label;

    public void Draw(Pen pen, Paper paper, string section, int page, int pages)
    {
        const float Width = Paper.ContentWidth;
        var tenant = Text.Shorten(Tenant, Style.Bold, 200, most: 1);
        Text.Of([new(tenant, Style.Bold with { Colour = Palette.Ink2 }), new($"  {Title}", Style)], 380, 1)
            .Draw(pen, paper.Left, 25.5f);
        Text.Of($"{section}    {Classification}", Style, 200, 1, Align.Right)
            .Draw(pen, paper.Left + Width - 200, 25.5f);

        var foot = paper.Height - 40;
        pen.Line(paper.Left, foot, paper.Left + Width, foot, new(Palette.Line, 0.5f));
        Text.Of($"Run {Run}", Style.Id, 112, 1).Draw(pen, paper.Left, foot + 6);
        Text.Of($"Snapshot {Snapshot}", Style.Id, 150, 1).Draw(pen, paper.Left + 116, foot + 6);
        Text.Of($"Profile {Profile}", Style, 140, 1).Draw(pen, paper.Left + 266, foot + 6);
        Text.Of(
                $"page {Figures.Text(page)} of {Figures.Text(pages)}",
                Style with
                {
                    Colour = Palette.Ink,
                },
                90,
                1,
                Align.Right
            )
            .Draw(pen, paper.Left + Width - 90, foot + 6);
    }
}
