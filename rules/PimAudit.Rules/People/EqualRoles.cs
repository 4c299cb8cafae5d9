using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>
/// Whether somebody reaches as much as some paths give: each of their roles at the same scope or in the whole tenant, or a
/// highly privileged role of the whole tenant. Eligible counts.
/// </summary>
internal sealed class EqualRoles(RuleContext context)
{
    private readonly Dictionary<string, ILookup<string, string>> scopes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ObjectRef> highest =
    [
        .. context.Roles.HighlyPrivileged.Select(context.RoleReference),
    ];
    private ILookup<Guid, Gap>? hidden;

    /// <returns>Null with the reason where a group whose people are not known may hold the person.</returns>
    public (bool? IsEqual, Gap? Gap) Of(Guid personId, ImmutableArray<AccessPath> paths)
    {
        var person = personId.ToString("D");
        if (highest.Any(role => ScopesOf(role, person).Contains("/", StringComparer.Ordinal)))
            return (true, null);

        var lacked = paths
            .Where(path =>
                !ScopesOf(path.Role, person)
                    .Any(scope => scope is "/" || string.Equals(scope, path.Scope, StringComparison.Ordinal))
            )
            .ToList();
        if (lacked.Count == 0)
            return (true, null);

        var gap = lacked
            .Select(path => path.Role)
            .Concat(highest)
            .Select(role => HiddenOf(Guid.Parse(role.Id)))
            .FirstOrDefault(one => one is not null);
        return gap is null ? (false, null) : (null, gap);
    }

    private IEnumerable<string> ScopesOf(ObjectRef role, string person)
    {
        if (!scopes.TryGetValue(role.Id, out var found))
            scopes[role.Id] = found = context
                .Access.PathsTo(role)
                .ToLookup(path => path.Principal.Id, path => path.Scope, StringComparer.Ordinal);
        return found[person];
    }

    private Gap? HiddenOf(Guid roleId) =>
        (
            hidden ??= context
                .Access.Active.Select(grant => (grant.RoleId, grant.PrincipalId))
                .Concat(context.Access.Eligible.Select(grant => (grant.RoleId, grant.PrincipalId)))
                .Distinct()
                .Select(grant => (grant.RoleId, Gap: context.Access.HoldersOf(grant.PrincipalId).Hidden))
                .Where(pair => pair.Gap is not null)
                .ToLookup(pair => pair.RoleId, pair => pair.Gap!)
        )[roleId]
            .FirstOrDefault();
}
