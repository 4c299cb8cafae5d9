using System.Security.Cryptography;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Tests;

/// <summary>Invented objects; the id follows from the name, so that every run has the same.</summary>
internal static class SampleIds
{
    public static readonly DateTimeOffset TakenAt = new(2026, 10, 1, 6, 0, 12, TimeSpan.Zero);
    public static readonly Guid Tenant = new("1352ee0a-fba2-499c-bbf6-20471ed269dc");

    public static readonly ObjectRef WholeTenant = new(ObjectKind.Scope, "/");
    public static readonly ObjectRef GlobalAdmin = Role("62e90394-69f5-4237-9190-012177145e10", "Global Administrator");
    public static readonly ObjectRef RoleAdmin = Role(
        "e8611ab8-c189-46e8-94e1-60213ab1f814",
        "Privileged Role Administrator"
    );
    public static readonly ObjectRef ExchangeAdmin = Role(
        "29232cdf-9323-42fd-ade2-1d097af3e4de",
        "Exchange Administrator"
    );
    public static readonly ObjectRef SharePointAdmin = Role(
        "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
        "SharePoint Administrator"
    );
    public static readonly ObjectRef UserAdmin = Role("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator");
    public static readonly ObjectRef HelpdeskAdmin = Role(
        "729827e3-9c14-49f7-bb1b-9608f156bbb8",
        "Helpdesk Administrator"
    );
    public static readonly ObjectRef PasswordAdmin = Role(
        "966707d0-3269-4727-9be2-8c3a10f19b9d",
        "Password Administrator"
    );
    public static readonly ObjectRef SecurityAdmin = Role(
        "194ae4cb-b126-40b2-bd5b-6091b380977d",
        "Security Administrator"
    );
    public static readonly ObjectRef ReportsReader = Role("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader");

    public static readonly ObjectRef GlobalAdmins = Group("RAG - Global Admins");
    public static readonly ObjectRef ExchangeAdmins = Group("RAG - Exchange Admins");
    public static readonly ObjectRef SharePointAdmins = Group("RAG - SharePoint Admins");
    public static readonly ObjectRef HelpdeskAdmins = Group("RAG - Helpdesk Admins");
    public static readonly ObjectRef TenantOperations = Group("RAG - Tenant Operations");
    public static readonly ObjectRef ServiceDeskOnsite = Group("Service Desk Onsite");
    public static readonly ObjectRef ReportsReaders = Group("RAG Reports Readers");

    public static ObjectRef User(string name) => new(ObjectKind.User, Id(name), name);

    public static ObjectRef Application(string name) => new(ObjectKind.ServicePrincipal, Id(name), name);

    public static ObjectRef Group(string name) => new(ObjectKind.Group, Id(name), name);

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>64 hex digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ObjectRef Role(string id, string name) => new(ObjectKind.Role, id, name);
}
