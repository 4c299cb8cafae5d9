using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Where the gates that were read lead: to roles whose holders decide what a gate amounts to.</summary>
internal static class GateTrail
{
    /// <summary>Authentication contexts that some activation asks for.</summary>
    public static IEnumerable<string> Contexts(CollectionRun run) =>
        run
            .Rows.RoleSettings.Where(one => one.ContextRequired is true)
            .Select(one => one.AuthenticationContext)
            .OfType<string>();

    public static IEnumerable<Guid> Roles(CollectionRun run) => Approving(run).Concat(NamedByPolicies(run)).Distinct();

    /// <summary>Approval on and nobody named: these two approve.</summary>
    private static IEnumerable<Guid> Approving(CollectionRun run) =>
        run.Rows.RoleSettings.Exists(one => one is { ApprovalRequired: true, Approvers.IsEmpty: true })
            ? [WellKnownRoles.GlobalAdministrator, WellKnownRoles.PrivilegedRoleAdministrator]
            : [];

    /// <summary>Whether a policy reaches somebody may hang on the roles that he holds already.</summary>
    private static IEnumerable<Guid> NamedByPolicies(CollectionRun run)
    {
        var claims = Contexts(run).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return run
            .Rows.ConditionalAccessPolicies.Where(policy =>
                policy.State is PolicyState.Enabled && policy.Contexts.Any(claims.Contains)
            )
            .SelectMany(policy => policy.Includes.Roles.Concat(policy.Excludes.Roles));
    }
}
