using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Gives roles to principals of a test tenant, both by name; times are relative to TakenAt.</summary>
public static class RolesOf
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(100);

    /// <summary>Assigned by an administrator through PIM: usable now. Without <paramref name="ends"/> permanent.</summary>
    public static TenantSnapshot Assigned(
        this TenantSnapshot tenant,
        string principal,
        string role,
        TimeSpan? ends = null,
        TimeSpan? started = null,
        string scope = "/"
    ) => tenant.Active(principal, role, scope, AssignmentType.Assigned, tenant.TakenAt - (started ?? LongAgo), ends);

    /// <summary>Assigned without PIM: neither start nor end, and the schedule is the row itself.</summary>
    public static TenantSnapshot AssignedOutsidePim(
        this TenantSnapshot tenant,
        string principal,
        string role,
        string scope = "/"
    )
    {
        var id = RowId("ra", principal, role, scope);
        var row = Instance(id, principal, role, scope, AssignmentType.Assigned, null, null) with { ScheduleId = id };
        return tenant.AssignedUnlisted(principal, role, scope) with
        {
            RoleAssignmentInstances = [.. tenant.RoleAssignmentInstances, row],
        };
    }

    /// <summary>In the directory's list alone: type and end are unknown.</summary>
    public static TenantSnapshot AssignedUnlisted(
        this TenantSnapshot tenant,
        string principal,
        string role,
        string scope = "/"
    ) =>
        tenant with
        {
            RoleAssignments =
            [
                .. tenant.RoleAssignments,
                new(RowId("ra", principal, role, scope), A.Role(role), A.Id(principal), scope, tenant.Tenant.Id),
            ],
        };

    /// <summary>Activated by an eligible principal: somebody at work.</summary>
    public static TenantSnapshot Activated(
        this TenantSnapshot tenant,
        string principal,
        string role,
        TimeSpan? ends = null,
        string? through = null,
        string scope = "/"
    )
    {
        var active = tenant.Active(
            principal,
            role,
            scope,
            AssignmentType.Activated,
            tenant.TakenAt.AddHours(-1),
            ends ?? TimeSpan.FromHours(7)
        );
        var row = active.RoleAssignmentInstances[^1] with
        {
            ActivatedUsing = RowId("re", through ?? principal, role, scope),
            ActivatedThrough = A.Id(through ?? principal),
        };
        return active with
        {
            RoleAssignmentInstances = active.RoleAssignmentInstances.SetItem(
                active.RoleAssignmentInstances.Length - 1,
                row
            ),
        };
    }

    /// <summary>May activate the role. Without <paramref name="ends"/> permanent.</summary>
    public static TenantSnapshot Eligible(
        this TenantSnapshot tenant,
        string principal,
        string role,
        TimeSpan? ends = null,
        string scope = "/"
    ) =>
        tenant with
        {
            RoleEligibilities =
            [
                .. tenant.RoleEligibilities,
                new(
                    RowId("re", principal, role, scope),
                    A.Role(role),
                    A.Id(principal),
                    scope,
                    tenant.TakenAt - LongAgo,
                    tenant.TakenAt + ends
                ),
            ],
        };

    /// <summary>A row in the snapshot can be found again by this id in evidence.</summary>
    public static string RowId(string kind, string principal, string role, string scope = "/") =>
        scope == "/" ? $"{kind} {principal} {role}" : $"{kind} {principal} {role} {scope}";

    private static TenantSnapshot Active(
        this TenantSnapshot tenant,
        string principal,
        string role,
        string scope,
        AssignmentType type,
        DateTimeOffset start,
        TimeSpan? ends
    ) =>
        tenant.AssignedUnlisted(principal, role, scope) with
        {
            RoleAssignmentInstances =
            [
                .. tenant.RoleAssignmentInstances,
                Instance(
                    RowId("rai", principal, role, scope),
                    principal,
                    role,
                    scope,
                    type,
                    start,
                    tenant.TakenAt + ends
                ),
            ],
        };

    private static RoleAssignmentInstance Instance(
        string id,
        string principal,
        string role,
        string scope,
        AssignmentType type,
        DateTimeOffset? start,
        DateTimeOffset? end
    ) =>
        new(
            id,
            A.Role(role),
            A.Id(principal),
            scope,
            type,
            start,
            end,
            RowId("ra", principal, role, scope),
            ScheduleId: $"schedule of {id}",
            ActivatedUsing: null,
            ActivatedThrough: null
        );
}
