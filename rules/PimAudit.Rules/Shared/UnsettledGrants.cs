using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>
/// Role assignments that stood in the directory's list alone and could not be read again: they may be gone, and PIM may list
/// them by now, standing or activated.
/// </summary>
internal static class UnsettledGrants
{
    /// <summary>Why nothing can be said of a role assignment; null where both lists agree, or were read twice.</summary>
    public static Gap? GapOf(RuleContext context, ActiveGrant grant)
    {
        var collection = context.Snapshot.Collection;
        return grant.Origin is GrantOrigin.Unlisted
            ? collection.GapOf(SnapshotParts.ActiveAssignments, grant.PrincipalId)
                ?? collection.GapOf(SnapshotParts.RoleAssignments, grant.PrincipalId)
            : null;
    }

    /// <summary>One blind judgement for each that is on a principal of this kind; exempt grants and service roles left out.</summary>
    /// <param name="counts">Which roles the rule looks at.</param>
    public static IEnumerable<Judgement> On(RuleContext context, ObjectKind kind, Func<Guid, bool> counts) =>
        context
            .Access.Active.Where(grant =>
                counts(grant.RoleId)
                && !context.Roles.IsService(grant.RoleId)
                && context.Reference(grant.PrincipalId).Kind == kind
                && !context.IsExempt(grant.PrincipalId)
            )
            .Select(grant => (Grant: grant, Gap: GapOf(context, grant)))
            .Where(one => one.Gap is not null)
            .Select(one => new Judgement.Blind(context.Reference(one.Grant.PrincipalId), one.Gap!)
            {
                Identity = [context.RoleReference(one.Grant.RoleId), context.ScopeReference(one.Grant.Scope)],
            });
}
