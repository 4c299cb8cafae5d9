using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Objects that lie on the way to a role.</summary>
internal static class Reach
{
    /// <summary>Every object between somebody and the grants of a role, their principals included.</summary>
    /// <param name="counts">Which scopes are asked about.</param>
    public static HashSet<Guid> Toward(this AccessMap map, Guid roleId, Func<string, bool> counts, bool throughOwners)
    {
        var reach = new HashSet<Guid>();
        var open = new Queue<Guid>(
            map.Active.Where(grant => grant.RoleId == roleId && counts(grant.Scope))
                .Select(grant => grant.PrincipalId)
                .Concat(
                    map.Eligible.Where(grant => grant.RoleId == roleId && counts(grant.Scope))
                        .Select(grant => grant.PrincipalId)
                )
        );
        while (open.TryDequeue(out var id))
        {
            if (!reach.Add(id) || map.Directory.Reference(id).Kind is not ObjectKind.Group)
                continue;

            var people = map.People(id);
            foreach (var link in throughOwners ? people.Members.Concat(people.Owners) : people.Members)
                open.Enqueue(link.PrincipalId);
        }

        return reach;
    }

    /// <summary>Groups that hold the role, and groups inside them: empty ones included, for they can be filled.</summary>
    public static IEnumerable<Guid> GroupsToward(this AccessMap map, Guid roleId, Func<string, bool> counts) =>
        map.Toward(roleId, counts, throughOwners: false)
            .Where(id => map.Directory.Reference(id).Kind is ObjectKind.Group);
}
