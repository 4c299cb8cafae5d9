using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>The document's table of groups, roles and approaches, filled with what the tenant has.</summary>
internal static class ArchitecturePage
{
    private const int Most = 60;

    private static readonly Table Groups = new(
        Blocks.Width,
        new("Group", 0, 106),
        new("Roles", 110, 104),
        new("Approach found", 219, 76),
        new("People", 302, 62),
        new("Findings", 370, 129)
    );

    private static readonly Table Direct = Groups with
    {
        Columns =
        [
            Groups.Columns[0] with
            {
                Head = "Holder",
            },
            Groups.Columns[1] with
            {
                Head = "Role",
            },
            Groups.Columns[2] with
            {
                Head = "Path found",
            },
            Groups.Columns[3] with
            {
                Head = "Assignment",
            },
            Groups.Columns[4],
        ],
    };

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        var groups = context
            .Result.Groups.OrderBy(row => row.Grants.IsEmpty)
            .ThenBy(row => row.Group.Label, StringComparer.Ordinal)
            .ThenBy(row => row.Group.Id, StringComparer.Ordinal)
            .ToList();
        var direct = Holders(context.Result);
        flow.Section("Architecture", Anchors.Architecture);
        flow.Add(Blocks.Opening("Architecture as found", Lead(groups)));

        flow.Table(Groups.Head("Architecture"), [.. groups.Take(Most).Select(row => new FlowRow(Group(context, row)))]);
        Blocks.More(flow, groups.Count - Most, "Groups");
        if (groups.Count == 0)
            flow.Add(Blocks.Sentence("No group is known to carry a role. The coverage says whether groups were read."));
        if (Missing(groups) is { } missing)
            flow.Add(Text.Of(missing, Styles.Small.Label, Blocks.Width).Inset(6));

        var heading = Blocks.Heading("Without a group");
        flow.Table(
            Direct.Head("Without a group", heading),
            [.. direct.Take(Most).Select(row => new FlowRow(Holder(context, row)))],
            before: 18
        );
        Blocks.More(flow, direct.Count - Most, "Access Review");
        if (direct.Count == 0)
            flow.Add(
                Piece.Stack(heading, Blocks.Sentence("Nobody is known to hold a role without a group.")),
                before: 18
            );
        flow.AtFoot(ArchitectureLegend.Piece);
    }

    private static string Lead(List<GroupRow> groups)
    {
        var built = ExampleArchitecture.Groups.Count(example =>
            groups.Any(row => example.Name == row.Group.DisplayName && example.Approach == row.Approach)
        );
        return $"The document’s table of groups, roles and approaches, filled with what the tenant really has: "
            + $"{Say.Count(groups.Count, "group")}. Of the {Say.Number(ExampleArchitecture.Groups.Length)} documented groups, "
            + $"known by name alone, {(built == 0 ? "none" : Say.Number(built))} {(built <= 1 ? "is" : "are")} built as described.";
    }

    private static string? Missing(List<GroupRow> groups)
    {
        var names = ExampleArchitecture
            .Groups.Where(example => groups.TrueForAll(row => row.Group.DisplayName != example.Name))
            .Select(example => example.Name)
            .ToList();
        return names.Count == 0 ? null : $"Documented, not found by name: {string.Join("; ", names)}.";
    }

    private static Piece Group(ReportContext context, GroupRow row)
    {
        var documented = ExampleArchitecture.Groups.FirstOrDefault(example => example.Name == row.Group.DisplayName);
        var width = Groups.Columns[0].Width;
        var roles = row.Grants.Select(grant => grant.Role.Label).Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", roles.Take(4)) + (roles.Count > 4 ? $" and {roles.Count - 4} more" : "");
        return Groups.Row(
            Piece.Stack(
                Text.Name(row.Group.Label, Styles.Table.Bold, width),
                documented is null
                    ? Piece.Nothing
                    : Text.Of($"documented: {Words.Approach(documented.Approach)}", Styles.Smallest.Label, width, 1)
            ),
            Groups.Cell(1, roles.Count == 0 ? "none of its own; stands on a path" : shown, Styles.Table, 5),
            row.Approach is { } approach
                ? PathGlyph.Of(approach, Styles.Table)
                : Groups.Cell(2, "nested", Styles.Table.Label),
            Piece.Stack([.. People(row).Select(line => Groups.Cell(3, line, Styles.Table, 2))]),
            ArchitectureFindings.Of(
                context,
                finding => finding.Identity.Any(item => item.Kind is ObjectKind.Group && item.Id == row.Group.Id),
                Groups.Columns[4].Width
            )
        );
    }

    private static IReadOnlyList<string> People(GroupRow row)
    {
        if (row.MembersStanding is null && row.MembersEligible is null)
            return ["not read"];

        (int? Count, string State)[] states =
        [
            (row.MembersEligible, "eligible"),
            (row.MembersStanding, "standing"),
            (row.MembersActivated, "activated"),
        ];
        var lines = states
            .Where(item => item.Count is not 0)
            .Select(item => item.Count is { } count ? $"{Figures.Text(count)} {item.State}" : $"{item.State} not read")
            .ToList();
        return lines.Count == 0 ? ["nobody"] : lines;
    }

    private static List<AccessRow> Holders(AuditResult result) =>
        [
            .. result
                .Access.Where(row => row is { Approach: Approach.Direct, Band: PathBand.Certain })
                .OrderBy(row => row.Tier)
                .ThenBy(row => row.Role.Label, StringComparer.Ordinal)
                .ThenBy(row => row.Principal.Label, StringComparer.Ordinal)
                .ThenBy(row => row.Key, StringComparer.Ordinal),
        ];

    private static Piece Holder(ReportContext context, AccessRow row)
    {
        var width = Direct.Columns[0].Width;
        var end =
            row.EndsAt is { } day ? $"to {Say.Day(day)}"
            : row.IsPermanent is null ? "end not known"
            : "permanent";
        return Direct.Row(
            Piece.Stack(
                Text.Name(row.Principal.Label, Styles.Table.Bold, width),
                Text.Of(
                    Words.Kind(row.Principal.Kind) + (row.Exempt ? ", emergency access" : ""),
                    Styles.Smallest.Label,
                    width,
                    2
                )
            ),
            Text.Name(row.Role.Label, Styles.Table, Direct.Columns[1].Width),
            Path(row),
            Direct.Cell(3, row.State is HopState.Standing ? end : $"{Words.State(row.State)}, {end}", Styles.Table),
            ArchitectureFindings.Of(
                context,
                finding =>
                    finding.Subject.Id == row.Principal.Id && (finding.Role is null || finding.Role.Id == row.Role.Id),
                Direct.Columns[4].Width
            )
        );
    }

    private static Piece Path(AccessRow row)
    {
        var word = Text.Of("Direct", Styles.Table, 50, 1);
        return new(
            word.Height,
            (pen, x, y) =>
            {
                PathGlyph.Draw(pen, x, y + (Styles.Table.Line / 2), 25, row.Hops, severity: null);
                word.Draw(pen, x + 30, y);
            }
        );
    }
}
