using System.Collections.Frozen;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who needs an active assignment without end: groups of Approach 2, and emergency access accounts.</summary>
internal sealed class PermanenceNeeds
{
    private readonly RuleContext context;
    private readonly FrozenSet<string> emergency;
    private readonly FrozenSet<string> heldInEmergency;
    private readonly ILookup<Guid, GroupGrant> groups;
    private readonly ILookup<Guid, Guid> holders;

    public PermanenceNeeds(RuleContext context)
    {
        this.context = context;
        emergency = context.Emergency.Resolved.Select(id => id.ToString("D")).ToFrozenSet(StringComparer.Ordinal);
        heldInEmergency = RolesOfEmergency();
        groups = context.Access.GroupGrants.Where(grant => !grant.Active.IsEmpty).ToLookup(grant => grant.RoleId);
        holders = context
            .Access.Active.Where(grant => grant.State is not HopState.Activated)
            .ToLookup(grant => grant.RoleId, grant => grant.PrincipalId);
    }

    /// <summary>Whether somebody needs it of these settings, or why that is not known.</summary>
    public Known<bool> Of(SettingsOwner owner) => owner.IsRole ? OfRole(owner.Id) : OfGroup(owner);

    private Known<bool> OfRole(Guid roleId)
    {
        if (
            heldInEmergency.Contains(roleId.ToString("D"))
            || groups[roleId].Any(grant => grant.Approach is Approach.Approach2)
        )
            return Known<bool>.Of(true);

        var gap =
            groups[roleId].Select(grant => grant.Gap).FirstOrDefault(one => one is not null)
            ?? HiddenEmergency(holders[roleId]);
        return gap is null ? Known<bool>.Of(false) : Known<bool>.Missing(gap);
    }

    private Known<bool> OfGroup(SettingsOwner owner)
    {
        var people = context.Access.People(owner.Id);
        var links = owner.Access is GroupAccess.Member ? people.Members : people.Owners;
        var standing = links.Where(link => link.State is HopState.Standing or HopState.Unknown).ToList();
        if (standing.Any(link => emergency.Contains(link.PrincipalId.ToString("D"))))
            return Known<bool>.Of(true);

        var unread = owner.Access is GroupAccess.Member ? people.MembersGap : people.OwnersGap;
        var gap =
            HiddenEmergency(standing.Select(link => link.PrincipalId))
            ?? (context.Emergency.All.IsEmpty ? null : unread);
        return gap is null ? Known<bool>.Of(false) : Known<bool>.Missing(gap);
    }

    /// <summary>Why one of these principals may be, or contain, an emergency account of whom we do not know.</summary>
    private Gap? HiddenEmergency(IEnumerable<Guid> principals)
    {
        if (context.Emergency.All.IsEmpty)
            return null;

        var unresolved = context.Emergency.All.Select(one => one.Gap).FirstOrDefault(gap => gap is not null);
        return principals
            .Distinct()
            .Select(id => unresolved ?? context.Access.HoldersOf(id).Hidden)
            .FirstOrDefault(gap => gap is not null);
    }

    private FrozenSet<string> RolesOfEmergency() =>
        emergency.Count == 0
            ? []
            : context
                .Access.Paths.Where(path =>
                    emergency.Contains(path.Principal.Id) && path.State is (HopState.Standing or HopState.Unknown)
                )
                .Select(path => path.Role.Id)
                .ToFrozenSet(StringComparer.Ordinal);
}
