using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;
using PimAudit.Reports.Excel.Facts;
using PimAudit.Reports.Excel.Layout;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Sheets;

/// <summary>Groups that hold a role or stand on a path.</summary>
internal static class GroupsSheet
{
    public static TableSheet<GroupRow> Of(AuditResult result)
    {
        var about = new FindingsAbout(result);
        return new(
            "Groups",
            Cell.Text(
                result.Groups.IsEmpty
                    ? "No group on a path to a role was seen. The sheet Coverage says what was read."
                    : $"{Say.Count(result.Groups.Length, "group")} on a path to a role. "
                        + "People by state are counted where the lists could be read; hatched was not read."
            ),
            [
                new("Group", 28, row => Cell.Text(row.Group.Label)),
                new("Object id", 36, row => Cell.Text(row.Group.Id), ColumnKind.Aside),
                new("Approach", 13, Approach),
                new("Roles", 40, row => Cell.Prose(Roles(row)), ColumnKind.Prose),
                new("Role-assignable", 13, row => Assignable(row)),
                new("Kind", 13, row => row.Kind is null ? Cell.Unknown : Cell.Text(row.Kind)),
                new("Owners", 9, row => Cell.Figure(row.Owners), ColumnKind.Figure),
                new("Standing", 9, row => Cell.Figure(row.MembersStanding), ColumnKind.Figure),
                new("Eligible", 9, row => Cell.Figure(row.MembersEligible), ColumnKind.Figure),
                new("Activated", 10, row => Cell.Figure(row.MembersActivated), ColumnKind.Figure),
                new("Findings", 30, row => Cell.Prose(about.Short(about.Holder(row.Group))), ColumnKind.Prose),
            ],
            result.Groups
        )
        {
            Highlights =
            [
                .. new[]
                {
                    "Approach",
                    "Role-assignable",
                    "Kind",
                    "Owners",
                    "Standing",
                    "Eligible",
                    "Activated",
                }.Select(Highlight.HatchWhereNotRead),
            ],
        };
    }

    /// <summary>One line for each role: the role, where, and how the group carries it.</summary>
    public static IEnumerable<string> Roles(GroupRow row) =>
        row.Grants.Select(grant =>
            grant.Role.Label
            + (grant.Scope.Id is "/" ? "" : $" in {Words.Scope(grant.Scope)}")
            + (
                grant is { Eligible: true, Active: true } ? ", eligible and active"
                : grant.Eligible ? ", eligible"
                : grant.Active ? ", active"
                : ""
            )
        );

    private static CellValue Approach(GroupRow row) =>
        row.Approach is { } approach ? Cell.Text(Approaches.Word(approach)) : Cell.Text("no role of its own");

    private static CellValue Assignable(GroupRow row) =>
        row.IsRoleAssignable is { } assignable ? Cell.Text(assignable ? "yes" : "no") : Cell.Unknown;
}
