using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>Who reaches a highly privileged role: one row for each person and role, the most open path first.</summary>
internal static class HighestRolesPage
{
    private const int Most = 60;

    /// <summary>What a takeover path is made of.</summary>
    private static readonly SnapshotParts[] Ways =
    [
        SnapshotParts.RoleAssignments,
        SnapshotParts.ActiveAssignments,
        SnapshotParts.EligibleAssignments,
        SnapshotParts.RoleAssignableGroups,
        SnapshotParts.GroupMembers,
        SnapshotParts.GroupOwners,
        SnapshotParts.GroupParents,
        SnapshotParts.GroupEligibilities,
        SnapshotParts.GroupAssignments,
    ];

    private static readonly Table Table = new(
        Blocks.Width,
        new("Person or application", 0, 160),
        new("Role", 166, 82),
        new("Approach", 253, 76),
        new("State", 334, 39),
        new("Activation asks", 378, 65),
        new("Until", 448, 51)
    );

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Highest roles", Anchors.HighestRoles);
        flow.Add(
            Blocks.Opening(
                "Highest roles",
                "Everybody who reaches a highly privileged role, at once or after activation. Where somebody has several "
                    + "paths, the most open one is shown."
            )
        );

        var holders = Holders(context.Result);
        flow.Table(Table.Head("Highest roles"), [.. holders.Take(Most).Select(rows => new FlowRow(Row(rows)))]);
        Blocks.More(flow, holders.Count - Most, "Access Review");
        if (holders.Count == 0)
            flow.Add(
                Blocks.Sentence("Nobody is known to reach a highly privileged role. The coverage says what was read.")
            );
        Takeovers(context);
    }

    private static List<List<AccessRow>> Holders(AuditResult result) =>
        [
            .. result
                .Access.Where(row => row is { Tier: RoleTier.HighlyPrivileged, Band: PathBand.Certain })
                .GroupBy(row => (row.Role.Id, row.Principal.Id, row.Scope.Id))
                .Select(group =>
                    group.OrderBy(row => Openness(row.State)).ThenBy(row => row.Key, StringComparer.Ordinal).ToList()
                )
                .OrderBy(rows => rows[0].Role.Label, StringComparer.Ordinal)
                .ThenBy(rows => Openness(rows[0].State))
                .ThenBy(rows => rows[0].Principal.Label, StringComparer.Ordinal)
                .ThenBy(rows => rows[0].Key, StringComparer.Ordinal),
        ];

    /// <summary>What is open without a doubt comes first, what must be activated last.</summary>
    private static int Openness(HopState state) =>
        state switch
        {
            HopState.Standing => 0,
            HopState.Unknown => 1,
            HopState.Activated => 2,
            _ => 3,
        };

    private static Piece Row(List<AccessRow> rows)
    {
        var row = rows[0];
        var gates = row.Hops.Where(hop => hop.Gates is not null).Select(hop => HopWords.Asked(hop.Gates!)).ToList();
        var through = row.Hops.Length > 1 ? row.Hops[^1].From.Label : null;
        return Table.Row(
            Person(row, Table.Columns[0].Width),
            Role(row, rows.Count - 1),
            through is null
                ? PathGlyph.Of(row.Approach, Styles.Table)
                : Piece.Stack(
                    PathGlyph.Of(row.Approach, Styles.Table),
                    Text.Name(through, Styles.Smallest.Label, Table.Columns[2].Width)
                ),
            Table.Cell(3, Words.State(row.State), Styles.Table),
            Table.Cell(4, gates.Count == 0 ? "nothing" : string.Join("; then ", gates), Styles.Smallest.Label, 6),
            Table.Cell(5, Until(row), Styles.Table.Id)
        );
    }

    private static Piece Person(AccessRow row, float width)
    {
        var note = row.PrincipalName ?? Words.Kind(row.Principal.Kind);
        var state = row.PrincipalEnabled is false ? ", disabled" : "";
        var emergency = row.Exempt ? ", emergency access (break-glass)" : "";
        return Piece.Stack(
            Text.Name(row.Principal.Label, Styles.Table.Bold, width),
            Text.Name(note + state + emergency, Styles.Smallest.Label, width),
            Blocks.Id(row.Principal.Id, width, Styles.Smallest.Label)
        );
    }

    private static Piece Role(AccessRow row, int more)
    {
        var width = Table.Columns[1].Width;
        var note = row.Scope.Id == "/" ? "" : Words.Scope(row.Scope);
        return Piece.Stack(
            Text.Name(row.Role.Label, Styles.Table, width),
            note.Length == 0 ? Piece.Nothing : Text.Name(note, Styles.Smallest.Label, width),
            more == 0 ? Piece.Nothing : Text.Of($"and {Say.Count(more, "more path")}", Styles.Smallest.Label, width, 1)
        );
    }

    private static string Until(AccessRow row) =>
        row.EndsAt is { } end ? Say.Day(end)
        : row.IsPermanent is null ? "not known"
        : "permanent";

    private static void Takeovers(ReportContext context)
    {
        var count = context.Result.Access.Count(row =>
            row is { Tier: RoleTier.HighlyPrivileged, Band: PathBand.Takeover }
        );
        var text =
            count > 0
                ? $"Besides, {Say.Count(count, "takeover path")}: an owner of a group could add himself. They stand in the "
                    + "workbook, sheet Access Review."
            : Outcomes.IsRead(context.Result, Ways)
                ? "No takeover path to these roles: nobody could add himself through the ownership of a group."
            : "No takeover path to these roles is known, but not everything that would show one was read: see page "
                + $"{context.Flow.Index[Anchors.Coverage]}.";
        context.Flow.Add(Text.Of(text, Styles.Dense.Label, Blocks.Width).Inset(10));
    }
}
