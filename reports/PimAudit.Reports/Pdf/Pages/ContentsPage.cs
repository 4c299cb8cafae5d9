using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Sections and the rules with findings, each with its page and a link.</summary>
internal static class ContentsPage
{
    private const int MostRules = 15;
    private const float Left = 186;
    private const float Lead = 52;
    private const float Right = 289;

    private static readonly (string Title, string Anchor)[] Sections =
    [
        ("Summary", Anchors.Summary),
        ("Scope, method, limits", Anchors.Scope),
        ("Highest roles", Anchors.HighestRoles),
        ("Architecture as found", Anchors.Architecture),
        ("Findings", Anchors.Findings),
        ("Role settings", Anchors.RoleSettings),
        ("Emergency access", Anchors.Emergency),
        ("Waivers", Anchors.Waivers),
        ("Coverage", Anchors.Coverage),
        ("Sign-off", Anchors.SignOff),
    ];

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Contents", Anchors.Contents);
        flow.Add(Blocks.Opening("Contents", "Sections, and the rules that found something, the heaviest first."));
        flow.Add(
            Piece.Beside(
                (0, Column("Section", Left, Sections.Select(item => Row(context, Left, [], item.Title, item.Anchor)))),
                (Blocks.Width - Right, Column("Rule", Right, Rules(context)))
            )
        );
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

    private static IEnumerable<Piece> Rules(ReportContext context)
    {
        var shown = Outcomes
            .Ranked(context.Result.Findings)
            .OrderBy(finding => Outcomes.IsOpen(finding) ? 0 : 1)
            .DistinctBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ToList();
        if (shown.Count == 0)
            yield return Text.Of(
                    Outcomes.Evaluated(context.Result) == 0 ? "No rule was evaluated." : "No rule found anything.",
                    Styles.Table.Label,
                    Right,
                    1
                )
                .Inset(4);

        foreach (var finding in shown.Take(MostRules))
        {
            Span[] lead = [Marks.Of(finding.Severity, Styles.Table, 7), new($"  {finding.RuleId}", Styles.Table.Bold)];
            yield return Row(context, Right, lead, finding.RuleName, Anchors.Rule(finding.RuleId));
        }

        if (shown.Count > MostRules)
            yield return Text.Of($"and {Say.Count(shown.Count - MostRules, "more rule")}", Styles.Table.Label, Right, 1)
                .Inset(4);
    }

    private static Piece Row(ReportContext context, float width, Span[] lead, string title, string anchor)
    {
        var indent = lead.Length == 0 ? 0 : Lead;
        var name = Text.Name(title, Styles.Table, width - 44 - indent);
        var page = Text.Of(context.Flow.Index[anchor], Styles.Table, 40, 1, Align.Right);
        var row = Table.Lined(
            Piece.Beside((0, Text.Of(lead, Lead, 1)), (indent, name), (width - 40, page)).Inset(2.9f, 2.6f),
            width
        );
        return row.Behind((pen, x, y, height) => pen.Link(new(x, y, width, height), anchor));
    }
}
