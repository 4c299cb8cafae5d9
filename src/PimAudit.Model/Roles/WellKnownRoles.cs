namespace PimAudit.Model;

/// <summary>Template ids of roles that rules and profiles name.</summary>
/// <remarks>Source: the built-in role list; a test compares the names.</remarks>
public static class WellKnownRoles
{
    public static readonly Guid GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");
    public static readonly Guid PrivilegedRoleAdministrator = new("e8611ab8-c189-46e8-94e1-60213ab1f814");
    public static readonly Guid ExchangeAdministrator = new("29232cdf-9323-42fd-ade2-1d097af3e4de");
    public static readonly Guid SharePointAdministrator = new("f28a1f50-f6e7-4571-818b-6a12f2af6b6c");
    public static readonly Guid DirectorySynchronizationAccounts = new("d29b2b05-8046-44ba-8758-1e26182fcf32");
    public static readonly Guid OnPremisesDirectorySyncAccount = new("a92aed5d-d78a-4d16-b381-09adb37eb3b0");
}
