using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>Finds what a person means by an id or a name. Case does not matter, the whole name does.</summary>
public static class Names
{
    /// <summary>
    /// Roles with that id, template id or display name; several where the name is ambiguous. One that is held and whose
    /// definition was not read has its id alone.
    /// </summary>
    public static ImmutableArray<ObjectRef> Roles(AccessMap map, string text)
    {
        var shipped = BuiltInRoles
            .ByTemplateId.Values.Where(role => map.Directory.Role(role.TemplateId) is null)
            .Select(role => (role.TemplateId, (Guid?)role.TemplateId, (string?)role.DisplayName));
        var held = map
            .Active.Select(grant => grant.RoleId)
            .Concat(map.Eligible.Select(grant => grant.RoleId))
            .Select(id => (id, (Guid?)null, (string?)null));
        return Pick(
            map.Snapshot.Roles.Select(role => (role.Id, role.TemplateId, role.DisplayName))
                .Concat(shipped)
                .Concat(held)
                .Where(role =>
                    Guid.TryParse(text, out var id) ? role.Item1 == id || role.Item2 == id : Same(role.Item3, text)
                )
                .Select(role => map.Directory.RoleReference(role.Item1))
        );
    }

    /// <summary>Users, applications and deleted or unknown principals with that object id, user principal name or display name.</summary>
    public static ImmutableArray<ObjectRef> Principals(AccessMap map, string text)
    {
        var snapshot = map.Snapshot;
        if (Guid.TryParse(text, out var id))
            return IsPrincipal(map, id) ? [map.Directory.Reference(id)] : [];

        return Pick(
            snapshot
                .Users.Where(user => Same(user.UserPrincipalName, text) || Same(user.DisplayName, text))
                .Select(user => user.Reference)
                .Concat(
                    snapshot.ServicePrincipals.Where(one => Same(one.DisplayName, text)).Select(one => one.Reference)
                )
                .Concat(
                    snapshot
                        .DeletedObjects.Where(one => one.Kind is not ObjectKind.Group && Same(one.DisplayName, text))
                        .Select(one => one.Reference)
                )
        );
    }

    /// <summary>
    /// Groups with that object id or display name, those on no way to a role included; deleted ones by name only where no
    /// living one is called so.
    /// </summary>
    public static ImmutableArray<ObjectRef> Groups(AccessMap map, string text)
    {
        var living = map.Snapshot.Groups.Concat(map.Snapshot.NamedGroups).Select(group => group.Reference).ToList();
        var deleted = map
            .Snapshot.DeletedObjects.Where(one => one.Kind is ObjectKind.Group)
            .Select(one => one.Reference);
        if (!Guid.TryParse(text, out var id))
            return Pick(living.Where(one => Same(one.DisplayName, text))) is { IsEmpty: false } found
                ? found
                : Pick(deleted.Where(one => Same(one.DisplayName, text)));

        var byId = map.Directory.Reference(id);
        return Pick(
            living
                .Concat(deleted)
                .Where(one => string.Equals(one.Id, id.ToString("D"), StringComparison.Ordinal))
                .Concat(byId.Kind is ObjectKind.Group ? [byId] : [])
        );
    }

    /// <summary>
    /// Scopes with that path or object id, else with that name; <c>/</c> is the whole tenant, whatever a unit calls itself.
    /// </summary>
    public static ImmutableArray<ObjectRef> Scopes(AccessMap map, string text)
    {
        var used = map
            .Active.Select(grant => grant.Scope)
            .Concat(map.Eligible.Select(grant => grant.Scope))
            .Concat(map.Snapshot.AdministrativeUnits.Select(unit => $"/administrativeUnits/{unit.Id:D}"))
            .Append("/")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(map.Directory.ScopeReference)
            .ToList();
        var byId = Pick(
            used.Where(scope =>
                Same(scope.Id, text)
                || (
                    Guid.TryParse(text, out var id)
                    && Same(scope.Id[(scope.Id.LastIndexOf('/') + 1)..], id.ToString("D"))
                )
            )
        );
        return byId.IsEmpty ? Pick(used.Where(scope => Same(scope.DisplayName, text))) : byId;
    }

    private static bool IsPrincipal(AccessMap map, Guid id) =>
        map.Directory.User(id) is not null
        || map.Directory.ServicePrincipal(id) is not null
        || map.Directory.Deleted(id) is { Kind: not ObjectKind.Group }
        || map.Directory.IsUnresolved(id)
        || map.Paths.Concat(map.TakeoverPaths)
            .Any(path => string.Equals(path.Principal.Id, id.ToString("D"), StringComparison.Ordinal));

    private static bool Same(string? name, string text) =>
        name is not null && string.Equals(name.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<ObjectRef> Pick(IEnumerable<ObjectRef> found) =>
        [
            .. found
                .DistinctBy(one => one.Id, StringComparer.Ordinal)
                .OrderBy(one => one.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
}
