namespace PimAudit.GraphEmulator;

/// <summary>Which service behind Graph answers a path, as far as its refusals and licence checks differ.</summary>
internal static class ServiceOf
{
    private static readonly (string Prefix, string Permissions)[] Pim =
    [
        (
            "/identityGovernance/privilegedAccess/group/eligibility",
            "PrivilegedEligibilitySchedule.Read.AzureADGroup,PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup,PrivilegedAccess.Read.AzureADGroup,PrivilegedAccess.ReadWrite.AzureADGroup"
        ),
        (
            "/identityGovernance/privilegedAccess/group/assignment",
            "PrivilegedAssignmentSchedule.Read.AzureADGroup,PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup,PrivilegedAccess.Read.AzureADGroup,PrivilegedAccess.ReadWrite.AzureADGroup"
        ),
        (
            "/roleManagement/directory/roleEligibilitySchedule",
            "RoleEligibilitySchedule.Read.Directory,RoleEligibilitySchedule.ReadWrite.Directory,RoleManagement.Read.Directory,RoleManagement.ReadWrite.Directory"
        ),
        (
            "/roleManagement/directory/roleAssignmentSchedule",
            "RoleAssignmentSchedule.Read.Directory,RoleAssignmentSchedule.ReadWrite.Directory,RoleManagement.Read.Directory,RoleManagement.ReadWrite.Directory"
        ),
        (
            "/policies/roleManagementPolic",
            "RoleManagementPolicy.Read.Directory,RoleManagementPolicy.Read.AzureADGroup,RoleManagement.Read.Directory"
        ),
    ];

    /// <summary>Permissions that PIM names when it refuses the path; null when another service answers it.</summary>
    public static string? PimPermissions(string path) =>
        Pim.Where(entry => path.StartsWith(entry.Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Permissions)
            .FirstOrDefault();

    public static bool IsAccessReviews(string path) =>
        path.StartsWith("/identityGovernance/accessReviews", StringComparison.OrdinalIgnoreCase);

    public static bool IsConditionalAccess(string path) =>
        path.StartsWith("/identity/conditionalAccess", StringComparison.OrdinalIgnoreCase);
}
