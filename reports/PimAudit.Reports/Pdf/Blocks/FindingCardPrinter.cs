using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Blocks;

/// <summary>One finding with everything that an administrator and an auditor need; it never splits.</summary>
internal static class FindingCardPrinter
{
    private const float Rail = 94;
    private const float Second = 108;
    private const float SecondWidth = 160;
    private const float Third = 282;
    private const int MostSteps = 4;
    private const int MostControls = 4;

    /// <summary>Steps are shortened only where a card would not fit a page otherwise.</summary>
    public static Piece Of(FindingCard card, Setting setting, float width)
    {
        var piece = Compose(card, setting, width, stepLines: 6);
        return piece.Height <= setting.PageHeight ? piece : Compose(card, setting, width, stepLines: 3);
    }

    private static Piece Compose(FindingCard card, Setting setting, float width, int stepLines)
    {
        var finding = card.Finding;
        return Piece.Stack([
            Piece.Rule(width, 1.5f, Palette.Ink),
            Head(finding, width).Inset(5, 1),
            Text.Name(finding.Title, Styles.CardTitle, width),
            Subject(card, width).Inset(0, 4),
            .. card.Ways.Select(way => PathPicture.Of(way.Nodes, way.Hops, finding.Severity)),
            card.More is { } more ? Text.Of(more, Styles.Small.Label, width, 1).Inset(3) : Piece.Nothing,
            Piece
                .Beside(
                    (0, RailOf(card)),
                    (Second, Observed(finding)),
                    (Third, Expected(finding, width - Third, stepLines))
                )
                .Inset(6, 5),
            .. card.Evidence.Select(fact => Evidence(fact, setting, width)),
        ]);
    }

    private static Piece Head(Finding finding, float width)
    {
        Span[] left =
        [
            Marks.Of(finding.Severity, Styles.Dense, 9),
            new($"  {Say.Word(finding.Severity)}", Styles.Dense.Bold),
            new($"      {finding.RuleId} ", Styles.Dense),
            new($" {finding.RuleName}", Styles.Dense.Label),
        ];
        Span[] right =
        [
            new($"{finding.ShortId}   ", Styles.Small.Label.Id),
            new(Outcomes.Status(finding), finding.Status is FindingStatus.New ? Styles.Dense.Bold : Styles.Dense),
        ];
        return Piece.Beside((0, Text.Of(left, width - 150, 1)), (width - 145, Text.Of(right, 145, 1, Align.Right)));
    }

    private static Piece Subject(FindingCard card, float width)
    {
        var subject = card.Finding.Subject;
        var name = Text.Shorten(subject.Label, Styles.Dense.Bold, 220, most: 1);
        Span[] words =
        [
            .. subject.DisplayName is null ? Array.Empty<Span>() : [new Span(name, Styles.Dense.Bold)],
            new($"{(subject.DisplayName is null ? "" : ", ")}{Words.Kind(subject.Kind)} ", Styles.Dense),
            new(subject.Id, Styles.Dense.Label.Id),
            new(
                card.Login is { } login ? $", {Text.Shorten(login, Styles.Dense, 200, most: 1)}" : "",
                Styles.Dense.Label
            ),
        ];
        return Text.Of(words, width, 3);
    }

    private static Piece RailOf(FindingCard card)
    {
        var controls = card.Controls.Select(control => control.Id).Distinct(StringComparer.Ordinal).ToList();
        var supports = string.Join(", ", controls.Take(MostControls));
        if (controls.Count > MostControls)
            supports += $" and {Figures.Text(controls.Count - MostControls)} more";
        (string Label, string Value)[] items =
        [
            ("Practice", card.Practice),
            ("Who must act", card.Owner),
            ("Supports evidence for", supports),
        ];
        return Piece.Stack([
            .. items
                .Where(item => item.Value.Length > 0)
                .SelectMany(item =>
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
            Text.Of("Why it matters", Styles.Table.Bold, SecondWidth, 1).Inset(5, 1),
            Text.Of(finding.Why, Styles.Table, SecondWidth, 12)
        );

    private static Piece Expected(Finding finding, float width, int stepLines) =>
        Piece.Stack([
            Piece.Rule(width, 0.75f, Palette.Ink),
            Text.Of("Expected", Styles.Smallest.Label, width, 1).Inset(3),
            Text.Name(finding.Expected, Styles.Dense, width, most: 4),
            Text.Of("How to fix", Styles.Table.Bold, width, 1).Inset(5, 1),
            .. finding.Fix.Steps.Take(MostSteps).Select((step, at) => Step(at + 1, step, width, stepLines)),
        ]);

    private static Piece Step(int number, string text, float width, int most) =>
        Piece.Beside(
            (0, Text.Of($"{Figures.Text(number)}.", Styles.Table, 12, 1)),
            (12, Text.Of(text, Styles.Table, width - 12, most))
        );

    /// <summary>The foot of a card: what shows the finding, which requests brought it, where the expectation comes from.</summary>
    private static Piece Evidence(Fact fact, Setting setting, float width)
    {
        var look = new RichLook(Styles.Small, Styles.Small.Label, Most: 3, MostShort: 2);
        return Piece.Stack(
            Furnishing.Hairline(width),
            Piece
                .Beside(
                    (0, Text.Of(fact.Label, Styles.Small.Label, Second - 12, 2)),
                    (Second, RichText.Of(fact.Value, look, setting.Index, width - Second))
                )
                .Inset(2, 1.8f)
        );
    }
}
