namespace PimAudit.GraphEmulator;

/// <remarks>What the builder knows of the tenant so far, for those who build large ones.</remarks>
public sealed partial class TenantBuilder
{
    internal string TenantId => Tenant.Id.ToString();

    internal string DefaultDomain => Tenant.Domain;

    /// <summary>Id of one of PIM's alerts, such as <c>StaleSignIn</c>.</summary>
    internal string AlertId(string name) => $"DirectoryRole_{TenantId}_{name}Alert";

    /// <summary>Id of the application that <see cref="EmulatorToken.With"/> speaks for.</summary>
    internal string CallerId => Ids.Of(TenantId, "caller").ToString();

    internal int RoleAssignableGroups =>
        Tenant.Directory.All(EntryKind.Group).Count(group => group["isAssignableToRole"]?.GetValue<bool>() is true);

    internal PolicySettings SettingsOf(string role) =>
        Tenant.Policies.Find(new PolicyOwner(RoleId(role), Access: null))!.Settings;

    internal string ReviewId(string review) => NewId("review", review);
}
