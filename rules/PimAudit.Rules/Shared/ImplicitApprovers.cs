using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who approves where approval is on and nobody is named: all Global and Privileged Role Administrators.</summary>
internal static class ImplicitApprovers
{
    /// <summary>In the order of paths.</summary>
    private static readonly ImmutableArray<Guid> Roles =
    [
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
    ];

    /// <summary>Ways to those two roles in the whole tenant.</summary>
    public static IEnumerable<AccessPath> Paths(RuleContext context) =>
        Roles
            .SelectMany(role => context.Access.PathsTo(context.RoleReference(role)))
            .Where(path =>
                string.Equals(path.Scope, "/", StringComparison.Ordinal) && path.Principal.Kind is ObjectKind.User
            );

    /// <summary>Nobody could approve but emergency accounts, and that is certain.</summary>
    public static bool AreCertainlyNobody(RuleContext context) =>
        !Paths(context).Any(path => MayApprove(context, path)) && !Hidden(context);

    private static bool Hidden(RuleContext context) =>
        context
            .Access.Active.Select(grant => (grant.RoleId, grant.PrincipalId))
            .Concat(context.Access.Eligible.Select(grant => (grant.RoleId, grant.PrincipalId)))
            .Where(grant => Roles.Contains(grant.RoleId))
            .Any(grant => context.Access.HoldersOf(grant.PrincipalId).Hidden is not null);

    /// <summary>True also where it is not known.</summary>
    private static bool MayApprove(RuleContext context, AccessPath path)
    {
        var id = Guid.Parse(path.Principal.Id);
        return !context.Emergency.Contains(id)
            && context.Access.Directory.Deleted(id) is null
            && context.Access.Directory.User(id)?.IsEnabled is not false
            && path.Hops.All(IsOpenWithoutApproval);
    }

    /// <summary>An activation that is at work ends soon; the eligibility behind it is a path of its own.</summary>
    private static bool IsOpenWithoutApproval(Hop hop) =>
        hop.State switch
        {
            HopState.Standing or HopState.Unknown => true,
            HopState.Eligible => hop.Gates?.Approval is not true,
            _ => false,
        };
}
