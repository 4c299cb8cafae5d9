using PimAudit.Model;
using PimAudit.Reports.Html.Markup;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pictures.Svg;

namespace PimAudit.Reports.Html;

/// <summary>The marks of severities, outcomes and approaches: drawn once in a page, used wherever a word stands.</summary>
internal static class Symbols
{
    private const float Size = 10;
    private const float GlyphWidth = 25;
    private const string DirectEligible = "approach-direct-eligible";

    /// <summary>A hop of nobody to nothing, for its dashes.</summary>
    private static readonly Hop Activated = new(
        new(ObjectKind.User, ""),
        new(ObjectKind.Role, ""),
        HopRelation.Role,
        HopState.Eligible,
        StartsAt: null,
        EndsAt: null,
        Gates: null,
        Evidence: []
    );

    /// <summary>Draws nothing itself.</summary>
    public static Element All() =>
        Svg(
                "sprite",
                [
                    .. Enum.GetValues<Severity>()
                        .Select(severity => Symbol(Id(severity), Size, pen => Marks.Draw(pen, severity, 0, 0, Size))),
                    .. Enum.GetValues<RuleOutcome>()
                        .Select(outcome => Symbol(Id(outcome), Size, pen => Marks.Draw(pen, outcome, 0, 0, Size))),
                    .. Enum.GetValues<Approach>()
                        .Select(approach =>
                            Symbol(
                                Id(approach),
                                GlyphWidth,
                                pen => PathGlyph.Draw(pen, 0, Size / 2, GlyphWidth, approach)
                            )
                        ),
                    Symbol(
                        DirectEligible,
                        GlyphWidth,
                        pen => PathGlyph.Draw(pen, 0, Size / 2, GlyphWidth, [Activated], severity: null)
                    ),
                ]
            )
            .With("aria-hidden", "true");

    /// <summary>Beside its word.</summary>
    public static Element Of(Severity severity) => Silent("m", Id(severity));

    public static Element Of(RuleOutcome outcome) => Silent("m", Id(outcome));

    /// <param name="state">Of a path without a group; null elsewhere.</param>
    public static Element Of(Approach approach, HopState? state = null) =>
        Silent("m glyph", approach is Approach.Direct && state is HopState.Eligible ? DirectEligible : Id(approach));

    /// <summary>In the place of its word.</summary>
    public static Element Named(Severity severity) => Spoken(Id(severity), Say.Word(severity));

    public static Element Named(RuleOutcome outcome) => Spoken(Id(outcome), Say.Word(outcome));

    private static Element Silent(string names, string id) => Svg(names, [Use(id)]).With("aria-hidden", "true");

    private static Element Spoken(string id, string word) =>
        Svg("m", [Use(id)]).With("role", "img").With("aria-label", word);

    private static Element Svg(string names, IEnumerable<Node> children) => Element.Of("svg", children).Class(names);

    private static Element Use(string id) => Element.Of("use").With("href", $"#{id}");

    private static Element Symbol(string id, float width, Action<SvgPen> draw)
    {
        var pen = new SvgPen();
        draw(pen);
        return Element
            .Of("symbol", new DrawnNode(pen))
            .With("id", id)
            .With("viewBox", $"0 0 {SvgPen.N(width)} {SvgPen.N(Size)}");
    }

    private static string Id(Enum value) => $"{value.GetType().Name.ToLowerInvariant()}-{Slug.Of(value.ToString())}";
}
