using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Groups that carry a role or stand on a path.</summary>
internal static class GroupRows
{
    private const int MostRoles = 2;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Group", 96),
        new("Roles", 110),
        new("Approach found", 84),
        new("People", 48),
        new("Findings", 148),
    ];

    /// <summary>Those with a role of their own first, by name.</summary>
    public static ImmutableArray<GroupRow> Of(ReportSource source) =>
        [
            .. source
                .Result.Groups.OrderBy(row => row.Grants.IsEmpty)
                .ThenBy(row => row.Group.Label, StringComparer.Ordinal)
                .ThenBy(row => row.Group.Id, StringComparer.Ordinal),
        ];

    /// <param name="most">Where there are more, those with the heaviest findings are shown.</param>
    public static DataTable Table(ReportSource source, ImmutableArray<GroupRow> groups, int most) =>
        new(
            "Groups",
            Columns,
            [
                .. Weighed
                    .Most(groups, row => source.About.Group(row.Group), most)
                    .Select(item => Row(source, item.Row) with { Rank = item.Rank }),
            ],
            "No group is known to carry a role. The coverage says whether groups were read."
        )
        {
            TitleNote = groups.Length > most ? "those with the heaviest findings" : null,
            Left = Math.Max(0, groups.Length - most),
            Sheet = "Groups",
            IsDense = true,
        };

    private static TableRow Row(ReportSource source, GroupRow row)
    {
        var documented = ExampleArchitecture.Groups.FirstOrDefault(example => example.Name == row.Group.DisplayName);
        return new([
            Rich.Stack(
                Rich.Of(row.Group.Label, Tone.Strong),
                documented is null
                    ? Rich.Nothing
                    : Rich.Of($"documented: {Words.Approach(documented.Approach)}", Tone.Quiet)
            ),
            Roles(row),
            row.Approach is { } approach ? Rich.Line(new ApproachRun(approach)) : Rich.Of("nested", Tone.Quiet),
            People(row),
            FindingLines.Of(source.Result, source.About.Group(row.Group)),
        ]);
    }

    private static string Roles(GroupRow row)
    {
        var roles = row.Grants.Select(grant => grant.Role.Label).Distinct(StringComparer.Ordinal).ToList();
        return roles.Count == 0 ? "none of its own; stands on a path"
            : roles.Count <= MostRoles ? string.Join(", ", roles)
            : $"{string.Join(", ", roles.Take(MostRoles))} and {Digits.Of(roles.Count - MostRoles)} more";
    }

    private static Rich People(GroupRow row)
    {
        if (row.MembersStanding is null && row.MembersEligible is null)
            return Rich.Unread();

        (int? Count, string State)[] states =
        [
            (row.MembersEligible, "eligible"),
            (row.MembersStanding, "standing"),
            (row.MembersActivated, "activated"),
        ];
        var lines = states
            .Where(item => item.Count is not 0)
            .Select(item =>
                item.Count is { } count
                    ? Rich.Of($"{Digits.Of(count)} {item.State}")
                    : Rich.Unread($"{item.State} not read")
            )
            .ToList();
        return lines.Count == 0 ? "nobody" : Rich.Stack([.. lines]);
    }
}
