using System.Text.RegularExpressions;

namespace PimAudit.GraphEmulator;

/// <summary>Which service behind Graph answers a path, as far as refusals, licences and limits differ.</summary>
internal enum GraphServiceKind
{
    Directory,
    Pim,
    AccessReviews,
    ConditionalAccess,
    Reports,
}

/// <summary>What a path demands.</summary>
/// <param name="AnyOf">One of these is enough; PIM names them all when it refuses.</param>
/// <param name="And">Wanted besides, all of them.</param>
internal sealed record PermissionRow(Regex Path, GraphServiceKind Service, string[] AnyOf, string[] And);

/// <summary>The permissions of every path, least-privileged first; the first row that fits decides.</summary>
/// <remarks>A permission to write is accepted where the service's refusal names it.</remarks>
internal static class Permissions
{
    public const string SignIns = "AuditLog.Read.All";
    public const string HiddenMembers = "Member.Read.Hidden";
    private const string Everything = "Directory.Read.All";
    private const string Roles = "RoleManagement.Read.Directory";

    private static readonly PermissionRow[] Table =
    [
        Pim(
            "identityGovernance/privilegedAccess/group/eligibility",
            "PrivilegedEligibilitySchedule.Read.AzureADGroup",
            "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup",
            "PrivilegedAccess.Read.AzureADGroup",
            "PrivilegedAccess.ReadWrite.AzureADGroup"
        ),
        Pim(
            "identityGovernance/privilegedAccess/group/assignment",
            "PrivilegedAssignmentSchedule.Read.AzureADGroup",
            "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup",
            "PrivilegedAccess.Read.AzureADGroup",
            "PrivilegedAccess.ReadWrite.AzureADGroup"
        ),
        Pim(
            "identityGovernance/privilegedAccess/group/resources",
            "PrivilegedAccess.Read.AzureADGroup",
            "PrivilegedAccess.ReadWrite.AzureADGroup"
        ),
        Pim(
            "identityGovernance/roleManagementAlerts",
            "RoleManagementAlert.Read.Directory",
            "RoleManagementAlert.ReadWrite.Directory"
        ),
        Pim(
            "roleManagement/directory/roleEligibilitySchedule",
            "RoleEligibilitySchedule.Read.Directory",
            "RoleEligibilitySchedule.ReadWrite.Directory",
            Roles,
            "RoleManagement.ReadWrite.Directory"
        ),
        Pim(
            "roleManagement/directory/roleAssignmentSchedule",
            "RoleAssignmentSchedule.Read.Directory",
            "RoleAssignmentSchedule.ReadWrite.Directory",
            Roles,
            "RoleManagement.ReadWrite.Directory"
        ),
        Pim(
            "policies/roleManagementPolic.*(scopeType eq 'Group'|/Group_)",
            "RoleManagementPolicy.Read.AzureADGroup",
            "RoleManagementPolicy.ReadWrite.AzureADGroup"
        ),
        Pim(
            "policies/roleManagementPolic",
            "RoleManagementPolicy.Read.Directory",
            "RoleManagementPolicy.ReadWrite.Directory",
            Roles,
            "RoleManagement.ReadWrite.Directory"
        ),
        Row("roleManagement/directory/", GraphServiceKind.Directory, [Roles, Everything]),
        Row("identityGovernance/accessReviews", GraphServiceKind.AccessReviews, ["AccessReview.Read.All"]),
        Row("auditLogs/", GraphServiceKind.Reports, [SignIns], Everything),
        Row("reports/", GraphServiceKind.Reports, ["AuditLog.Read.All"]),
        Row(
            "identity/conditionalAccess/authenticationContext",
            GraphServiceKind.ConditionalAccess,
            ["Policy.Read.ConditionalAccess", "Policy.Read.All"]
        ),
        Row("identity/conditionalAccess/", GraphServiceKind.ConditionalAccess, ["Policy.Read.All"]),
        Row("subscribedSkus", GraphServiceKind.Directory, ["Organization.Read.All", Everything]),
        Row("(groups|users)/[^/]+/(transitiveM|m)emberOf", GraphServiceKind.Directory, [Everything]),
        Row("groups", GraphServiceKind.Directory, Of(EntryKind.Group)),
        Row("users.*[?&]\\$?select=[^&]*signInActivity", GraphServiceKind.Directory, Of(EntryKind.User), SignIns),
        Row("users", GraphServiceKind.Directory, Of(EntryKind.User)),
        Row("servicePrincipals", GraphServiceKind.Directory, Of(EntryKind.ServicePrincipal)),
        Row("applications", GraphServiceKind.Directory, Of(EntryKind.Application)),
        Row("directory/administrativeUnits", GraphServiceKind.Directory, Of(EntryKind.AdministrativeUnit)),
        Row("", GraphServiceKind.Directory, [Everything]),
    ];

    public static PermissionRow For(GraphRequest request) => Table.First(row => row.Path.IsMatch(request.Readable));

    public static bool Suffice(PermissionRow row, Caller caller) =>
        caller.Permissions is not { } granted || row.AnyOf.Any(granted.Contains) && row.And.All(granted.Contains);

    /// <summary>Objects of the kind may be read, not only known by their ids.</summary>
    public static bool Suffice(EntryKind kind, Caller caller) =>
        caller.Permissions is not { } granted || Of(kind).Any(granted.Contains);

    private static string[] Of(EntryKind kind) =>
        kind switch
        {
            EntryKind.User => ["User.Read.All", Everything],
            EntryKind.Group => ["GroupMember.Read.All", Everything],
            EntryKind.AdministrativeUnit => ["AdministrativeUnit.Read.All", Everything],
            _ => ["Application.Read.All", Everything],
        };

    private static PermissionRow Pim(string path, params string[] anyOf) => Row(path, GraphServiceKind.Pim, anyOf);

    private static PermissionRow Row(string path, GraphServiceKind service, string[] anyOf, params string[] and) =>
        new(
            new Regex(
                @"^/(v1\.0|beta)/" + path,
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            ),
            service,
            anyOf,
            and
        );
}
