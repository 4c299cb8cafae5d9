using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>How high each role stands under a profile.</summary>
/// <param name="HighlyPrivileged">Template ids of <c>highlyPrivilegedRoles</c>.</param>
/// <param name="AlsoPrivileged">Template ids that count as privileged beside Microsoft's own mark.</param>
/// <param name="Service">Template ids of roles that only services hold; outside the rules about standing access.</param>
public sealed record RoleTiers(
    ImmutableSortedSet<Guid> HighlyPrivileged,
    ImmutableSortedSet<Guid> AlsoPrivileged,
    ImmutableSortedSet<Guid> Service
)
{
    public RoleTier Of(Guid roleId) =>
        HighlyPrivileged.Contains(roleId) ? RoleTier.HighlyPrivileged
        : AlsoPrivileged.Contains(roleId) || BuiltInRoles.ByTemplateId.GetValueOrDefault(roleId)?.IsPrivileged is true
            ? RoleTier.Privileged
        : RoleTier.Other;

    public bool IsPrivileged(Guid roleId) => Of(roleId) is not RoleTier.Other;

    public bool IsHighlyPrivileged(Guid roleId) => HighlyPrivileged.Contains(roleId);

    public bool IsService(Guid roleId) => Service.Contains(roleId);
}
