using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Who reaches a highly privileged role: one row for each person and role, the most open path first.</summary>
internal static class HighestRolesSection
{
    private const int Most = 60;
    private const int AlwaysShown = 30;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Person or application", 168),
        new("Role", 74),
        new("Approach", 78),
        new("State", 34),
        new("Activation asks", 76),
        new("Until", 54),
    ];

    /// <summary>What a takeover path is made of.</summary>
    private static readonly ImmutableArray<SnapshotParts> Ways =
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

    public static Section Of(ReportSource source)
    {
        var holders = Holders(source.Result);
        return new(
            Anchors.HighestRoles,
            "Highest roles",
            "Everybody who reaches a highly privileged role, at once or after activation. Where somebody has several paths, the "
                + "most open one is shown.",
            [
                new DataTable(
                    Title: null,
                    Columns,
                    [.. holders.Take(Most).Select(Row)],
                    "Nobody is known to reach a highly privileged role. The coverage says what was read."
                )
                {
                    Left = Math.Max(0, holders.Count - Most),
                    Sheet = "Access Review",
                    AtLeast = AlwaysShown,
                    IsDense = true,
                },
                new Paragraph(Takeovers(source.Result), Tone.Quiet),
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private static List<ImmutableArray<AccessRow>> Holders(AuditResult result) =>
        [
            .. result
                .Access.Where(row => row is { Tier: RoleTier.HighlyPrivileged, Band: PathBand.Certain })
                .GroupBy(row => (row.Role.Id, row.Principal.Id, row.Scope.Id))
                .Select(group =>
                    group
                        .OrderBy(row => Openness.Rank(row.State))
                        .ThenBy(row => row.Key, StringComparer.Ordinal)
                        .ToImmutableArray()
                )
                .OrderBy(rows => rows[0].Role.Label, StringComparer.Ordinal)
                .ThenBy(rows => Openness.Rank(rows[0].State))
                .ThenBy(rows => rows[0].Principal.Label, StringComparer.Ordinal)
                .ThenBy(rows => rows[0].Key, StringComparer.Ordinal),
        ];

    private static TableRow Row(ImmutableArray<AccessRow> rows)
    {
        var row = rows[0];
        var gates = row.Hops.Where(hop => hop.Gates is not null).Select(hop => HopWords.Asked(hop.Gates!)).ToList();
        return new([
            Person(row),
            Role(row, rows.Length - 1),
            Rich.Stack(
                Rich.Line(new ApproachRun(row.Approach)),
                row.Hops.Length > 1 ? Rich.Of(row.Hops[^1].From.Label, Tone.Quiet) : Rich.Nothing
            ),
            Words.State(row.State),
            gates.Count == 0 ? "nothing" : string.Join("; then ", gates),
            Until(row),
        ]);
    }

    private static Rich Person(AccessRow row)
    {
        var note = row.PrincipalName ?? Words.Kind(row.Principal.Kind);
        var state = row.PrincipalEnabled is false ? ", disabled" : "";
        var emergency = row.Exempt ? ", emergency access (break-glass)" : "";
        return Rich.Stack(
            Rich.Of(row.Principal.Label, Tone.Strong),
            Rich.Of(note + state + emergency, Tone.Quiet),
            Rich.Line(new IdRun(row.Principal.Id, Tone.Quiet))
        );
    }

    private static Rich Role(AccessRow row, int more) =>
        Rich.Stack(
            Rich.Name(row.Role.Label),
            row.Scope.Id == "/" ? Rich.Nothing : Rich.Of(Words.Scope(row.Scope), Tone.Quiet),
            more == 0 ? Rich.Nothing : Rich.Of($"and {Say.Count(more, "more path")}", Tone.Quiet)
        );

    private static Rich Until(AccessRow row) =>
        row.EndsAt is { } end ? Rich.Line(new IdRun(Say.Day(end)))
        : row.IsPermanent is null ? "not known"
        : "permanent";

    private static Rich Takeovers(AuditResult result)
    {
        var count = result.Access.Count(row => row is { Tier: RoleTier.HighlyPrivileged, Band: PathBand.Takeover });
        if (count > 0)
            return $"Besides, {Say.Count(count, "takeover path")}: an owner of a group could add himself. They stand in the "
                + "workbook, sheet Access Review.";
        return Outcomes.IsRead(result, Ways)
            ? "No takeover path to these roles: nobody could add himself through the ownership of a group."
            : Rich.Line(
                new TextRun(
                    "No takeover path to these roles is known, but not everything that would show one was read: see "
                ),
                new LinkRun("Coverage", Anchors.Coverage),
                new TextRun(".")
            );
    }
}
