using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>One finding with everything that an administrator and an auditor need; it never splits.</summary>
internal static class FindingCard
{
    private const float Rail = 102;
    private const float Second = 117;
    private const float SecondWidth = 158;
    private const float Third = 290;
    private const float ThirdWidth = Blocks.Width - Third;
    private const int MostSteps = 4;

    /// <summary>Steps are shortened only where a card would not fit a page otherwise.</summary>
    public static Piece Of(ReportContext context, Finding finding)
    {
        var room = context.Flow.Paper.Bottom - Paper.Top;
        var card = Compose(context, finding, stepLines: 6);
        return card.Height <= room ? card : Compose(context, finding, stepLines: 3);
    }

    private static Piece Compose(ReportContext context, Finding finding, int stepLines)
    {
        var pieces = new List<Piece>
        {
            Piece.Rule(Blocks.Width, 1.5f, Palette.Ink),
            Head(finding).Inset(6, 1),
            Text.Name(finding.Title, Styles.CardTitle, Blocks.Width),
            Subject(context, finding).Inset(0, 4),
        };
        pieces.AddRange(Paths(context.Result, finding));
        pieces.Add(
            Piece
                .Beside(
                    (0, RailOf(context, finding)),
                    (Second, Observed(finding)),
                    (Third, Expected(finding, stepLines))
                )
                .Inset(6, 5)
        );
        pieces.AddRange(FindingEvidence.Of(context, finding, Second));
        return Piece.Stack(pieces);
    }

    /// <summary>The path of the finding, or the most open one through its group.</summary>
    private static IEnumerable<Piece> Paths(AuditResult result, Finding finding)
    {
        if (!finding.Path.IsEmpty)
        {
            var (nodes, hops) = PathWords.Of(result, finding);
            yield return PathPicture.Of(nodes, hops, finding.Severity);
        }

        var through = PathWords.Through(result, finding);
        if (through.IsEmpty)
            yield break;

        var (first, steps) = PathWords.Of(through[0]);
        yield return PathPicture.Of(first, steps, finding.Severity);
        if (through.Length > 1)
            yield return Text.Of(
                    $"{Say.Count(through.Length - 1, "more kind")} of path through it in the workbook, sheet Access Review",
                    Styles.Small.Label,
                    Blocks.Width,
                    1
                )
                .Inset(3);
    }

    private static Piece Head(Finding finding)
    {
        Span[] left =
        [
            Marks.Of(finding.Severity, Styles.Dense, 9),
            new($"  {Say.Word(finding.Severity)}", Styles.Dense.Bold),
            new($"      {finding.RuleId} ", Styles.Dense),
            new($" {finding.RuleName}", Styles.Dense.Label),
        ];
        var status = finding.Status is FindingStatus.New ? Styles.Dense.Bold : Styles.Dense;
        return Piece.Beside(
            (0, Text.Of(left, 380, 1)),
            (Blocks.Width - 110, Text.Of(Outcomes.Status(finding), status, 110, 1, Align.Right))
        );
    }

    private static Piece Subject(ReportContext context, Finding finding)
    {
        var subject = finding.Subject;
        var login = context.Result.Access.FirstOrDefault(row => row.Principal.Id == subject.Id)?.PrincipalName;
        var name = Text.Shorten(subject.Label, Styles.Dense.Bold, 220, most: 1);
        Span[] words =
        [
            .. subject.DisplayName is null ? Array.Empty<Span>() : [new Span(name, Styles.Dense.Bold)],
            new($"{(subject.DisplayName is null ? "" : ", ")}{Words.Kind(subject.Kind)} ", Styles.Dense),
            new(subject.Id, Styles.Dense.Label.Id),
            new(login is null ? "" : $", {Text.Shorten(login, Styles.Dense, 200, most: 1)}", Styles.Dense.Label),
        ];
        return Text.Of(words, Blocks.Width, 3);
    }

    private static Piece RailOf(ReportContext context, Finding finding)
    {
        (string Label, string Value)[] items =
        [
            ("Practice", Practice.Of(context.Rule(finding.RuleId))),
            ("Who must act", finding.Owner ?? "no owner named"),
            ("Finding", finding.ShortId),
        ];
        return Piece.Stack([
            .. items.SelectMany(item =>
                new[]
                {
                    Piece.Rule(Rail, 0.5f, Palette.Line),
                    Text.Of(item.Label, Styles.Smallest.Label, Rail, 1).Inset(3),
                    Text.Name(item.Value, Styles.Table.Id, Rail, most: 5).Inset(0, 3),
                }
            ),
        ]);
    }

    private static Piece Observed(Finding finding) =>
        Piece.Stack(
            Piece.Rule(SecondWidth, 0.75f, Palette.Ink),
            Text.Of("Observed", Styles.Smallest.Label, SecondWidth, 1).Inset(3),
            Text.Name(finding.Observed, Styles.Dense.Bold, SecondWidth, most: 4),
            Text.Of("Why it matters", Styles.Table.Bold, SecondWidth, 1).Inset(6, 1),
            Text.Of(finding.Why, Styles.Dense, SecondWidth, 12)
        );

    private static Piece Expected(Finding finding, int stepLines) =>
        Piece.Stack([
            Piece.Rule(ThirdWidth, 0.75f, Palette.Ink),
            Text.Of("Expected", Styles.Smallest.Label, ThirdWidth, 1).Inset(3),
            Text.Name(finding.Expected, Styles.Dense, ThirdWidth, most: 4),
            Text.Of("How to fix", Styles.Table.Bold, ThirdWidth, 1).Inset(6, 1),
            .. finding.Fix.Steps.Take(MostSteps).Select((step, at) => Step(at + 1, step, stepLines)),
        ]);

    private static Piece Step(int number, string text, int most) =>
        Piece.Beside(
            (0, Text.Of($"{Figures.Text(number)}.", Styles.Dense, 12, 1)),
            (12, Text.Of(text, Styles.Dense, ThirdWidth - 12, most))
        );
}
