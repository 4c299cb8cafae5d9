namespace PimAudit.GraphEmulator;

/// <summary>Fabrikam's role settings and the policy behind its authentication context.</summary>
internal static class FabrikamSettings
{
    private const string Context = "c1";

    private static readonly PolicySettings Approved = PolicySettings.Good with
    {
        Activation = TimeSpan.FromHours(4),
        Approval = true,
    };

    public static TenantBuilder Add(TenantBuilder builder) => builder.With(AddContext).With(AddRoles).With(AddGroups);

    private static TenantBuilder AddContext(TenantBuilder builder) =>
        builder
            .AuthenticationContext(Context, "Privileged activation")
            .ConditionalAccess(
                "PIM activation: phishing-resistant MFA",
                new ConditionalAccessSettings
                {
                    Contexts = [Context],
                    IncludeUsers = ["All"],
                    ExcludeUsers = [FabrikamTenant.EmergencyOne, FabrikamTenant.EmergencyTwo],
                    Controls = [],
                    PhishingResistant = true,
                }
            )
            .ConditionalAccess(
                "PIM activation: compliant device (trial)",
                new ConditionalAccessSettings
                {
                    State = "enabledForReportingButNotEnforced",
                    Contexts = [Context],
                    IncludeUsers = ["All"],
                    Controls = ["compliantDevice"],
                }
            );

    /// <summary>
    /// Privileged roles are configured whether somebody holds them or not, except those that directory synchronisation
    /// assigns itself.
    /// </summary>
    private static IEnumerable<string> PrivilegedRoles =>
        BuiltInRoleList
            .Rows.Where(role => role.Privileged && role.Assignable)
            .Select(role => role.DisplayName)
            .Except(
                ["Directory Synchronization Accounts", "On Premises Directory Sync Account"],
                StringComparer.Ordinal
            );

    /// <summary>Of the others only roles that somebody activates; the roles of just-in-time groups are never asked.</summary>
    private static TenantBuilder AddRoles(TenantBuilder builder) =>
        builder
            .RoleSettings(PrivilegedRoles, PolicySettings.Good)
            .RoleSettings(
                "Global Administrator",
                Approved with
                {
                    Mfa = false,
                    Context = Context,
                    Approvers = [FabrikamTenant.Approvers],
                    PermanentActive = true,
                }
            )
            .RoleSettings(
                "Privileged Role Administrator",
                Approved with
                {
                    // One of the two is eligible herself: the other can still approve.
                    Approvers = ["Amara Okafor", "Helena Costa"],
                    BackupApprovers = ["David Mensah"],
                    ApproverShape = ApproverShape.Observed,
                }
            )
            .RoleSettings("Security Administrator", PolicySettings.Good with { Mfa = false, Context = Context })
            .RoleSettings("Exchange Administrator", PolicySettings.Good with { Approvers = [FabrikamPeople.Leaver] })
            .RoleSettings(["SharePoint Administrator", "Authentication Administrator"], PolicySettings.Good);

    private static TenantBuilder AddGroups(TenantBuilder builder) =>
        builder
            .GroupSettings(FabrikamGroups.Helpdesk, GroupSide.Member, PolicySettings.Good)
            .GroupSettings(
                FabrikamGroups.SecurityReaders,
                GroupSide.Member,
                PolicySettings.Good with
                {
                    Activation = TimeSpan.FromHours(8),
                    Ticket = true,
                }
            );
}
