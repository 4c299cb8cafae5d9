namespace PimAudit.GraphEmulator;

/// <summary>Which group, and what else, holds which role at Fabrikam.</summary>
internal static class FabrikamAssignments
{
    public static TenantBuilder Add(TenantBuilder builder) =>
        builder.With(AddEligible).With(AddActive).With(AddEmergency).With(AddNearMisses);

    private static TenantBuilder AddEligible(TenantBuilder builder)
    {
        var end = builder.Now.AddDays(180);
        return builder
            .MakeEligible(FabrikamGroups.GlobalAdmins, "Global Administrator", end: end)
            .MakeEligible(FabrikamGroups.RoleAdmins, "Privileged Role Administrator", end: end)
            .MakeEligible(FabrikamGroups.ExchangeAdmins, "Exchange Administrator", end: end)
            .MakeEligible(FabrikamGroups.SharePointAdmins, "SharePoint Administrator", end: end)
            .MakeEligible(FabrikamGroups.SecurityAdmins, "Security Administrator", end: end)
            .MakeEligible(
                FabrikamGroups.LisbonHelpdesk,
                "Authentication Administrator",
                scope: FabrikamPeople.Office,
                end: end
            );
    }

    /// <summary>Just-in-time groups are permanently active on their roles; that is Approach 2.</summary>
    private static TenantBuilder AddActive(TenantBuilder builder) =>
        builder
            .Assign(FabrikamGroups.Helpdesk, "Helpdesk Administrator")
            .Assign(FabrikamGroups.Helpdesk, "Password Administrator")
            .Assign(FabrikamGroups.Helpdesk, "User Administrator")
            .Assign(FabrikamGroups.SecurityReaders, "Security Reader")
            .Assign(FabrikamGroups.SecurityReaders, "Global Reader");

    private static TenantBuilder AddEmergency(TenantBuilder builder) =>
        builder
            .Assign(FabrikamTenant.EmergencyOne, "Global Administrator", start: builder.Now.AddDays(-200))
            .Assign(FabrikamTenant.EmergencyTwo, "Global Administrator", start: builder.Now.AddDays(-200));

    private static TenantBuilder AddNearMisses(TenantBuilder builder)
    {
        var now = builder.Now;
        return builder
            // At work, not standing.
            .Activate(
                "Diego Fernandez",
                "Exchange Administrator",
                end: now.AddHours(3),
                @using: FabrikamGroups.ExchangeAdmins
            )
            // Over, or not begun.
            .Assign("Tomasz Kowalski", "Teams Administrator", start: now.AddDays(-40), end: now.AddDays(-1))
            .MakeEligible("Yusuf Demir", "Teams Administrator", start: now.AddDays(-90), end: now)
            .MakeEligible("Mei Tanaka", "Intune Administrator", start: now.AddDays(10), end: now.AddDays(90))
            // Its members, and the application, stand for thirty days to the minute.
            .Assign(FabrikamGroups.ReportReaders, "Reports Reader")
            .Assign(FabrikamPeople.BackupService, "Directory Readers", start: now.AddDays(-5), end: now.AddDays(25))
            .Assign(FabrikamPeople.SecurityExport, "Security Reader", start: now.AddDays(-5), end: now.AddDays(25))
            // Directory synchronisation cannot do without.
            .Assign(FabrikamPeople.SyncAccount, "Directory Synchronization Accounts", outsidePim: true);
    }
}
