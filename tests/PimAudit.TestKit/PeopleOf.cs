using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Adds principals to a test tenant.</summary>
public static class PeopleOf
{
    /// <summary>Ordinary users by name.</summary>
    public static TenantSnapshot Users(this TenantSnapshot tenant, params string[] names) =>
        tenant with
        {
            Users = [.. tenant.Users, .. names.Select(A.User)],
        };

    /// <summary>One user who is not ordinary: <c>.User("Ada", user => user with { IsEnabled = false })</c>.</summary>
    public static TenantSnapshot User(this TenantSnapshot tenant, string name, Func<User, User> change) =>
        tenant with
        {
            Users = [.. tenant.Users, change(A.User(name))],
        };

    /// <summary>Role-assignable groups by name.</summary>
    public static TenantSnapshot Groups(this TenantSnapshot tenant, params string[] names) =>
        tenant with
        {
            Groups = [.. tenant.Groups, .. names.Select(A.Group)],
        };

    public static TenantSnapshot Group(this TenantSnapshot tenant, string name, Func<Group, Group> change) =>
        tenant with
        {
            Groups = [.. tenant.Groups, change(A.Group(name))],
        };

    public static TenantSnapshot Workloads(this TenantSnapshot tenant, params string[] names) =>
        tenant with
        {
            ServicePrincipals = [.. tenant.ServicePrincipals, .. names.Select(A.Workload)],
        };

    public static TenantSnapshot Workload(
        this TenantSnapshot tenant,
        string name,
        Func<ServicePrincipal, ServicePrincipal> change
    ) => tenant with { ServicePrincipals = [.. tenant.ServicePrincipals, change(A.Workload(name))] };

    /// <summary>A user who was deleted some time before TakenAt and still has assignments.</summary>
    public static TenantSnapshot Deleted(this TenantSnapshot tenant, string name, TimeSpan ago) =>
        tenant with
        {
            DeletedObjects = [.. tenant.DeletedObjects, new(A.Id(name), ObjectKind.User, name, tenant.TakenAt - ago)],
        };

    /// <summary>An id that the directory does not know and that is not among its deleted items either.</summary>
    public static TenantSnapshot Unresolved(this TenantSnapshot tenant, string name) =>
        tenant with
        {
            UnresolvedObjects = [.. tenant.UnresolvedObjects, new(A.Id(name))],
        };

    /// <summary>Enabled emergency accounts, assigned Global Administrator without end through PIM, and configured by object id.</summary>
    public static TenantSnapshot EmergencyAccounts(this TenantSnapshot tenant, params string[] names)
    {
        foreach (var name in names)
            tenant = tenant.Users(name).Emergency(name).Assigned(name, "Global Administrator");
        return tenant;
    }

    /// <summary>A configured entry that the tenant has, whatever the account holds.</summary>
    public static TenantSnapshot Emergency(this TenantSnapshot tenant, string name) =>
        tenant with
        {
            EmergencyAccounts = [.. tenant.EmergencyAccounts, new(A.Id(name).ToString("D"), A.Id(name))],
        };
}
