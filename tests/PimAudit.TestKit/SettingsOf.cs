using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Role settings and reviews of a test tenant.</summary>
public static class SettingsOf
{
    /// <summary>Settings of a role: those of <see cref="A.Settings"/> with a change.</summary>
    public static TenantSnapshot Settings(
        this TenantSnapshot tenant,
        string role,
        Func<RoleSettings, RoleSettings>? change = null
    ) => tenant.Settings(SettingsOwner.Role(A.Role(role)), change);

    /// <summary>Settings of one side of a group.</summary>
    public static TenantSnapshot GroupSettings(
        this TenantSnapshot tenant,
        string group,
        GroupAccess access = GroupAccess.Member,
        Func<RoleSettings, RoleSettings>? change = null
    ) => tenant.Settings(SettingsOwner.Group(A.Id(group), access), change);

    /// <summary>The two highest roles have settings in every tenant; here they meet the practice.</summary>
    public static TenantSnapshot HighestRolesSettled(this TenantSnapshot tenant) =>
        tenant.Settings("Global Administrator").Settings("Privileged Role Administrator");

    private static TenantSnapshot Settings(
        this TenantSnapshot tenant,
        SettingsOwner owner,
        Func<RoleSettings, RoleSettings>? change
    )
    {
        var settings = A.Settings(owner);
        return tenant with { RoleSettings = [.. tenant.RoleSettings, change is null ? settings : change(settings)] };
    }
}
