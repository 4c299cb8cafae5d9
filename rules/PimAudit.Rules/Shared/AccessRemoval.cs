using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Graph PowerShell that takes from a principal what he holds himself; what others hold is left alone.</summary>
internal static class AccessRemoval
{
    /// <summary>One command for each of his own assignments, eligibilities and memberships; null where there is none.</summary>
    public static string? Of(RuleContext context, RoleHolder holder) =>
        AssignmentCommands.Lines(holder.Paths.Select(path => Of(context, holder.Id, path)));

    /// <summary>An activation ends with the eligibility behind it, which has a path of its own.</summary>
    private static string? Of(RuleContext context, Guid id, AccessPath path)
    {
        var hop = path.Hops[0];
        var target = Guid.Parse(hop.To.Id);
        return (hop.Relation, hop.State) switch
        {
            (_, HopState.Activated) => null,
            (HopRelation.Role, HopState.Eligible) => AssignmentCommands.RemoveEligible(id, target, path.Scope),
            (HopRelation.Role, _) => AssignmentCommands.RemoveActive(context.Snapshot, id, target, path.Scope),
            (HopRelation.Member, HopState.Eligible) => AssignmentCommands.RemoveEligibleLink(
                target,
                id,
                GroupAccess.Member
            ),
            _ => AssignmentCommands.RemovePlainLink(target, id, GroupAccess.Member),
        };
    }
}
