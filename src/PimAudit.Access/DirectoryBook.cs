using System.Collections.Frozen;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>What is known about each id of a snapshot.</summary>
public sealed class DirectoryBook
{
    private readonly TenantSnapshot snapshot;
    private readonly FrozenDictionary<Guid, User> users;
    private readonly FrozenDictionary<Guid, Group> groups;
    private readonly FrozenDictionary<Guid, ServicePrincipal> servicePrincipals;
    private readonly FrozenDictionary<Guid, DeletedObject> deleted;
    private readonly FrozenSet<Guid> unresolved;
    private readonly FrozenDictionary<Guid, Guid> otherHomes;
    private readonly FrozenDictionary<Guid, ObjectKind> kinds;
    private readonly FrozenDictionary<Guid, RoleDefinition> roles;
    private readonly FrozenDictionary<Guid, AdministrativeUnit> units;
    private readonly Dictionary<Guid, ObjectRef> references = [];
    private readonly Dictionary<Guid, ObjectRef> roleReferences = [];
    private readonly Dictionary<string, ObjectRef> scopeReferences = new(StringComparer.Ordinal);

    internal DirectoryBook(TenantSnapshot snapshot)
    {
        this.snapshot = snapshot;
        users = snapshot.Users.DistinctBy(user => user.Id).ToFrozenDictionary(user => user.Id);
        groups = snapshot.Groups.DistinctBy(group => group.Id).ToFrozenDictionary(group => group.Id);
        servicePrincipals = snapshot.ServicePrincipals.DistinctBy(one => one.Id).ToFrozenDictionary(one => one.Id);
        deleted = snapshot.DeletedObjects.DistinctBy(one => one.Id).ToFrozenDictionary(one => one.Id);
        unresolved = snapshot.UnresolvedObjects.Select(one => one.Id).ToFrozenSet();
        otherHomes = snapshot
            .RoleAssignments.Where(row =>
                row.PrincipalOrganizationId is { } home && home != Guid.Empty && home != snapshot.Tenant.Id
            )
            .DistinctBy(row => row.PrincipalId)
            .ToFrozenDictionary(row => row.PrincipalId, row => row.PrincipalOrganizationId!.Value);
        kinds = snapshot
            .Memberships.Where(row => row.PrincipalKind is not ObjectKind.Unresolved)
            .DistinctBy(row => row.PrincipalId)
            .ToFrozenDictionary(row => row.PrincipalId, row => row.PrincipalKind);
        roles = snapshot.Roles.DistinctBy(role => role.Id).ToFrozenDictionary(role => role.Id);
        units = snapshot.AdministrativeUnits.DistinctBy(unit => unit.Id).ToFrozenDictionary(unit => unit.Id);
    }

    public User? User(Guid id) => users.GetValueOrDefault(id);

    public Group? Group(Guid id) => groups.GetValueOrDefault(id);

    public ServicePrincipal? ServicePrincipal(Guid id) => servicePrincipals.GetValueOrDefault(id);

    public DeletedObject? Deleted(Guid id) => deleted.GetValueOrDefault(id);

    /// <summary>Neither in the directory nor among its deleted items.</summary>
    public bool IsUnresolved(Guid id) => unresolved.Contains(id);

    /// <summary>The tenant that an unresolved principal belongs to, where it is another one: a partner's; null otherwise.</summary>
    public Guid? OtherHome(Guid id) => IsUnresolved(id) && otherHomes.TryGetValue(id, out var home) ? home : null;

    /// <summary>Known to be no more: it signs in nowhere, activates nothing and is in no group.</summary>
    public bool IsGone(Guid id) => IsUnresolved(id) || Deleted(id) is not null;

    public RoleDefinition? Role(Guid id) => roles.GetValueOrDefault(id);

    /// <summary>Kind and name of a principal; kind Unresolved where nothing tells what the id is.</summary>
    public ObjectRef Reference(Guid id)
    {
        if (!references.TryGetValue(id, out var reference))
            references[id] = reference = Make(id);
        return reference;
    }

    private ObjectRef Make(Guid id) =>
        User(id)?.Reference
        ?? Group(id)?.Reference
        ?? ServicePrincipal(id)?.Reference
        ?? Deleted(id)?.Reference
        ?? new ObjectRef(kinds.GetValueOrDefault(id, ObjectKind.Unresolved), id);

    /// <summary>Why nothing is known about an id; null when something is, be it that the directory does not have it.</summary>
    public Gap? GapOf(Guid id) =>
        users.ContainsKey(id)
        || groups.ContainsKey(id)
        || servicePrincipals.ContainsKey(id)
        || deleted.ContainsKey(id)
        || unresolved.Contains(id)
            ? null
            : snapshot.Collection.GapOf(SnapshotParts.Principals, id)
                ?? snapshot.Collection.GapOf(SnapshotParts.DeletedItems, id)
                ?? new Gap(
                    SnapshotParts.Principals,
                    MissingReason.NotCollected,
                    $"Nothing was read about the object {id:D}."
                );

    /// <summary>The role by the name that the tenant, or else Microsoft's list, gives it.</summary>
    public ObjectRef RoleReference(Guid id)
    {
        if (!roleReferences.TryGetValue(id, out var reference))
            roleReferences[id] = reference =
                Role(id)?.Reference
                ?? new ObjectRef(ObjectKind.Role, id, BuiltInRoles.ByTemplateId.GetValueOrDefault(id)?.DisplayName);
        return reference;
    }

    /// <summary>A scope with a name that people know.</summary>
    public ObjectRef ScopeReference(string scope)
    {
        if (!scopeReferences.TryGetValue(scope, out var reference))
            scopeReferences[scope] = reference = MakeScope(scope);
        return reference;
    }

    private ObjectRef MakeScope(string scope)
    {
        if (string.Equals(scope, "/", StringComparison.Ordinal))
            return new(ObjectKind.Scope, scope, "whole tenant");

        var tail = scope[(scope.LastIndexOf('/') + 1)..];
        if (!Guid.TryParse(tail, out var id))
            return new(ObjectKind.Scope, scope);

        return new(ObjectKind.Scope, scope, units.GetValueOrDefault(id)?.DisplayName ?? Reference(id).DisplayName);
    }
}
