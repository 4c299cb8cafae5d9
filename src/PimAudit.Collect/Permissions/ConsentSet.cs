using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>What to consent to: a few permissions that do for many parts, none of which does more than read.</summary>
public static class ConsentSet
{
    /// <summary>Shows the members of groups that hide them; no part is refused without it.</summary>
    public const string HiddenMembers = Lacking.HiddenMembers;

    private const string DirectoryRead = "Directory.Read.All";

    /// <summary>Everything but beta, in one consent.</summary>
    public static ImmutableArray<string> Recommended { get; } =
    [
        "RoleManagement.Read.Directory",
        "RoleManagementPolicy.Read.AzureADGroup",
        "PrivilegedEligibilitySchedule.Read.AzureADGroup",
        "PrivilegedAssignmentSchedule.Read.AzureADGroup",
        DirectoryRead,
        "AuditLog.Read.All",
        "Policy.Read.All",
        "AccessReview.Read.All",
    ];

    /// <summary>Wanted only by parts of beta, which <c>collect: { beta: true }</c> asks for.</summary>
    public static ImmutableArray<string> Beta { get; } =
    ["PrivilegedAccess.Read.AzureADGroup", "RoleManagementAlert.Read.Directory"];

    /// <summary>What to grant for a need: of the recommended set where that does, else the least.</summary>
    public static string For(PermissionNeed need) =>
        Recommended.FirstOrDefault(permission => need.IsMetBy([permission])) ?? need.Least;

    /// <summary>Parts that a permission of the sets serves, in the order of the table.</summary>
    public static ImmutableArray<PartNeeds> PartsOf(string permission) =>
        [
            .. PartCatalogue.All.Where(needs =>
                needs.Permissions.Any(need => string.Equals(For(need), permission, StringComparison.Ordinal))
            ),
        ];
}
