namespace PimAudit.Model;

/// <summary>Template ids of roles that rules and profiles name.</summary>
/// <remarks>Source: the built-in role list; a test compares the names.</remarks>
public static class WellKnownRoles
{
    public static readonly Guid GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");
    public static readonly Guid PrivilegedRoleAdministrator = new("e8611ab8-c189-46e8-94e1-60213ab1f814");
    public static readonly Guid ExchangeAdministrator = new("29232cdf-9323-42fd-ade2-1d097af3e4de");
    public static readonly Guid SharePointAdministrator = new("f28a1f50-f6e7-4571-818b-6a12f2af6b6c");
    public static readonly Guid PrivilegedAuthenticationAdministrator = new("7be44c8a-adaf-4e2a-84d6-ab2649e08a13");
    public static readonly Guid AuthenticationAdministrator = new("c4e39bd9-1100-46d3-8c65-fb160da0071f");
    public static readonly Guid HelpdeskAdministrator = new("729827e3-9c14-49f7-bb1b-9608f156bbb8");
    public static readonly Guid PasswordAdministrator = new("966707d0-3269-4727-9be2-8c3a10f19b9d");
    public static readonly Guid UserAdministrator = new("fe930be7-5e62-47db-91af-98c3a49a38b1");
    public static readonly Guid GroupsAdministrator = new("fdd7a751-b60b-444a-984c-02652fe8fa1c");
    public static readonly Guid IntuneAdministrator = new("3a2c62db-5318-420d-8d74-23affee5d9d5");
    public static readonly Guid DirectoryWriters = new("9360feb5-f418-4baa-8175-e2a00bac4301");
    public static readonly Guid IdentityGovernanceAdministrator = new("45d8d3c5-c802-45c6-b32a-1d70b5e1e86e");
    public static readonly Guid ApplicationAdministrator = new("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
    public static readonly Guid CloudApplicationAdministrator = new("158c047a-c907-4556-b7ef-446551a6b5f7");
    public static readonly Guid SecurityAdministrator = new("194ae4cb-b126-40b2-bd5b-6091b380977d");
    public static readonly Guid ConditionalAccessAdministrator = new("b1be1c3e-b65d-4f19-8427-f6fa0d97feb9");
    public static readonly Guid PartnerTier2Support = new("e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8");
    public static readonly Guid DirectoryReaders = new("88d8e3e3-8f55-4a1e-953a-9b9898b8876b");
    public static readonly Guid GuestInviter = new("95e79109-95c0-4d8e-aee3-d01accf2d47b");
    public static readonly Guid MessageCenterReader = new("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b");
    public static readonly Guid ReportsReader = new("4a5d8f65-41da-4de4-8968-e035b65339cf");
    public static readonly Guid UserExperienceSuccessManager = new("27460883-1df1-4691-b032-3b79643e5e63");
    public static readonly Guid UsageSummaryReportsReader = new("75934031-6c7e-415a-99d7-48dbd49e875e");
    public static readonly Guid DirectorySynchronizationAccounts = new("d29b2b05-8046-44ba-8758-1e26182fcf32");
    public static readonly Guid OnPremisesDirectorySyncAccount = new("a92aed5d-d78a-4d16-b381-09adb37eb3b0");
}
