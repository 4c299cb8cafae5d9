using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Why it is not known whether a path stands or was activated.</summary>
internal static class UntoldState
{
    /// <param name="path">A path with a hop whose state is Unknown.</param>
    public static Gap Of(RuleContext context, AccessPath path)
    {
        var hop = path.Hops.First(one => one.State is HopState.Unknown);
        var part = hop.Relation is HopRelation.Role ? SnapshotParts.ActiveAssignments : SnapshotParts.GroupAssignments;
        return (
                Guid.TryParse(hop.To.Id, out var id) && hop.Relation is not HopRelation.Role
                    ? context.Access.People(id).AssignmentsGap
                    : null
            )
            ?? new Gap(
                part,
                MissingReason.Malformed,
                $"PIM does not tell whether {path.Principal.Label} was assigned {path.Role.Label} or activated it."
            );
    }
}
