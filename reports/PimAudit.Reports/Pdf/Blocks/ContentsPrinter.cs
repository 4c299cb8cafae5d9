using PimAudit.Model;
using PimAudit.Reports.Document;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>Sections, and what has an anchor within them, each with its page and a link.</summary>
internal static class ContentsPrinter
{
    private const int MostPlaces = 12;
    private const float Left = 186;
    private const float Lead = 52;
    private const float Right = 289;

    public static void Add(Flow flow, ReportDocument document)
    {
        var places = Places(document).ToList();
        flow.Section("Contents", Anchors.Contents);
        var sections = Column(
            "Section",
            Left,
            document.Sections.Select(section => Row(flow, Left, [], section.Title, section.Anchor))
        );
        if (document.Tenants is not null)
        {
            flow.Add(Furnishing.Opening("Contents", "Sections of this roll-up."));
            flow.Add(sections);
            return;
        }

        flow.Add(Furnishing.Opening("Contents", "Sections, and the rules that found something, the heaviest first."));
        flow.Add(Piece.Beside((0, sections), (Paper.ContentWidth - Right, Column("Rule", Right, Rows(flow, places)))));
    }

    /// <summary>The first finding of each rule, and each row of a table that has an anchor.</summary>
    private static IEnumerable<(Span[] Lead, string Title, string Anchor)> Places(ReportDocument document)
    {
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            if (block is FindingList list)
                foreach (
                    var finding in list.Open.Concat(list.Others).DistinctBy(one => one.RuleId, StringComparer.Ordinal)
                )
                    yield return (LeadOf(finding), finding.RuleName, Anchors.Rule(finding.RuleId));
            if (block is DataTable table)
                foreach (var row in table.Rows)
                    if (row.Anchor is { } anchor)
                        yield return ([], row.AnchorTitle ?? anchor, anchor);
        }
    }

    private static Span[] LeadOf(Finding finding) =>
        [Marks.Of(finding.Severity, Styles.Table, 7), new($"  {finding.RuleId}", Styles.Table.Bold)];

    /// <summary>The heaviest first, as they stand in the document.</summary>
    private static IEnumerable<Piece> Rows(Flow flow, List<(Span[] Lead, string Title, string Anchor)> places)
    {
        if (places.Count == 0)
            yield return Text.Of("No rule found anything.", Styles.Table.Label, Right, 1).Inset(4);
        foreach (var (lead, title, anchor) in places.Take(MostPlaces))
            yield return Row(flow, Right, lead, title, anchor);
        if (places.Count > MostPlaces)
            yield return Text.Of($"and {Figures.Text(places.Count - MostPlaces)} more", Styles.Table.Label, Right, 1)
                .Inset(4);
    }

    private static Piece Column(string head, float width, IEnumerable<Piece> rows) =>
        Piece.Stack([
            Piece.Beside(
                (0, Text.Of(head, Styles.TableHead, 100, 1)),
                (width - 60, Text.Of("Page", Styles.TableHead, 60, 1, Align.Right))
            ),
            Piece.Gap(3),
            Piece.Rule(width, 0.75f, Palette.Ink),
            .. rows,
        ]);

    private static Piece Row(Flow flow, float width, Span[] lead, string title, string anchor)
    {
        var indent = lead.Length == 0 ? 0 : Lead;
        var name = Text.Name(title, Styles.Table, width - 44 - indent);
        var page = Text.Of(flow.Index[anchor], Styles.Table, 40, 1, Align.Right);
        var row = Table.Lined(
            Piece.Beside((0, Text.Of(lead, Lead, 1)), (indent, name), (width - 40, page)).Inset(2.9f, 2.6f),
            width
        );
        return row.Behind((pen, x, y, height) => pen.Link(new(x, y, width, height), anchor));
    }
}
