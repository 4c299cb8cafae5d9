using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Graph PowerShell for assignments. Ids are GUIDs and scopes are checked, so no name and no text of a tenant gets in.</summary>
internal static class AssignmentCommands
{
    private const string UnitPrefix = "/administrativeUnits/";

    /// <summary>
    /// Ends an active assignment of a role, through PIM where the tenant has it; null where the scope is of a kind that no
    /// command can be built for.
    /// </summary>
    public static string? RemoveActive(TenantSnapshot tenant, Guid principalId, Guid roleId, string scope) =>
        tenant.HasPim
            ? Request("New-MgRoleManagementDirectoryRoleAssignmentScheduleRequest", principalId, roleId, scope)
            : Removal(principalId, roleId, scope);

    /// <summary>Ends an eligible assignment of a role; null where the scope is of a kind that no command can be built for.</summary>
    public static string? RemoveEligible(Guid principalId, Guid roleId, string scope) =>
        Request("New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest", principalId, roleId, scope);

    /// <summary>
    /// Lets an eligible assignment of a role end in half a year; null where the scope is of a kind that no command can be
    /// built for.
    /// </summary>
    public static string? LimitEligible(Guid principalId, Guid roleId, string scope) =>
        IsSafe(scope)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"New-MgRoleManagementDirectoryRoleEligibilityScheduleRequest -BodyParameter @{{ action = 'adminUpdate'; principalId = '{principalId:D}'; roleDefinitionId = '{roleId:D}'; directoryScopeId = '{scope}'; {HalfAYear} }}"
            )
            : null;

    /// <summary>Lets an eligible membership of a group end in half a year.</summary>
    public static string LimitEligibleMember(Guid groupId, Guid principalId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{{ action = 'adminUpdate'; accessId = 'member'; groupId = '{groupId:D}'; principalId = '{principalId:D}'; {HalfAYear} }}"
        );

    private const string HalfAYear =
        "justification = 'Time-bound'; scheduleInfo = @{ startDateTime = (Get-Date).ToUniversalTime(); expiration = @{ type = 'afterDuration'; duration = 'P180D' } }";

    /// <summary>Ends a standing membership of a group in PIM.</summary>
    public static string RemoveMember(Guid groupId, Guid principalId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"New-MgIdentityGovernancePrivilegedAccessGroupAssignmentScheduleRequest -BodyParameter @{{ action = 'adminRemove'; accessId = 'member'; groupId = '{groupId:D}'; principalId = '{principalId:D}' }}"
        );

    /// <summary>Makes somebody an eligible member of a group for half a year.</summary>
    public static string MakeEligibleMember(Guid groupId, Guid principalId) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{{ action = 'adminAssign'; accessId = 'member'; groupId = '{groupId:D}'; principalId = '{principalId:D}'; scheduleInfo = @{{ expiration = @{{ type = 'afterDuration'; duration = 'P180D' }} }} }}"
        );

    /// <summary>Ends an eligible membership or ownership of a group in PIM.</summary>
    public static string RemoveEligibleLink(Guid groupId, Guid principalId, GroupAccess access) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -BodyParameter @{{ action = 'adminRemove'; accessId = '{(access is GroupAccess.Member ? "member" : "owner")}'; groupId = '{groupId:D}'; principalId = '{principalId:D}' }}"
        );

    /// <summary>Takes somebody off the directory's own list of a group's members or owners.</summary>
    public static string RemovePlainLink(Guid groupId, Guid principalId, GroupAccess access) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Remove-MgGroup{access}ByRef -GroupId '{groupId:D}' -DirectoryObjectId '{principalId:D}'"
        );

    /// <summary>Several commands, one a line; null when there is none.</summary>
    public static string? Lines(IEnumerable<string?> commands)
    {
        var known = commands.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return known.Count == 0 ? null : string.Join('\n', known);
    }

    private static string? Request(string cmdlet, Guid principalId, Guid roleId, string scope) =>
        IsSafe(scope)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{cmdlet} -BodyParameter @{{ action = 'adminRemove'; principalId = '{principalId:D}'; roleDefinitionId = '{roleId:D}'; directoryScopeId = '{scope}' }}"
            )
            : null;

    /// <summary>Without PIM there is no schedule: the row is found by what it says and deleted.</summary>
    private static string? Removal(Guid principalId, Guid roleId, string scope) =>
        IsSafe(scope)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Get-MgRoleManagementDirectoryRoleAssignment -Filter \"principalId eq '{principalId:D}' and roleDefinitionId eq '{roleId:D}' and directoryScopeId eq '{scope}'\" | ForEach-Object {{ Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId $_.Id }}"
            )
            : null;

    /// <summary>The tenant, an administrative unit, or one object.</summary>
    private static bool IsSafe(string scope)
    {
        if (scope is "/")
            return true;

        var id =
            scope.StartsWith(UnitPrefix, StringComparison.Ordinal) ? scope[UnitPrefix.Length..]
            : scope.StartsWith('/') ? scope[1..]
            : "";
        return Guid.TryParseExact(id, "D", out _);
    }
}
