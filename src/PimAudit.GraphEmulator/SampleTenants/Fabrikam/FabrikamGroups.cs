namespace PimAudit.GraphEmulator;

/// <summary>Fabrikam's groups and who is, or may become, a member.</summary>
internal static class FabrikamGroups
{
    public const string GlobalAdmins = "RAG - Global Admins";
    public const string RoleAdmins = "RAG - Privileged Role Admins";
    public const string ExchangeAdmins = "RAG - Exchange Admins";
    public const string SharePointAdmins = "RAG - SharePoint Admins";
    public const string SecurityAdmins = "RAG - Security Admins";
    public const string Helpdesk = "RAG - Helpdesk Admins";
    public const string SecurityReaders = "RAG - Security Readers";
    public const string LisbonHelpdesk = "RAG - Lisbon Helpdesk";
    public const string ReportReaders = "RAG - Report Readers";

    /// <summary>Carries no role: who stands in it cannot be reset by a helpdesk.</summary>
    public const string ProtectedOperators = "RAG - Protected Operators";

    public static TenantBuilder Add(TenantBuilder builder) =>
        builder.With(AddRoleAssignable).With(AddOrdinary).With(AddStandingMembers).With(AddJustInTimeMembers);

    private static TenantBuilder AddRoleAssignable(TenantBuilder builder)
    {
        string[] names =
        [
            GlobalAdmins,
            RoleAdmins,
            ExchangeAdmins,
            SharePointAdmins,
            SecurityAdmins,
            Helpdesk,
            SecurityReaders,
            LisbonHelpdesk,
            ReportReaders,
            FabrikamTenant.Approvers,
            ProtectedOperators,
        ];
        foreach (var name in names)
            builder.Group(name, roleAssignable: true);
        return builder;
    }

    /// <summary>Ordinary groups are dynamic, nested, and hold no role.</summary>
    private static TenantBuilder AddOrdinary(TenantBuilder builder) =>
        builder
            .Group("Everybody")
            .MakeDynamic("Everybody", "user.accountEnabled -eq true")
            .AddMembers("Everybody", "Amara Okafor", "Olga Petrova", "Grace Holloway")
            .Group("Project Ferry")
            .Group("Project Ferry Guests")
            .AddMember("Olga Petrova", "Project Ferry")
            .AddMember("Project Ferry Guests", "Project Ferry");

    /// <summary>Approach 1: plain members of groups that are eligible for a role.</summary>
    private static TenantBuilder AddStandingMembers(TenantBuilder builder) =>
        builder
            .AddMembers(GlobalAdmins, "Amara Okafor", "Jonas Lindqvist", "Mei Tanaka")
            .AddMembers(RoleAdmins, "Amara Okafor", "Priya Nair")
            .AddMembers(ExchangeAdmins, "Diego Fernandez", "Ines Duarte")
            .AddMembers(SharePointAdmins, "Luca Moretti", "Ines Duarte")
            .AddMembers(SecurityAdmins, "Helena Costa", "David Mensah")
            .AddMembers(LisbonHelpdesk, "Beatriz Pinto", "Kofi Asante")
            .With(AddReportReaders)
            .AddMembers(FabrikamTenant.Approvers, "Helena Costa", "David Mensah", "Amara Okafor")
            .AddMembers(
                ProtectedOperators,
                "Sara Lindholm",
                "Yusuf Demir",
                "Grace Holloway",
                "Noor Rahman",
                "Priya Nair",
                "Tomasz Kowalski"
            );

    /// <summary>Nothing to activate, but thirty days to the minute.</summary>
    private static TenantBuilder AddReportReaders(TenantBuilder builder)
    {
        var (start, end) = (builder.Now.AddDays(-12), builder.Now.AddDays(18));
        return builder
            .GroupAssign("Grace Holloway", ReportReaders, start: start, end: end)
            .GroupAssign("Tomasz Kowalski", ReportReaders, start: start, end: end);
    }

    /// <summary>Approach 2: people who activate their membership; one is at work, one stands in for thirty days.</summary>
    private static TenantBuilder AddJustInTimeMembers(TenantBuilder builder)
    {
        var now = builder.Now;
        return builder
            .GroupEligible("Sara Lindholm", Helpdesk, end: now.AddDays(120))
            .GroupEligible("Yusuf Demir", Helpdesk, end: now.AddDays(120))
            .GroupEligible("Grace Holloway", Helpdesk, end: now.AddDays(120))
            .GroupEligible("Noor Rahman", Helpdesk, end: now.AddDays(120))
            .GroupActivate("Sara Lindholm", Helpdesk, end: now.AddHours(5))
            .GroupAssign("Kofi Asante", Helpdesk, start: now.AddDays(-10), end: now.AddDays(20))
            .GroupAssign("Olga Petrova", Helpdesk, start: now.AddDays(-50), end: now.AddDays(-1))
            .GroupEligible("Priya Nair", SecurityReaders, end: now.AddDays(200))
            .GroupEligible("Tomasz Kowalski", SecurityReaders, end: now.AddDays(200));
    }
}
