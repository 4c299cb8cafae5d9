namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>
    /// Will make a principal eligible for a role: a schedule that no instance list shows yet. (With a start in the future,
    /// <see cref="MakeEligible"/> makes what Graph should not have: an instance that has not begun.)
    /// </summary>
    /// <param name="start">UTC, after <see cref="Now"/>.</param>
    /// <param name="end">UTC; null: permanent.</param>
    public TenantBuilder WillBeEligible(
        string principal,
        string role,
        DateTimeOffset start,
        DateTimeOffset? end = null,
        string? scope = null
    )
    {
        var row = RoleRow(principal, role, scope, Coming(start), end);
        row["id"] = Unused($"{row.Text("id")}-e");
        row["roleEligibilityScheduleId"] = NewId("eligibility", row.Text("id")!);
        Tenant.Roles.ComingEligibilities.Add(row);
        return this;
    }

    /// <summary>Will make a principal active, Assigned; parameters as of <see cref="WillBeEligible"/>.</summary>
    public TenantBuilder WillBeAssigned(
        string principal,
        string role,
        DateTimeOffset start,
        DateTimeOffset? end = null,
        string? scope = null
    )
    {
        var row = RoleRow(principal, role, scope, Coming(start), end);
        row["id"] = Unused(row.Text("id")!);
        row["assignmentType"] = "Assigned";
        row["roleAssignmentScheduleId"] = NewId("assignment", row.Text("id")!);
        Tenant.Roles.ComingAssignments.Add(row);
        return this;
    }

    /// <summary>Will let a principal become member or owner of the group; no instance list shows it yet.</summary>
    public TenantBuilder WillBeGroupEligible(
        string principal,
        string group,
        DateTimeOffset start,
        DateTimeOffset? end = null,
        GroupSide side = GroupSide.Member
    )
    {
        var row = GroupRow(principal, group, side, "eligible", Coming(start), end);
        row["eligibilityScheduleId"] = ScheduleId(row, "eligibility");
        Tenant.GroupPim.ComingEligible(Id(group)).Add(row);
        return this;
    }

    /// <summary>Will make a principal member or owner of the group, Assigned; no instance list shows it yet.</summary>
    public TenantBuilder WillBeGroupAssigned(
        string principal,
        string group,
        DateTimeOffset start,
        DateTimeOffset? end = null,
        GroupSide side = GroupSide.Member
    )
    {
        var row = GroupRow(principal, group, side, "assigned", Coming(start), end);
        row["assignmentType"] = "Assigned";
        row["assignmentScheduleId"] = ScheduleId(row, "assignment");
        Tenant.GroupPim.ComingActive(Id(group)).Add(row);
        return this;
    }

    private DateTimeOffset Coming(DateTimeOffset start) =>
        start > Now ? start : throw new ArgumentException("What will be begins after now.", nameof(start));
}
