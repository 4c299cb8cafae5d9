using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Who holds a role without a group.</summary>
internal static class HolderRows
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Holder", 112),
        new("Role", 104),
        new("Path and assignment", 84),
        new("Findings", 188),
    ];

    public static ImmutableArray<AccessRow> Of(ReportSource source) =>
        [
            .. source
                .Result.Access.Where(row => row is { Approach: Approach.Direct, Band: PathBand.Certain })
                .OrderBy(row => row.Tier)
                .ThenBy(row => row.Role.Label, StringComparer.Ordinal)
                .ThenBy(row => row.Principal.Label, StringComparer.Ordinal)
                .ThenBy(row => row.Key, StringComparer.Ordinal),
        ];

    /// <param name="most">Where there are more, those with the heaviest findings are shown.</param>
    public static DataTable Table(ReportSource source, ImmutableArray<AccessRow> holders, int most) =>
        new(
            "Without a group",
            Columns,
            [
                .. Weighed
                    .Most(holders, source.About.Holder, most)
                    .Select(item => Row(source, item.Row) with { Rank = item.Rank }),
            ],
            "Nobody is known to hold a role without a group."
        )
        {
            TitleNote = holders.Length > most ? "those with the heaviest findings" : null,
            Left = Math.Max(0, holders.Length - most),
            Sheet = "Access Review",
            IsDense = true,
        };

    private static TableRow Row(ReportSource source, AccessRow row) =>
        new([
            Rich.Stack(
                Rich.Of(row.Principal.Label, Tone.Strong),
                Rich.Of(Words.Kind(row.Principal.Kind) + (row.Exempt ? ", emergency access" : ""), Tone.Quiet)
            ),
            Rich.Stack(
                Rich.Name(row.Role.Label),
                row.Scope.Id == "/" ? Rich.Nothing : Rich.Of(Words.Scope(row.Scope), Tone.Quiet)
            ),
            Rich.Stack(
                Rich.Line(new ApproachRun(row.Approach) { State = row.State }),
                Rich.Of(Assignment(row), Tone.Quiet)
            ),
            FindingLines.Of(source.Result, source.About.Holder(row)),
        ]);

    private static string Assignment(AccessRow row)
    {
        var end =
            row.EndsAt is { } day ? $"to {Say.Day(day)}"
            : row.IsPermanent is null ? "end not known"
            : "permanent";
        return row.State is HopState.Standing ? end : $"{Words.State(row.State)}, {end}";
    }
}
