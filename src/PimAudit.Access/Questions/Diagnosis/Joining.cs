using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>How somebody comes into a group that carries a role.</summary>
internal static class Joining
{
    /// <summary>Nobody is added to it in the portal: a rule fills it, or the directory on the premises.</summary>
    public static bool IsClosed(AccessMap map, Guid groupId) =>
        map.Directory.Group(groupId) is { } group && (group.IsDynamic is true || group.IsSynchronised is true);

    public static Advice Advice(Case asked, GroupGrant grant)
    {
        var map = asked.Map;
        var group = map.Directory.Reference(grant.GroupId);
        var which = What(map, grant);
        return new(
            map.Directory.Group(grant.GroupId) switch
            {
                { IsDynamic: true } => $"Let {asked.Person.Label} meet the membership rule of {group.Label}, {which}.",
                { IsSynchronised: true } => $"Add {asked.Person.Label} on the premises to {group.Label}, {which}.",
                _ when StandsIn(grant) => $"Add {asked.Person.Label} as a member to {group.Label}, {which}.",
                _ => $"Make {asked.Person.Label} an eligible member of {group.Label}, {which}.",
            },
            group
        );
    }

    /// <summary>Such as <c>which is eligible for Exchange Administrator</c>.</summary>
    public static string What(AccessMap map, GroupGrant grant)
    {
        var role = map.Directory.RoleReference(grant.RoleId).Label + Place.Of(map, grant.Scope);
        return grant.Active.IsEmpty ? $"which is eligible for {role}" : $"which holds {role}";
    }

    /// <summary>Approach 1, or what becomes it: the members stand and activate the role.</summary>
    private static bool StandsIn(GroupGrant grant) => grant.Active.IsEmpty && grant.Approach is not Approach.Mixed;
}
