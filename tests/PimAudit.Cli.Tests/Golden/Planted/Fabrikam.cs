using NUnit.Framework;
using PimAudit.GraphEmulator;

namespace PimAudit.Cli.Tests.Golden.Planted;

/// <summary>Fabrikam, where nothing is wrong, with one thing changed.</summary>
internal static class Fabrikam
{
    public const string EmergencyOne = "Emergency Access One";
    public const string EmergencyTwo = "Emergency Access Two";
    public const string Approvers = "RAG - Privileged Access Approvers";
    public const string GlobalAdmins = "RAG - Global Admins";
    public const string RoleAdmins = "RAG - Privileged Role Admins";
    public const string ExchangeAdmins = "RAG - Exchange Admins";
    public const string SharePointAdmins = "RAG - SharePoint Admins";
    public const string SecurityAdmins = "RAG - Security Admins";
    public const string Helpdesk = "RAG - Helpdesk Admins";
    public const string SecurityReaders = "RAG - Security Readers";
    public const string ReportReaders = "RAG - Report Readers";

    /// <summary>Carries no role.</summary>
    public const string ProtectedOperators = "RAG - Protected Operators";

    /// <summary>The scope of the Lisbon helpdesk.</summary>
    public const string Office = "Lisbon Office";

    /// <summary>An ordinary group with one member, who has no licence.</summary>
    public const string ProjectFerry = "Project Ferry";
    public const string BackupService = "Fabrikam Backup";

    /// <summary>Disabled, and in no group.</summary>
    public const string Leaver = "Walter Brandt";

    public static DateTimeOffset Now => SampleTenants.FabrikamNow;

    /// <summary>What the Exchange Administrator and many others ask for.</summary>
    public static PolicySettings Good => PolicySettings.Good;

    /// <summary>The same with an approval.</summary>
    public static PolicySettings Approved(params string[] approvers) =>
        Good with
        {
            Approval = true,
            Approvers = [.. approvers],
        };

    /// <summary>The change gives exactly these findings, and everything is judged.</summary>
    public static Task Gives(Func<TenantBuilder, TenantBuilder> change, params string[] findings) =>
        Gives(Sample.Fabrikam.With(change), findings);

    public static async Task Gives(Sample sample, params string[] findings)
    {
        var audited = await sample.AuditAsync();

        Assert.That(audited.Findings, Is.EquivalentTo(findings));
        Assert.That(audited.Blind, Is.Empty);
    }

    /// <summary>The change is no fault: nothing is found, and everything is judged.</summary>
    public static Task StaysSilent(Func<TenantBuilder, TenantBuilder> change) => Gives(change);
}
