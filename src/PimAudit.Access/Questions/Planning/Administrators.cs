using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Who could carry a plan out: nobody who is deleted or disabled.</summary>
internal static class Administrators
{
    private const string What = "Role: Privileged Role Administrator or Global Administrator, for whoever does this";

    public static PlanItem Of(AccessMap map)
    {
        var people = GroupCrowd.Ordered(map.Paths.Where(path => Leads(map, path)).Select(path => path.Principal));
        if (!people.IsEmpty)
            return PlanItem.Of(What, $"held or activatable by {Crowds.Names(people)}", done: true);

        var gap =
            Unread.Lists(map.Snapshot).FirstOrDefault() ?? map.HiddenHolders.Select(spot => spot.Gap).FirstOrDefault();
        return gap is null
            ? PlanItem.Of(What, "nobody holds either", done: false)
            : PlanItem.Of(What, "", done: null, new(Subject: null, gap));
    }

    private static bool Leads(AccessMap map, AccessPath path) =>
        path.Principal.Kind is ObjectKind.User
        && Life.Of(map.Directory, Guid.Parse(path.Principal.Id)).Fault is null
        && string.Equals(path.Scope, "/", StringComparison.Ordinal)
        && Guid.Parse(path.Role.Id) is var id
        && (id == WellKnownRoles.GlobalAdministrator || id == WellKnownRoles.PrivilegedRoleAdministrator);
}
