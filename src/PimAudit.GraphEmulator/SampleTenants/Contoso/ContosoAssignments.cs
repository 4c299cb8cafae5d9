namespace PimAudit.GraphEmulator;

/// <summary>Who and what holds which role at Contoso.</summary>
internal static class ContosoAssignments
{
    public static TenantBuilder Add(TenantBuilder builder) =>
        builder
            .With(AddEligibleGroups)
            .With(AddActiveGroups)
            .With(AddDirect)
            .With(AddOutsidePim)
            .With(AddEmergency)
            .With(AddAtWork);

    /// <summary>Approach 1.</summary>
    private static TenantBuilder AddEligibleGroups(TenantBuilder builder)
    {
        var end = builder.Now.AddDays(180);
        return builder
            .MakeEligible(ContosoGroups.GlobalAdmins, "Global Administrator", end: end)
            .MakeEligible(ContosoGroups.Exchange, "Exchange Administrator", end: end)
            .MakeEligible(ContosoGroups.SharePoint, "SharePoint Administrator", end: end)
            .MakeEligible(ContosoGroups.SecurityAdmins, "Security Administrator", end: end)
            .MakeEligible(ContosoGroups.SecurityAdmins, "Conditional Access Administrator", end: end)
            .MakeEligible(ContosoGroups.HrAccounts, "User Administrator", end: end)
            .MakeEligible(
                ContosoGroups.HrAccounts,
                "Authentication Administrator",
                scope: ContosoPeople.Office,
                end: end
            )
            .MakeEligible(ContosoGroups.PrinterSupport, "Printer Administrator", end: end)
            // The mix: its members are eligible, and so is the group itself.
            .MakeEligible(ContosoGroups.Endpoint, "Intune Administrator", end: end);
    }

    /// <summary>Approach 2, except for the report readers, who have nothing to activate.</summary>
    private static TenantBuilder AddActiveGroups(TenantBuilder builder) =>
        builder
            .Assign(ContosoGroups.Helpdesk, "Helpdesk Administrator")
            .Assign(ContosoGroups.Helpdesk, "Password Administrator")
            .Assign(ContosoGroups.Helpdesk, "User Administrator")
            .Assign(ContosoGroups.Endpoint, "Cloud Device Administrator")
            .Assign(ContosoGroups.Messaging, "Exchange Recipient Administrator")
            .Assign(ContosoGroups.Messaging, "Teams Communications Administrator")
            .Assign(ContosoGroups.Network, "Network Administrator")
            .Assign(ContosoGroups.Network, "Global Secure Access Administrator")
            .Assign(ContosoGroups.SecOps, "Security Operator")
            .Assign(ContosoGroups.SecOps, "Security Reader")
            .Assign(ContosoGroups.ReportReaders, "Reports Reader");

    /// <summary>Without a group in between.</summary>
    private static TenantBuilder AddDirect(TenantBuilder builder)
    {
        var now = builder.Now;
        return builder
            .Assign("Marcus Webb", "Global Administrator", start: now.AddDays(-410))
            .Assign("Freya Nielsen", "Exchange Administrator", start: now.AddDays(-230))
            .Assign("Daniel Fischer", "Billing Administrator", start: now.AddDays(-90), end: now.AddDays(90))
            .MakeEligible("Elena Petrov", "Privileged Role Administrator", end: now.AddDays(60))
            .MakeEligible("Ivan Horvat", "Application Administrator", end: now.AddDays(60))
            .MakeEligible("Peter Novak", "Teams Administrator", start: now.AddDays(-150), end: now.AddDays(60))
            .Assign(ContosoPeople.HrSync, "User Administrator", start: now.AddDays(-300));
    }

    private static TenantBuilder AddOutsidePim(TenantBuilder builder) =>
        builder
            .Assign("Nadia Haddad", "Global Administrator", outsidePim: true)
            .Assign("Miriam Cohen", "Compliance Data Administrator", outsidePim: true)
            .RemoveFromInstances("Miriam Cohen", "Compliance Data Administrator")
            .Assign(ContosoPeople.SyncAccount, "Directory Synchronization Accounts", outsidePim: true);

    /// <summary>One as it should be; the other was tidied into PIM, where it waits for an activation.</summary>
    private static TenantBuilder AddEmergency(TenantBuilder builder) =>
        builder
            .Assign(ContosoPeople.BreakGlassOne, "Global Administrator", outsidePim: true)
            .MakeEligible(
                ContosoPeople.BreakGlassTwo,
                "Global Administrator",
                start: builder.Now.AddDays(-100),
                end: builder.Now.AddDays(265)
            );

    private static TenantBuilder AddAtWork(TenantBuilder builder) =>
        builder.Activate(
            "Oscar Delgado",
            "Exchange Administrator",
            end: builder.Now.AddHours(4),
            @using: ContosoGroups.Exchange
        );
}
