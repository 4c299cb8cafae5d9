using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Every certain path as a small figure, a row for each role, the worst first.</summary>
internal static class PathField
{
    private const int MostRoles = 20;
    private const int MostFigures = 16;
    private const float RowHeight = 15.6f;
    private const float Column = 142;

    public static Piece Of(ReportContext context)
    {
        var rows = context.Result.Access.Where(row => row.Band is PathBand.Certain).ToList();
        var roles = rows.GroupBy(row => row.Role.Id, StringComparer.Ordinal)
            .Select(group => group.ToImmutableArray())
            .OrderBy(group => group[0].Tier)
            .ThenByDescending(group => group.Length)
            .ThenBy(group => group[0].Role.Label, StringComparer.Ordinal)
            .ThenBy(group => group[0].Role.Id, StringComparer.Ordinal)
            .ToList();
        var pieces = roles.Take(MostRoles).Select(role => Row(context, role)).Prepend(Head(rows.Count, roles.Count));
        if (roles.Count > MostRoles)
            pieces = pieces.Append(
                Text.Of($"and {Say.Count(roles.Count - MostRoles, "more role")}", Styles.Small.Label, Column, 1)
                    .Inset(3)
            );
        return Piece.Stack([.. pieces]);
    }

    private static Piece Head(int paths, int roles)
    {
        var style = Styles.Small.Label;
        var count = paths == 0 ? "No path" : $"{Say.Count(paths, "path")} to {Say.Count(roles, "role")}";
        Span[] legend =
        [
            new(
                "One figure is one way for a person or an application to reach a role: person, group, role. A dashed hop has "
                    + "to be activated first; a solid hop stands open. Where the path ends in ",
                style
            ),
            Marks.Of(Severity.Critical, style, 6),
            new(" or ", style),
            Marks.Of(Severity.High, style, 6),
            new(" a critical or high finding rests on it.", style),
        ];
        Span[] none =
        [
            new("No access path stands in this result. Whether that is a fact or a gap, the coverage says.", style),
        ];
        return Piece
            .Beside(
                (0, Text.Of(count, Styles.Dense.Bold, Column - 8, 1)),
                (Column, Text.Of(paths == 0 ? none : legend, Blocks.Width - Column))
            )
            .Inset(0, 6);
    }

    private static Piece Row(ReportContext context, ImmutableArray<AccessRow> role)
    {
        var ranked = role.Select(row => (Row: row, Severity: Resting.On(context.Open, row)))
            .OrderByDescending(item => item.Severity ?? Severity.Info)
            .ThenBy(item => item.Row.State)
            .ThenBy(item => item.Row.Hops.Length)
            .ThenBy(item => item.Row.Key, StringComparer.Ordinal)
            .ToList();
        var label = Text.Name(role[0].Role.Label, Styles.Small, 122, most: 1);
        var count = Text.Of(Figures.Text(role.Length), Styles.Small.Label, 20, 1, Align.Right);
        var rest = ranked.Count - MostFigures;
        return new(
            RowHeight,
            (pen, x, y) =>
            {
                label.Draw(pen, x, y + 2.5f);
                count.Draw(pen, x + 110, y + 2.5f);
                for (var at = 0; at < Math.Min(ranked.Count, MostFigures); at++)
                    PathGlyph.Draw(
                        pen,
                        x + Column + (at * (rest > 0 ? 20.6f : 22.35f)),
                        y + (RowHeight / 2),
                        17.6f,
                        ranked[at].Row.Hops,
                        ranked[at].Severity
                    );
                if (rest > 0)
                    Text.Of($"+ {Figures.Text(rest)}", Styles.Smallest.Label, 24, 1, Align.Right)
                        .Draw(pen, x + Blocks.Width - 24, y + 2.8f);
                pen.Line(x, y + RowHeight, x + Blocks.Width, y + RowHeight, new(Palette.Line, 0.35f));
            }
        );
    }
}

/// <summary>Which findings rest on which path.</summary>
internal static class Resting
{
    /// <summary>The heavier of Critical and High; null where neither rests on the path.</summary>
    public static Severity? On(ImmutableArray<Finding> ranked, AccessRow row)
    {
        var ids = row
            .Hops.Select(hop => hop.From.Id)
            .Append(row.Role.Id)
            .Append(row.Scope.Id)
            .ToHashSet(StringComparer.Ordinal);
        return ranked
            .TakeWhile(finding => finding.Severity >= Severity.High)
            .FirstOrDefault(finding => Rests(finding, row, ids))
            ?.Severity;
    }

    /// <summary>Settings count where the path asks them; everything else where all that a fix removes is on the path.</summary>
    private static bool Rests(Finding finding, AccessRow row, HashSet<string> ids) =>
        finding.RuleId.StartsWith("PIM2", StringComparison.Ordinal)
            ? row.Hops.Any(hop => hop.Gates is { } gates && gates.Owner.Id == finding.Subject.Id)
            : finding
                .Identity.Where(item => item.Kind is not (ObjectKind.Scope or ObjectKind.Access))
                .All(item => ids.Contains(item.Id));
}
