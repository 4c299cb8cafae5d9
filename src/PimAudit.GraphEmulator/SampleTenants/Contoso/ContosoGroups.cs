namespace PimAudit.GraphEmulator;

/// <summary>Contoso's groups and who is, or may become, a member.</summary>
internal static class ContosoGroups
{
    public const string Helpdesk = "RAG - Helpdesk Admins";
    public const string Exchange = "RAG - Exchange Admins";
    public const string SharePoint = "RAG - SharePoint Admins";
    public const string GlobalAdmins = "RAG - Global Admins";
    public const string SecurityAdmins = "RAG - Security Admins";
    public const string Endpoint = "RAG - Endpoint Admins";
    public const string HrAccounts = "RAG - HR Account Admins";
    public const string Messaging = "RAG - Messaging Bundle";
    public const string Network = "RAG - Network Admins";
    public const string ReportReaders = "RAG - Report Readers";

    /// <summary>Role-assignable, but not named by the convention.</summary>
    public const string SecOps = "SecOps Tier 2";

    /// <summary>Ordinary, and nested in <see cref="SharePoint"/>.</summary>
    public const string CollaborationLeads = "Collaboration Leads";

    /// <summary>Ordinary and synchronised, and eligible to become a member of <see cref="Network"/>.</summary>
    public const string NetworkOperations = "Network Operations";

    /// <summary>Ordinary and dynamic, and eligible for a role itself.</summary>
    public const string PrinterSupport = "Printer Support Team";

    public static TenantBuilder Add(TenantBuilder builder)
    {
        string[] roleAssignable =
        [
            Helpdesk,
            Exchange,
            SharePoint,
            GlobalAdmins,
            SecurityAdmins,
            Endpoint,
            HrAccounts,
            Messaging,
            Network,
            ReportReaders,
            SecOps,
        ];
        foreach (var name in roleAssignable)
            builder.Group(name, roleAssignable: true);
        return builder.With(AddOrdinary).With(AddStandingMembers).With(AddHelpdesk).With(AddJustInTimeMembers);
    }

    private static TenantBuilder AddOrdinary(TenantBuilder builder) =>
        builder
            .Group(CollaborationLeads)
            .AddMembers(CollaborationLeads, "Laura Schmidt", "Victor Almeida")
            .Group(NetworkOperations)
            .MakeSynchronised(NetworkOperations)
            .AddMembers(NetworkOperations, "Ivan Horvat", "Sofia Alvarez")
            .Group(PrinterSupport)
            .MakeDynamic(PrinterSupport, "user.jobTitle -eq \"Facilities Technician\"")
            .AddMembers(PrinterSupport, "Dmitri Volkov", "Grace Kim");

    private static TenantBuilder AddStandingMembers(TenantBuilder builder) =>
        builder
            .AddMembers(GlobalAdmins, "Nadia Haddad", "Marcus Webb", "Ji-woo Park")
            .AddMembers(Exchange, "Freya Nielsen", "Oscar Delgado")
            .AddMembers(SharePoint, "Hana Suzuki", "Peter Novak", CollaborationLeads)
            .AddMembers(SecurityAdmins, "Samuel Adeyemi", "Rajesh Iyer")
            .AddMembers(HrAccounts, "Zanele Khumalo", "Sofia Alvarez")
            .AddMembers(ReportReaders, "Olivia Grant", "Hassan Ali")
            .AddOwner("Marcus Webb", GlobalAdmins)
            .AddOwner("Lucia Romano", Helpdesk);

    /// <summary>The bundle of the document; its lead never activates anything.</summary>
    private static TenantBuilder AddHelpdesk(TenantBuilder builder)
    {
        var end = builder.Now.AddDays(150);
        return builder
            .AddMember("Lucia Romano", Helpdesk)
            .GroupEligible("Emily Carter", Helpdesk, end: end)
            .GroupEligible("Tariq Aziz", Helpdesk, end: end)
            .GroupEligible("Bongani Dlamini", Helpdesk, end: end)
            .GroupEligible(ContosoPeople.Deleted, Helpdesk, end: end)
            .GroupActivate("Emily Carter", Helpdesk, end: builder.Now.AddHours(6));
    }

    private static TenantBuilder AddJustInTimeMembers(TenantBuilder builder)
    {
        var end = builder.Now.AddDays(90);
        return builder
            .GroupEligible("Laura Schmidt", Endpoint, end: end)
            .GroupEligible("Kwame Boateng", Endpoint, end: end)
            .GroupEligible("Freya Nielsen", Messaging, end: end)
            .GroupEligible("Oscar Delgado", Messaging, end: end)
            .GroupEligible("Bongani Dlamini", Network, end: end)
            .GroupEligible(NetworkOperations, Network, end: end)
            .GroupEligible("Chloe Martin", SecOps, end: end)
            .GroupEligible("Rajesh Iyer", SecOps, end: end)
            .GroupEligible(ContosoPeople.Disabled, SecOps, end: end);
    }
}
