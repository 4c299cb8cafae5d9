using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>A role that a team is eligible for (Approach 1) or active on (Approach 2).</summary>
/// <param name="Unit">Name of the administrative unit; null for the whole tenant.</param>
internal readonly record struct Grant(string Role, string? Unit);

/// <summary>A role-assignable group with its people: standing in Approach 1, eligible in Approach 2.</summary>
internal sealed record Team(string Name, ImmutableArray<string> People, ImmutableArray<Grant> Grants);

/// <summary>A service principal with the roles that it holds for some weeks.</summary>
internal sealed record Workload(string Name, ImmutableArray<string> Roles);

/// <summary>A group that PIM manages and that holds no role: it opens applications.</summary>
internal sealed record AccessGroup(string Name, ImmutableArray<string> Eligible);
