using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Pdf.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Cover;

/// <summary>Whose report, every path at a glance, the verdict with its coverage, and the hash of the evidence.</summary>
internal static class CoverPage
{
    private const float FieldTop = 236;
    private const float Column = 142;
    private const float FactsWidth = 313;

    public static void Add(Flow flow, ReportDocument document) => flow.Cover(pen => Draw(flow, document, pen));

    private static void Draw(Flow flow, ReportDocument document, Pen pen)
    {
        const float Width = Paper.ContentWidth;
        var (left, head) = (flow.Paper.Left, document.Head);
        Logo(pen, left, 51);
        Text.Of("PimAudit", Styles.Body.Bold, 100, 1).Draw(pen, left + 33, 44);
        Span[] classification = [new(head.Classification, Styles.Dense.Bold), new($", {head.Content}", Styles.Dense)];
        Text.Of(classification, 260, 1, Align.Right).Draw(pen, left + Width - 260, 45);

        Text.Of(head.Title, Styles.Cover, Width, 1).Draw(pen, left, 98);
        Text.Name(Name(head), Styles.CoverSecond, Width, most: 1).Draw(pen, left, 135);
        Text.Of($"Microsoft Entra Privileged Identity Management, {head.Period}", Styles.CoverLead, Width, 1)
            .Draw(pen, left, 181);

        pen.Line(left, FieldTop, left + Width, FieldTop, new(Palette.Ink, 1.5f));
        var facts = Facts(head, flow.Index);
        var bottom = flow.Paper.Height - 44;
        var judgement = Judgement(head, flow.Index);
        var room = bottom - facts.Height - 20 - judgement.Height - 22 - FieldTop - 8;
        var field = document.Tenants is { } tenants
            ? TenantDrawing.Of(tenants, room)
            : FieldDrawing.Of(document.Field, room);
        field.Draw(pen, left, FieldTop + 8);
        judgement.Draw(pen, left, FieldTop + 8 + field.Height + 22);
        facts.Draw(pen, left, bottom - facts.Height);
        HashCode.Draw(pen, left + 327, bottom - HashCode.Side, head);
    }

    /// <summary>An id is never shortened, so it does not stand in for a name that was not read.</summary>
    private static string Name(DocumentHead head) =>
        Guid.TryParseExact(head.Tenant, "D", out _) ? "Name not read" : head.Tenant;

    private static void Logo(Pen pen, float x, float y)
    {
        pen.Circle(x + 2.6f, y, 2.6f, Palette.Ink);
        pen.Line(x + 5, y, x + 10, y, new(Palette.Ink, 1.2f));
        pen.Circle(x + 13, y, 3, Palette.White, new(Palette.Ink, 1.2f));
        pen.Line(x + 16, y, x + 20.5f, y, new(Palette.Ink, 1.2f, (1.5f, 1.3f)));
        pen.Rectangle(new(x + 20.5f, y - 2.6f, 5.2f, 5.2f), Palette.Accent);
    }

    private static Piece Judgement(DocumentHead head, PageIndex index)
    {
        const float Width = Paper.ContentWidth - Column;
        var counts = new List<Span>();
        foreach (var (severity, count) in head.Counts)
        {
            counts.Add(Marks.Of(severity, Styles.Body, 8));
            counts.Add(new($"  {Figures.Text(count)}", Styles.Body.Bold));
            counts.Add(new($" {Say.Word(severity)}     ", Styles.Body));
        }

        var mark = head.IsComplete ? RuleOutcome.Pass : RuleOutcome.NotEvaluated;
        Span[] coverage =
        [
            Marks.Of(mark, Styles.Body, 8),
            new($"  {head.Coverage} ", Styles.Body.Bold),
            .. head.Gap.Lines.SelectMany(line => line).SelectMany(run => RichText.Spans(run, Styles.Body, index)),
        ];
        return Piece.Stack(
            Piece.Rule(Paper.ContentWidth, 1.5f, Palette.Ink),
            Piece.Gap(8),
            Piece.Beside(
                (0, Text.Of(head.Verdict, Styles.Verdict, Column - 8, 3)),
                (Column, Piece.Stack(Text.Of(counts, Width, 2).Inset(2, 4), Text.Of(coverage, Width, 2)))
            )
        );
    }

    private static Piece Facts(DocumentHead head, PageIndex index)
    {
        var look = new RichLook(Styles.Table.Id, Styles.Table.Label.Id, Most: 2);
        return Piece.Stack([
            Furnishing.Hairline(FactsWidth),
            .. head.Facts.Select(fact =>
                Table.Lined(
                    Piece
                        .Beside(
                            (0, Text.Of(fact.Label, Styles.Table.Label, 80, 1)),
                            (86, RichText.Of(fact.Value, look, index, FactsWidth - 86))
                        )
                        .Inset(3.4f, 3),
                    FactsWidth
                )
            ),
        ]);
    }
}
