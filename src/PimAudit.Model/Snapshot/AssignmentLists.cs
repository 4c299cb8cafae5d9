using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>Where the directory's list of role assignments and PIM's list of instances disagree.</summary>
/// <param name="Pairs">Rows that both lists hold.</param>
/// <param name="OnlyAssignments">Rows that PIM does not list.</param>
/// <param name="OnlyInstances">Rows that the directory does not list.</param>
/// <remarks>
/// Graph documents one instance per role assignment, joined by <c>roleAssignmentOriginId</c>. A row without that id is
/// joined by role, principal and scope, which are unique in the directory. The order of the rows does not matter.
/// </remarks>
public sealed record AssignmentLists(
    ImmutableArray<(RoleAssignment Assignment, RoleAssignmentInstance Instance)> Pairs,
    ImmutableArray<RoleAssignment> OnlyAssignments,
    ImmutableArray<RoleAssignmentInstance> OnlyInstances
)
{
    public static AssignmentLists Compare(
        IEnumerable<RoleAssignment> assignments,
        IEnumerable<RoleAssignmentInstance> instances
    )
    {
        var open = assignments
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .DistinctBy(row => row.Id, StringComparer.Ordinal)
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        var pairs = ImmutableArray.CreateBuilder<(RoleAssignment, RoleAssignmentInstance)>();
        var unmatched = new List<RoleAssignmentInstance>();

        foreach (var instance in instances.OrderBy(row => row.Id, StringComparer.Ordinal))
            if (instance.OriginId is { } origin && open.Remove(origin, out var assignment))
                pairs.Add((assignment, instance));
            else
                unmatched.Add(instance);

        var byTarget = open.Values.ToLookup(row => (row.RoleDefinitionId, row.PrincipalId, row.Scope));
        var onlyInstances = ImmutableArray.CreateBuilder<RoleAssignmentInstance>();
        foreach (var instance in unmatched)
        {
            var match = byTarget[(instance.RoleDefinitionId, instance.PrincipalId, instance.Scope)]
                .FirstOrDefault(row => open.ContainsKey(row.Id));
            if (match is not null && open.Remove(match.Id))
                pairs.Add((match, instance));
            else
                onlyInstances.Add(instance);
        }

        var onlyAssignments = open.Values.OrderBy(row => row.Id, StringComparer.Ordinal).ToImmutableArray();
        return new(pairs.ToImmutable(), onlyAssignments, onlyInstances.ToImmutable());
    }
}
