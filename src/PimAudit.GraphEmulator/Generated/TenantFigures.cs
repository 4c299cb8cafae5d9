namespace PimAudit.GraphEmulator;

/// <summary>What there is how many times in a generated tenant, exactly, before violations are planted.</summary>
/// <param name="Users">All users; most exist only by count.</param>
/// <param name="PeopleOnPaths">Users who hold a role or may activate one, emergency accounts included.</param>
/// <param name="BuiltInRoles">Built-in roles that somebody holds or may activate.</param>
/// <param name="CustomRoles">Custom roles, all of them in use.</param>
/// <param name="ActiveAssignments">Rows of active role assignments: assigned and activated.</param>
/// <param name="EligibleAssignments">Rows of eligible role assignments.</param>
/// <param name="RoleAssignableGroups">Groups that may hold a role.</param>
/// <param name="PimGroups">Groups with somebody eligible, most of which hold no role.</param>
/// <param name="GroupEligibilities">Rows of eligible memberships.</param>
/// <param name="AuditEvents">Events of the last thirty days.</param>
public sealed record TenantFigures(
    int Users,
    int PeopleOnPaths,
    int BuiltInRoles,
    int CustomRoles,
    int ActiveAssignments,
    int EligibleAssignments,
    int RoleAssignableGroups,
    int PimGroups,
    int GroupEligibilities,
    int AuditEvents
)
{
    /// <remarks>
    /// Of the 145 built-in roles three cannot be assigned, so no tenant has more than 142 in use. A tenant may have 500
    /// role-assignable groups; from 400 on it is near the limit, which is a finding.
    /// </remarks>
    public static TenantFigures Of(TenantSize size) =>
        size switch
        {
            TenantSize.Small => new(150, 20, 12, 0, 20, 25, 3, 5, 15, 300),
            TenantSize.Typical => new(8_000, 250, 40, 0, 120, 300, 40, 60, 600, 10_000),
            TenantSize.Large => new(120_000, 4_000, 90, 0, 1_500, 5_000, 300, 1_000, 20_000, 250_000),
            TenantSize.Extreme => new(1_500_000, 40_000, 142, 100, 20_000, 60_000, 390, 4_400, 250_000, 5_000_000),
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, "There is no such size."),
        };
}
