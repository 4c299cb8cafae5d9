using PimAudit.Model;

namespace PimAudit.Access.Questions.Planning;

/// <summary>A role at a scope, and what the document says about roles of its kind.</summary>
internal sealed class PlannedRole(AccessMap map, Guid id, string scope)
{
    private const string Administrator = " Administrator";

    public Guid Id => id;

    public string Scope => scope;

    public ObjectRef Reference { get; } = map.Directory.RoleReference(id);

    /// <summary>Name, id, and the place where that is not the whole tenant.</summary>
    public string Label =>
        $"{Reference.Label} ({id:D})"
        + (
            string.Equals(scope, "/", StringComparison.Ordinal)
                ? ""
                : $" at {map.Directory.ScopeReference(scope).Label}"
        );

    /// <summary>The document names these two as the roles whose activation must be approved.</summary>
    public bool NeedsApproval => IsHighlyPrivileged(id);

    public bool IsImmediate => ImmediateRoles.All.Contains(id);

    public bool MustBeApproach1 => MustFollowApproach1(id);

    /// <summary>No approach but the first will do.</summary>
    public static bool MustFollowApproach1(Guid role) => IsHighlyPrivileged(role) || ImmediateRoles.All.Contains(role);

    /// <summary>As the document's examples are named: <c>RAG - Exchange Admins</c>.</summary>
    public string GroupName
    {
        get
        {
            var name = Reference.Label.Trim();
            var purpose =
                name.EndsWith(Administrator, StringComparison.OrdinalIgnoreCase)
                    ? name[..^Administrator.Length] + " Admins"
                : name.EndsWith("er", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("or", StringComparison.OrdinalIgnoreCase)
                    ? name + "s"
                : name;
            return GroupNaming.Prefix + purpose;
        }
    }

    /// <summary>Grants of this role at this scope to groups.</summary>
    public IEnumerable<GroupGrant> Grants =>
        map.GroupGrants.Where(grant =>
            grant.RoleId == id && string.Equals(grant.Scope, scope, StringComparison.Ordinal)
        );

    private static bool IsHighlyPrivileged(Guid role) =>
        role == WellKnownRoles.GlobalAdministrator || role == WellKnownRoles.PrivilegedRoleAdministrator;
}
