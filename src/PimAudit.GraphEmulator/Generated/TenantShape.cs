namespace PimAudit.GraphEmulator;

/// <summary>How the figures of a size are made up: free choices, where the figures leave room.</summary>
/// <param name="CoreTeams">Teams for the highest roles; with one, it has them all.</param>
/// <param name="CorePeople">Members of each of them: few, so that not too many hold a high role.</param>
/// <param name="Bundles">Teams of Approach 2, whose members activate their membership.</param>
/// <param name="BundlePeople">Eligible members of all bundles together.</param>
/// <param name="BundleRoles">Roles that only bundles and workloads hold.</param>
/// <param name="GrantsOfBundle">Roles that each bundle is active on.</param>
/// <param name="UnitRoles">Roles that are granted for administrative units only.</param>
/// <param name="Units">Administrative units.</param>
/// <param name="HasApprovers">A role-assignable group of approvers without a role.</param>
/// <param name="HasSynchronisation">An account of directory synchronisation.</param>
/// <param name="IsEveryRoleInUse">Also those that no team wants: services hold them.</param>
/// <param name="Nests">How many towers, ladders and rings of groups are planted.</param>
internal sealed record TenantShape(
    int CoreTeams,
    int CorePeople,
    int Bundles,
    int BundlePeople,
    int BundleRoles,
    int GrantsOfBundle,
    int UnitRoles,
    int Units,
    bool HasApprovers,
    bool HasSynchronisation,
    bool IsEveryRoleInUse,
    int Nests
)
{
    public static TenantShape Of(TenantSize size) =>
        size switch
        {
            TenantSize.Small => new(1, 3, 1, 8, 3, 3, 3, 10, false, false, false, 1),
            TenantSize.Typical => new(5, 4, 12, 110, 8, 3, 6, 25, true, true, false, 1),
            TenantSize.Large => new(5, 5, 94, 2_350, 20, 3, 8, 60, true, true, false, 3),
            _ => new(5, 6, 194, 36_000, 28, 4, 8, 200, true, true, true, 20),
        };

    /// <summary>The two emergency accounts, and the one of directory synchronisation.</summary>
    public int Accounts => HasSynchronisation ? 3 : 2;

    /// <summary>Teams of Approach 1 for everyday work.</summary>
    public int WideTeams(TenantFigures figures) =>
        figures.RoleAssignableGroups - CoreTeams - Bundles - (HasApprovers ? 1 : 0);

    public int WidePeople(TenantFigures figures) =>
        figures.PeopleOnPaths - Accounts - CoreTeams * CorePeople - BundlePeople;
}
