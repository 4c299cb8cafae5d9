using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <param name="Holder">A group that carries roles, or who holds a role without a group.</param>
/// <param name="Documented">Approach that the document gives a group of this name; null for any other. Names may be redacted.</param>
/// <param name="Approach">As found, in words.</param>
/// <param name="People">How many people in which state, or the state of a direct assignment.</param>
internal sealed record ArchitectureRow(
    ObjectRef Holder,
    string? Documented,
    ImmutableArray<string> Roles,
    string Approach,
    string People,
    string Findings
);

/// <summary>The document's table of groups, roles and approaches, filled with what the tenant has.</summary>
internal static class ArchitectureSheet
{
    public static TableSheet<ArchitectureRow> Of(AuditResult result)
    {
        var about = new FindingsAbout(result);
        var groups = result.Groups.Where(group => !group.Grants.IsEmpty).ToList();
        var direct = result
            .Access.Where(row => row is { Hops.Length: 1, Band: PathBand.Certain })
            .Select(row => Direct(row, about))
            .ToList();
        return new(
            "Architecture",
            Cell.Text(
                $"{Say.Count(groups.Count, "group")} with roles, {Say.Count(result.Access.Length, "path")}; "
                    + $"{Say.Count(direct.Count, "assignment")} without a group."
            ),
            [
                new("Holder", 28, row => Cell.Text(row.Holder.Label)),
                new("Kind", 12, row => Cell.Text(Words.Kind(row.Holder.Kind))),
                new("Documented", 12, row => Cell.Text(row.Documented)),
                new("Roles", 40, row => Cell.Prose(row.Roles), ColumnKind.Prose),
                new("Approach", 13, row => Cell.Text(row.Approach)),
                new("People", 34, row => Cell.Prose(row.People), ColumnKind.Prose),
                new("Findings", 36, row => Cell.Prose(row.Findings), ColumnKind.Prose),
                new("Object id", 36, row => Cell.Text(row.Holder.Id), ColumnKind.Aside),
            ],
            [.. groups.Select(group => Group(group, about, result)), .. direct]
        )
        {
            Highlights =
            [
                Highlight.HatchWhereNotRead("Approach"),
                Highlight.Hatch("People", $"ISNUMBER(SEARCH(\"{Cell.NotRead}\",[People]))"),
            ],
        };
    }

    private static ArchitectureRow Group(GroupRow row, FindingsAbout about, AuditResult result) =>
        new(
            row.Group,
            result.Run.RedactionKey is null ? Documented(row.Group) : "redacted",
            [.. GroupsSheet.Roles(row)],
            row.Approach is { } approach ? Approaches.Word(approach) : "",
            string.Join(
                ", ",
                Number(row.MembersStanding, "standing"),
                Number(row.MembersEligible, "eligible"),
                Number(row.MembersActivated, "activated")
            ),
            about.Short(about.Holder(row.Group))
        );

    private static string? Documented(ObjectRef group) =>
        ExampleArchitecture.Groups.FirstOrDefault(example =>
            string.Equals(example.Name, group.DisplayName, StringComparison.Ordinal)
        )
            is { } example
            ? Approaches.Word(example.Approach)
            : null;

    private static string Number(int? people, string state) =>
        people is { } known ? FormattableString.Invariant($"{known} {state}") : $"{state} {Cell.NotRead}";

    private static ArchitectureRow Direct(AccessRow row, FindingsAbout about) =>
        new(
            row.Principal,
            Documented: null,
            [row.Role.Label + (row.Scope.Id is "/" ? "" : $" in {Words.Scope(row.Scope)}")],
            Approaches.Word(row.Approach),
            $"{PathText.State(row)}, {End(row)}",
            row.Exempt ? "declared emergency account" : about.Short(about.Path(row))
        );

    private static string End(AccessRow row) =>
        row.EndsAt is { } end ? $"until {Say.Day(end)}"
        : row.IsPermanent is true ? "permanent"
        : $"end {Cell.NotRead}";
}
