using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Puts principals into groups of a test tenant, both by name; times are relative to TakenAt.</summary>
public static class MembersOf
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(100);

    /// <summary>A standing member: in the directory, and Assigned in PIM's list of the group.</summary>
    public static TenantSnapshot Member(
        this TenantSnapshot tenant,
        string group,
        string principal,
        TimeSpan? ends = null,
        TimeSpan? started = null
    ) =>
        tenant
            .PlainMember(group, principal)
            .Row(
                group,
                principal,
                GroupAccess.Member,
                AssignmentType.Assigned,
                tenant.TakenAt - (started ?? LongAgo),
                ends
            );

    /// <summary>In the directory's list alone.</summary>
    public static TenantSnapshot PlainMember(this TenantSnapshot tenant, string group, string principal) =>
        tenant.InDirectory(group, principal, GroupAccess.Member);

    /// <summary>Activated just now.</summary>
    public static TenantSnapshot ActivatedMember(
        this TenantSnapshot tenant,
        string group,
        string principal,
        TimeSpan? ends = null
    ) =>
        tenant
            .PlainMember(group, principal)
            .Row(
                group,
                principal,
                GroupAccess.Member,
                AssignmentType.Activated,
                tenant.TakenAt.AddHours(-1),
                ends ?? TimeSpan.FromHours(7)
            );

    public static TenantSnapshot EligibleMember(
        this TenantSnapshot tenant,
        string group,
        string principal,
        TimeSpan? ends = null
    ) => tenant.EligibleFor(group, principal, GroupAccess.Member, ends);

    /// <summary>A standing owner.</summary>
    public static TenantSnapshot Owner(this TenantSnapshot tenant, string group, string principal) =>
        tenant
            .InDirectory(group, principal, GroupAccess.Owner)
            .Row(group, principal, GroupAccess.Owner, AssignmentType.Assigned, tenant.TakenAt - LongAgo, ends: null);

    public static TenantSnapshot EligibleOwner(
        this TenantSnapshot tenant,
        string group,
        string principal,
        TimeSpan? ends = null
    ) => tenant.EligibleFor(group, principal, GroupAccess.Owner, ends);

    /// <summary>The group is itself a member of another group that is no role-assignable one.</summary>
    public static TenantSnapshot Parent(this TenantSnapshot tenant, string group, string parent) =>
        tenant with
        {
            GroupParents = [.. tenant.GroupParents, new(A.Id(group), A.Id(parent))],
        };

    /// <summary>The id of a row, as evidence names it.</summary>
    public static string RowId(string kind, string group, string principal, GroupAccess access) =>
        $"{kind} {group} {principal} {access}";

    private static TenantSnapshot InDirectory(
        this TenantSnapshot tenant,
        string group,
        string principal,
        GroupAccess access
    ) =>
        tenant with
        {
            Memberships = [.. tenant.Memberships, new(A.Id(group), A.Id(principal), tenant.KindOf(principal), access)],
        };

    private static TenantSnapshot Row(
        this TenantSnapshot tenant,
        string group,
        string principal,
        GroupAccess access,
        AssignmentType type,
        DateTimeOffset start,
        TimeSpan? ends
    ) =>
        tenant with
        {
            GroupAssignments =
            [
                .. tenant.GroupAssignments,
                new(
                    RowId("ga", group, principal, access),
                    A.Id(group),
                    A.Id(principal),
                    access,
                    type,
                    start,
                    tenant.TakenAt + ends
                ),
            ],
        };

    private static TenantSnapshot EligibleFor(
        this TenantSnapshot tenant,
        string group,
        string principal,
        GroupAccess access,
        TimeSpan? ends
    ) =>
        tenant with
        {
            GroupEligibilities =
            [
                .. tenant.GroupEligibilities,
                new(
                    RowId("ge", group, principal, access),
                    A.Id(group),
                    A.Id(principal),
                    access,
                    tenant.TakenAt - LongAgo,
                    tenant.TakenAt + ends
                ),
            ],
        };

    private static ObjectKind KindOf(this TenantSnapshot tenant, string name) =>
        tenant.Groups.Any(group => group.Id == A.Id(name)) ? ObjectKind.Group
        : tenant.ServicePrincipals.Any(one => one.Id == A.Id(name)) ? ObjectKind.ServicePrincipal
        : ObjectKind.User;
}
