using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>Who could carry a plan out.</summary>
internal static class Administrators
{
    private const string What = "Role: Privileged Role Administrator or Global Administrator, for whoever does this";

    public static PlanItem Of(AccessMap map)
    {
        var people = GroupCrowd.Ordered(map.Paths.Where(Leads).Select(path => path.Principal));
        if (!people.IsEmpty)
            return PlanItem.Of(What, $"held or activatable by {Crowds.Names(people)}", done: true);

        var gap =
            Unread.Lists(map.Snapshot).FirstOrDefault() ?? map.HiddenHolders.Select(spot => spot.Gap).FirstOrDefault();
        return gap is null
            ? PlanItem.Of(What, "nobody holds either", done: false)
            : PlanItem.Of(What, "", done: null, new(Subject: null, gap));
    }

    private static bool Leads(AccessPath path) =>
        path.Principal.Kind is ObjectKind.User
        && string.Equals(path.Scope, "/", StringComparison.Ordinal)
        && Guid.Parse(path.Role.Id) is var id
        && (id == WellKnownRoles.GlobalAdministrator || id == WellKnownRoles.PrivilegedRoleAdministrator);
}
