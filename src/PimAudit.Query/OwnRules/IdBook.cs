using System.Text.RegularExpressions;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Says of an id in a query's answer what it identifies.</summary>
internal sealed partial class IdBook(AccessMap map)
{
    private HashSet<Guid>? principals;

    /// <summary>The object; null when the snapshot does not know the id.</summary>
    public ObjectRef? Find(string id)
    {
        if (id is "member" or "owner")
            return new(ObjectKind.Access, id);
        if (IsScope(id))
            return map.Directory.ScopeReference(id);
        return Guid.TryParseExact(id, "D", out var guid) ? Find(guid) : Named(id);
    }

    public static bool IsScope(string text) =>
        IsPlain(text) && (text[0] is '/' || text.StartsWith("app:", StringComparison.Ordinal));

    /// <summary>What an id may be made of: a name of the tenant, which may lie or hold a command, is none.</summary>
    public static bool IsPlain(string text) => Plain().IsMatch(text);

    /// <summary>An object of the directory, a role or the tenant.</summary>
    private ObjectRef? Find(Guid id)
    {
        var principal = map.Directory.Reference(id);
        if (principal.Kind is not ObjectKind.Unresolved)
            return principal;
        if (map.Directory.Role(id) is not null || BuiltInRoles.ByTemplateId.ContainsKey(id))
            return map.Directory.RoleReference(id);
        if (map.Snapshot.Tenant.Id == id)
            return map.Snapshot.Tenant.Reference;
        if (map.Snapshot.AdministrativeUnits.FirstOrDefault(unit => unit.Id == id) is { } unit)
            return new(ObjectKind.AdministrativeUnit, id, unit.DisplayName);
        if (Named(id.ToString("D")) is { } named)
            return named;

        principals ??= [.. Lists.Principals(map)];
        return principals.Contains(id) ? principal : null;
    }

    private ObjectRef? Named(string id)
    {
        if (map.Snapshot.AccessReviews.FirstOrDefault(one => Same(one.Id, id)) is { } review)
            return review.Reference;
        if (map.Snapshot.AuthenticationContexts.FirstOrDefault(one => Same(one.Id, id)) is { } context)
            return new(ObjectKind.AuthenticationContext, context.Id, context.DisplayName);
        return map.Snapshot.ConditionalAccessPolicies.FirstOrDefault(one => Same(one.Id, id)) is { } policy
            ? new(ObjectKind.ConditionalAccessPolicy, policy.Id, policy.DisplayName)
            : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z0-9._:/-]{1,200}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
