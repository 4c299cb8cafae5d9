using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>
/// Whom lesser administrators, such as a helpdesk, can reset the password of: whoever holds nothing above them now, and is
/// in no role-assignable group. Who is only eligible is protected by nothing.
/// </summary>
internal sealed class ResetProtection
{
    private readonly RuleContext context;
    private readonly FrozenSet<Guid> inGroups;
    private readonly FrozenSet<string> inRoles;

    public ResetProtection(RuleContext context)
    {
        this.context = context;
        var groups = RoleAssignableGroups.All(context).ToLookup(group => group.IsRoleAssignable is true);
        var people = groups[true].Select(group => context.Access.People(group.Id)).ToList();
        inGroups = people
            .SelectMany(one => one.Members.Concat(one.Owners))
            .Where(link => link.State is not HopState.Eligible)
            .Select(link => link.PrincipalId)
            .ToFrozenSet();
        inRoles = context
            .Access.Paths.Where(path =>
                path.State is not HopState.Eligible && !Resettable.Contains(Guid.Parse(path.Role.Id))
            )
            .Select(path => path.Principal.Id)
            .ToFrozenSet(StringComparer.Ordinal);
        Unknown =
            people.Select(one => one.MembersGap ?? one.OwnersGap).FirstOrDefault(gap => gap is not null)
            ?? groups[false].Select(group => RoleAssignableGroups.NotTold(context, group)).FirstOrDefault()
            ?? context.Access.HiddenHolders.Select(spot => spot.Gap).FirstOrDefault();
    }

    /// <summary>Why somebody may be protected of whom this is not known; null when all is known.</summary>
    public Gap? Unknown { get; }

    /// <summary>Roles whose holders some lesser administrator can reset.</summary>
    private static ImmutableHashSet<Guid> Resettable { get; } =
    [.. PasswordResets.Lesser.Values.SelectMany(roles => roles)];

    /// <summary>
    /// Eligible members who are not active in the group now and whom nothing is known to protect, emergency accounts left
    /// out; by whether they are enabled users, null where that was not read.
    /// </summary>
    public ILookup<bool?, GroupLink> OpenIn(GroupPeople group)
    {
        var here = group
            .Members.Where(link => link.State is not HopState.Eligible)
            .Select(link => link.PrincipalId)
            .ToHashSet();
        return group
            .Members.Where(link => link.State is HopState.Eligible && !here.Contains(link.PrincipalId))
            .Where(link => !Protects(link.PrincipalId) && !context.Emergency.Contains(link.PrincipalId))
            .ToLookup(link => Accounts.IsEnabledUser(context.Access, link.PrincipalId));
    }

    private bool Protects(Guid person) => inGroups.Contains(person) || inRoles.Contains(person.ToString("D"));
}
