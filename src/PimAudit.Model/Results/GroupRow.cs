using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>A role that a group carries.</summary>
/// <param name="Eligible">The group is eligible for it.</param>
/// <param name="Active">The group is Assigned to it.</param>
public sealed record GroupGrantRow(ObjectRef Role, ObjectRef Scope, Approach Approach, bool Eligible, bool Active);

/// <summary>A group that holds a role or stands on a path.</summary>
/// <param name="IsRoleAssignable">Null when not read.</param>
/// <param name="Kind">In words: <c>security</c>, <c>Microsoft 365</c>, <c>dynamic</c>, <c>synchronised</c>; null when not read.</param>
/// <param name="Owners">Standing owners; null when not read.</param>
/// <param name="MembersStanding">Null when not read.</param>
/// <param name="MembersEligible">Null when not read.</param>
/// <param name="MembersActivated">Null when not read.</param>
/// <param name="Approach">Of its grants together: Mixed if they differ, Unknown where one is; null for a nested group without a grant of its own.</param>
public sealed record GroupRow(
    ObjectRef Group,
    bool? IsRoleAssignable,
    string? Kind,
    int? Owners,
    int? MembersStanding,
    int? MembersEligible,
    int? MembersActivated,
    ImmutableArray<GroupGrantRow> Grants,
    Approach? Approach
);
