using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    private const string GlobalAdministrator = "Global Administrator";

    /// <summary>Settings of a role.</summary>
    public TenantBuilder RoleSettings(string role, PolicySettings settings) =>
        Settings(new PolicyOwner(RoleId(role), Access: null), settings);

    /// <summary>Settings of several roles.</summary>
    public TenantBuilder RoleSettings(IEnumerable<string> roles, PolicySettings settings)
    {
        foreach (var role in roles)
            RoleSettings(role, settings);
        return this;
    }

    /// <summary>Settings of one side of a group.</summary>
    public TenantBuilder GroupSettings(string group, GroupSide side, PolicySettings settings) =>
        Settings(new PolicyOwner(Id(group), side.AccessId()), settings);

    /// <summary>Changes the policy of a role, with its rules, after it is written.</summary>
    public TenantBuilder EditRolePolicy(string role, Action<JsonObject> change) =>
        Change(new PolicyOwner(RoleId(role), Access: null), entry => entry with { Edit = entry.Edit + change });

    /// <summary>Changes the policy of one side of a group, with its rules, after it is written.</summary>
    public TenantBuilder EditGroupPolicy(string group, GroupSide side, Action<JsonObject> change) =>
        Change(new PolicyOwner(Id(group), side.AccessId()), entry => entry with { Edit = entry.Edit + change });

    /// <summary>The rules of this role's policy answer 500, and with them every list that expands them.</summary>
    public TenantBuilder BreakRolePolicy(string role) =>
        Change(new PolicyOwner(RoleId(role), Access: null), entry => entry with { IsBroken = true });

    private TenantBuilder Settings(PolicyOwner owner, PolicySettings settings)
    {
        foreach (var name in settings.Approvers.Concat(settings.BackupApprovers))
            Id(name);
        return Change(owner, entry => entry with { Settings = settings });
    }

    private TenantBuilder Change(PolicyOwner owner, Func<PolicyEntry, PolicyEntry> change)
    {
        var entry =
            Tenant.Policies.Find(owner)
            ?? throw new ArgumentException($"Nothing has the settings of '{owner}'.", nameof(owner));
        Tenant.Policies.Set(change(entry));
        return this;
    }

    /// <summary>MFA by default is evidenced for Global Administrator only.</summary>
    private void UntouchedSettings(Guid role, string name) =>
        Tenant.Policies.Set(
            new PolicyEntry(
                new PolicyOwner(role, Access: null),
                $"DirectoryRole_{Tenant.Id}_{NewId("policy", name)}",
                PolicySettings.UntouchedRole with
                {
                    Mfa = name is GlobalAdministrator,
                }
            )
        );

    private void UntouchedSettings(string group, GroupSide side) =>
        Tenant.Policies.Set(
            new PolicyEntry(
                new PolicyOwner(Id(group), side.AccessId()),
                $"Group_{Id(group)}_{NewId("policy", group, side.AccessId())}",
                PolicySettings.UntouchedGroup
            )
        );
}
