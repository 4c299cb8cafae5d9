using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What every page looks into.</summary>
internal sealed class ReportContext(AuditResult result, ReportFacts facts, Flow flow)
{
    private readonly FrozenDictionary<string, RuleResult> rules = result
        .Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    public AuditResult Result => result;
    public ReportFacts Facts => facts;
    public Flow Flow => flow;

    /// <summary>Heaviest first.</summary>
    public ImmutableArray<Finding> Open { get; } = Outcomes.Ranked(Outcomes.Open(result));

    public RuleResult? Rule(string id) => rules.GetValueOrDefault(id);
}

/// <summary>Anchors of the sections.</summary>
internal static class Anchors
{
    public const string Summary = "summary";
    public const string Contents = "contents";
    public const string Scope = "scope";
    public const string HighestRoles = "highest-roles";
    public const string Architecture = "architecture";
    public const string Findings = "findings";
    public const string RoleSettings = "role-settings";
    public const string Emergency = "emergency-access";
    public const string Waivers = "waivers";
    public const string Coverage = "coverage";
    public const string SignOff = "sign-off";

    public static string Rule(string id) => $"rule-{string.Concat(id.Where(char.IsAsciiLetterOrDigit))}";
}

/// <summary>Blocks that several pages share.</summary>
internal static class Blocks
{
    public const float Width = Paper.ContentWidth;

    /// <summary>The rule that opens a page, its title, and at the right what it shows.</summary>
    public static Piece Opening(string title, string lead) =>
        Piece.Stack(
            Piece.Rule(Width, 1.5f, Palette.Ink),
            Piece
                .Beside(
                    (0, Text.Of(title, Styles.PageTitle, 260, 2)),
                    (274, Text.Of(lead, Styles.Dense, Width - 274, 6).Inset(3))
                )
                .Inset(10, 14)
        );

    public static Piece Heading(string title, string? note = null) =>
        (
            note is null
                ? Text.Of(title, Styles.Heading, Width, 2)
                : Text.Of([new(title, Styles.Heading), new($"  {note}", Styles.Small.Label)], Width, 2)
        ).Inset(0, 4);

    public static Piece Sentence(string text, float width = Width) => Text.Of(text, Styles.Body, width);

    /// <summary>The line that ends a capped list; nothing where nothing was left out.</summary>
    public static void More(Flow flow, int left, string sheet)
    {
        if (left > 0)
            flow.Add(
                Text.Of($"{Figures.Text(left)} more in the workbook, sheet {sheet}.", Styles.Table.Label, Width, 1)
                    .Inset(6)
            );
    }

    public static Piece Hairline => Piece.Rule(Width, 0.5f, Palette.Line);

    /// <summary>A name over its id: an id never wraps, so it gets a line of its own.</summary>
    public static Piece Named(ObjectRef item, float width) =>
        item.DisplayName is null
            ? Id(item.Id, width, Styles.Table.Bold)
            : Piece.Stack(Text.Name(item.Label, Styles.Table.Bold, width), Id(item.Id, width, Styles.Smallest.Label));

    public static Piece Id(string id, float width, TextStyle style) => Text.Of(id, style.Id, width, 2);
}
