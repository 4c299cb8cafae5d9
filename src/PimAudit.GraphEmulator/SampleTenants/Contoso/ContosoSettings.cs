namespace PimAudit.GraphEmulator;

/// <summary>Contoso's role settings and the policies behind its authentication contexts.</summary>
internal static class ContosoSettings
{
    private const string SharePointContext = "c1";
    private const string HelpdeskContext = "c2";

    public static TenantBuilder Add(TenantBuilder builder) =>
        builder.With(AddContexts).With(AddModelRoles).With(AddFaultyRoles).With(AddGroups);

    /// <summary>The first context is still on trial; the policy of the second asks for a role that nobody holds yet.</summary>
    private static TenantBuilder AddContexts(TenantBuilder builder) =>
        builder
            .AuthenticationContext(SharePointContext, "Site administration")
            .AuthenticationContext(HelpdeskContext, "Password resets")
            .ConditionalAccess(
                "Context: site administration",
                new ConditionalAccessSettings
                {
                    State = "enabledForReportingButNotEnforced",
                    Contexts = [SharePointContext],
                    IncludeUsers = ["All"],
                    ExcludeUsers = [ContosoPeople.BreakGlassOne, ContosoPeople.BreakGlassTwo],
                }
            )
            .ConditionalAccess(
                "Context: password resets",
                new ConditionalAccessSettings
                {
                    Contexts = [HelpdeskContext],
                    IncludeRoles = ["Authentication Administrator"],
                }
            )
            .ConditionalAccess(
                "MFA for everybody",
                new ConditionalAccessSettings
                {
                    IncludeUsers = ["All"],
                    ExcludeUsers = [ContosoPeople.BreakGlassOne, ContosoPeople.BreakGlassTwo],
                }
            );

    private static TenantBuilder AddModelRoles(TenantBuilder builder) =>
        builder
            .RoleSettings(
                "Global Administrator",
                PolicySettings.Good with
                {
                    Activation = TimeSpan.FromHours(4),
                    Approval = true,
                    Approvers = ["Samuel Adeyemi", "Chloe Martin"],
                    PermanentActive = true,
                }
            )
            .RoleSettings(["User Administrator", "Printer Administrator"], PolicySettings.Good);

    private static TenantBuilder AddFaultyRoles(TenantBuilder builder) =>
        builder
            .RoleSettings("Privileged Role Administrator", PolicySettings.Good)
            .RoleSettings("Intune Administrator", PolicySettings.Good with { Mfa = false })
            .RoleSettings("Teams Administrator", PolicySettings.Good with { Justification = false })
            .RoleSettings("Exchange Administrator", PolicySettings.Good with { Activation = TimeSpan.FromHours(10.5) })
            .RoleSettings("Conditional Access Administrator", PolicySettings.Good with { Approval = true })
            .RoleSettings(
                "Security Administrator",
                PolicySettings.Good with
                {
                    Approval = true,
                    Approvers = [ContosoPeople.Disabled, "Nadia Haddad"],
                    ApproverShape = ApproverShape.Observed,
                }
            )
            .RoleSettings(
                "Application Administrator",
                PolicySettings.Good with
                {
                    Approval = true,
                    Approvers = ["Ivan Horvat"],
                }
            )
            .RoleSettings(
                "SharePoint Administrator",
                PolicySettings.Good with
                {
                    Mfa = false,
                    Context = SharePointContext,
                }
            )
            .RoleSettings(
                "Authentication Administrator",
                PolicySettings.Good with
                {
                    Mfa = false,
                    Context = HelpdeskContext,
                }
            );

    /// <summary>The settings of SecOps Tier 2 were never touched.</summary>
    private static TenantBuilder AddGroups(TenantBuilder builder)
    {
        string[] configured =
        [
            ContosoGroups.Helpdesk,
            ContosoGroups.Endpoint,
            ContosoGroups.Messaging,
            ContosoGroups.Network,
        ];
        foreach (var group in configured)
            builder.GroupSettings(group, GroupSide.Member, PolicySettings.Good);
        return builder;
    }
}
