using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Properties;

/// <summary>Turns the rows of a random tenant into what a collection of it would have brought.</summary>
internal static class RowsOf
{
    public static TenantSnapshot Snapshot(RandomTenant plan, string[] groups)
    {
        var tenant = A.Tenant.Users("Ada", "Ben").Workloads("Sync").Unresolved("Gone").Groups(groups);
        tenant = tenant.User("Dario", user => user with { IsEnabled = false }).Gap(SnapshotParts.Principals, "Nobody");
        tenant = plan.Roles.Aggregate(tenant, Add);
        tenant = plan.Members.Aggregate(tenant, Add);
        return plan.Holes.Aggregate(Read(tenant, plan.Reading), Dig);
    }

    private static TenantSnapshot Add(TenantSnapshot tenant, RoleRow row)
    {
        var (role, principal) = (A.Role(row.Role), A.Id(row.Principal));
        var (id, ends) = ($"row {row.Number}", A.TakenAt + row.Ends);
        if (row.Kind is RowKind.Eligible)
            return tenant with
            {
                RoleEligibilities = tenant.RoleEligibilities.Add(new(id, role, principal, row.Scope, null, ends)),
            };

        var instance = new RoleAssignmentInstance(
            "instance of " + id,
            role,
            principal,
            row.Scope,
            row.Kind is RowKind.Activated ? AssignmentType.Activated : AssignmentType.Assigned,
            StartsAt: null,
            ends,
            row.Joined ? id : null,
            "schedule of " + id,
            ActivatedUsing: null,
            row.Through is null ? null : A.Id(row.Through)
        );
        return tenant with
        {
            RoleAssignments =
                row.Kind is RowKind.PimOnly
                    ? tenant.RoleAssignments
                    : tenant.RoleAssignments.Add(new(id, role, principal, row.Scope, null)),
            RoleAssignmentInstances =
                row.Kind is RowKind.DirectoryOnly
                    ? tenant.RoleAssignmentInstances
                    : tenant.RoleAssignmentInstances.Add(instance),
        };
    }

    private static TenantSnapshot Add(TenantSnapshot tenant, GroupRow row)
    {
        var (group, principal) = (A.Id(row.Group), A.Id(row.Principal));
        var (id, ends) = ($"row {row.Number}", A.TakenAt + row.Ends);
        if (row.Kind is RowKind.Eligible)
            return tenant with
            {
                GroupEligibilities = tenant.GroupEligibilities.Add(new(id, group, principal, row.Access, null, ends)),
            };

        var type = row.Kind is RowKind.Activated ? AssignmentType.Activated : AssignmentType.Assigned;
        return tenant with
        {
            Memberships =
                row.Kind is RowKind.PimOnly
                    ? tenant.Memberships
                    : tenant.Memberships.Add(new(group, principal, KindOf(tenant, row.Principal), row.Access)),
            GroupAssignments =
                row.Kind is RowKind.DirectoryOnly
                    ? tenant.GroupAssignments
                    : tenant.GroupAssignments.Add(new(id, group, principal, row.Access, type, null, ends)),
        };
    }

    private static ObjectKind KindOf(TenantSnapshot tenant, string name) =>
        name is "Laptop" ? ObjectKind.Other
        : name is "Sync" ? ObjectKind.ServicePrincipal
        : tenant.Groups.Any(group => group.Id == A.Id(name)) ? ObjectKind.Group
        : ObjectKind.User;

    private static TenantSnapshot Read(TenantSnapshot tenant, Reading reading) =>
        reading switch
        {
            Reading.WithoutActive => tenant.Refuse(SnapshotParts.ActiveAssignments) with
            {
                RoleAssignmentInstances = [],
            },
            Reading.WithoutEligible => tenant.Refuse(SnapshotParts.EligibleAssignments) with { RoleEligibilities = [] },
            Reading.WithoutLicence => tenant.Unlicensed() with
            {
                RoleAssignmentInstances = [],
                RoleEligibilities = [],
                GroupAssignments = [],
                GroupEligibilities = [],
            },
            _ => tenant,
        };

    private static TenantSnapshot Dig(TenantSnapshot tenant, Hole hole)
    {
        var (group, access) = (A.Id(hole.Group), hole.Part is SnapshotParts.GroupOwners);
        if (tenant.Collection.GapOf(hole.Part) is not null)
            return tenant;

        var dug = tenant.Gap(hole.Part, hole.Group);
        return hole.Part switch
        {
            SnapshotParts.GroupEligibilities => dug with
            {
                GroupEligibilities = dug.GroupEligibilities.RemoveAll(row => row.GroupId == group),
            },
            SnapshotParts.GroupAssignments => dug with
            {
                GroupAssignments = dug.GroupAssignments.RemoveAll(row => row.GroupId == group),
            },
            _ => dug with
            {
                Memberships = dug.Memberships.RemoveAll(row =>
                    row.GroupId == group && row.Access is GroupAccess.Owner == access
                ),
            },
        };
    }
}
