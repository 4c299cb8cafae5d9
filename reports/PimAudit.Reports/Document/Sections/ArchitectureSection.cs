using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>The document's table of groups, roles and approaches, filled with what the tenant has.</summary>
internal static class ArchitectureSection
{
    private const int Most = 60;

    /// <summary>Rows that holders without a group get in any case.</summary>
    private const int MostHolders = 20;

    private static readonly ImmutableArray<LegendItem> Meanings =
    [
        Item(Approach.Approach1, "group eligible for the role, people are members"),
        Item(Approach.Approach2, "group active on the role, people eligible as members"),
        Item(Approach.Standing, "group active, people members: nobody activates"),
        Item(Approach.Dormant, "nobody in the group"),
    ];

    /// <summary>By these a group comes to hold a role.</summary>
    private static readonly ImmutableArray<SnapshotParts> Holding =
    [
        SnapshotParts.RoleAssignments,
        SnapshotParts.ActiveAssignments,
        SnapshotParts.EligibleAssignments,
    ];

    public static Section Of(ReportSource source)
    {
        var isRedacted = source.Result.Run.RedactionKey is not null;
        var groups = GroupRows.Of(source);
        var holders = HolderRows.Of(source);
        var forHolders = Math.Max(MostHolders, Most - groups.Length);
        var forGroups = Most - Math.Min(holders.Length, forHolders);
        return new(
            Anchors.Architecture,
            "Architecture as found",
            Lead(groups, isRedacted),
            [
                GroupRows.Table(source, groups, forGroups),
                .. !isRedacted && Missing(source.Result, groups) is { } missing
                    ? [new Paragraph(missing, Tone.Quiet)]
                    : Array.Empty<Block>(),
                HolderRows.Table(source, holders, forHolders),
                new Legend(Meanings) { AtFoot = true },
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private static string Lead(ImmutableArray<GroupRow> groups, bool isRedacted) =>
        "The document's table of groups, roles and approaches, filled with what the tenant really has: "
        + $"{Say.Count(groups.Length, "group")}. "
        + (
            isRedacted
                ? "Which of them are the documented ones is not said: they are known by name alone, and names are redacted."
                : Built(groups)
        );

    private static string Built(ImmutableArray<GroupRow> groups)
    {
        var built = ExampleArchitecture.Groups.Count(example =>
            groups.Any(row => example.Name == row.Group.DisplayName && example.Approach == row.Approach)
        );
        var unknown = ExampleArchitecture.Groups.Count(example =>
            groups.Any(row => example.Name == row.Group.DisplayName && row.Approach is Approach.Unknown)
        );
        return $"Of the {Say.Number(ExampleArchitecture.Groups.Length)} documented groups, known by name alone, "
            + $"{(built == 0 ? "none" : Say.Number(built))} {(built <= 1 ? "is" : "are")} built as described"
            + (unknown == 0 ? "." : $"; how {Say.Number(unknown)} {(unknown == 1 ? "is" : "are")} built was not read.");
    }

    private static string? Missing(AuditResult result, ImmutableArray<GroupRow> groups)
    {
        var found = groups.Select(row => row.Group.DisplayName).ToHashSet(StringComparer.Ordinal);
        var names = ExampleArchitecture
            .Groups.Where(example => !found.Contains(example.Name))
            .Select(example => example.Name)
            .ToList();
        var where = Outcomes.IsRead(result, Holding) ? "" : " in what was read";
        return names.Count == 0 ? null : $"Documented, not found by name{where}: {string.Join("; ", names)}.";
    }

    private static LegendItem Item(Approach approach, string meaning) =>
        new(Rich.Line(new ApproachRun(approach)), meaning);
}
