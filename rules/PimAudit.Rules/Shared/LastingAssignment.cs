using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An assignment made through PIM, eligible or standing, whose length some settings limit.</summary>
/// <param name="Owner">Whose settings: the role's, or one side of a group's.</param>
/// <param name="Scope">Null for a group.</param>
/// <param name="EndsAt">UTC; null means without end.</param>
/// <param name="Gap">Why it may be one that is left out; null when it is not.</param>
internal sealed record LastingAssignment(
    Guid PrincipalId,
    SettingsOwner Owner,
    string? Scope,
    bool IsEligible,
    DateTimeOffset? EndsAt,
    ImmutableArray<Evidence> Evidence,
    Gap? Gap
)
{
    /// <summary>
    /// All that hold now, of roles and of groups on a path. Left out are exempt grants, roles of services, active grants of
    /// just-in-time and of empty groups, and what was made outside PIM, where no settings apply.
    /// </summary>
    public static IEnumerable<LastingAssignment> Of(RuleContext context) =>
        Active(context)
            .Concat(Eligible(context))
            .Concat(context.Access.GroupsOnPaths.SelectMany(id => Links(context, context.Access.People(id))))
            .Where(one => !context.IsExempt(one.PrincipalId));

    private static IEnumerable<LastingAssignment> Active(RuleContext context) =>
        context
            .Access.Active.Where(grant =>
                grant is { IsStanding: true, Origin: GrantOrigin.Pim }
                && !context.Roles.IsService(grant.RoleId)
                && !IsLeftOut(context, grant)
            )
            .Select(grant => new LastingAssignment(
                grant.PrincipalId,
                SettingsOwner.Role(grant.RoleId),
                grant.Scope,
                IsEligible: false,
                grant.EndsAt,
                grant.Evidence,
                Unread(context, grant.PrincipalId)
                    ?? context.Access.GrantOf(grant.PrincipalId, grant.RoleId, grant.Scope)?.Gap
            ));

    /// <summary>Approach 2 needs its grant for as long as the group is used.</summary>
    private static bool IsLeftOut(RuleContext context, ActiveGrant grant) =>
        context.Access.GrantOf(grant.PrincipalId, grant.RoleId, grant.Scope) is { } group
        && (group.Approach is Approach.Dormant || context.Access.People(group.GroupId).IsJustInTime);

    private static IEnumerable<LastingAssignment> Eligible(RuleContext context) =>
        context.Access.Eligible.Select(grant => new LastingAssignment(
            grant.PrincipalId,
            SettingsOwner.Role(grant.RoleId),
            grant.Scope,
            IsEligible: true,
            grant.EndsAt,
            grant.Evidence,
            Unread(context, grant.PrincipalId)
        ));

    /// <summary>Eligible people, and in a just-in-time group those whom PIM made standing: a plain member has no start.</summary>
    private static IEnumerable<LastingAssignment> Links(RuleContext context, GroupPeople people) =>
        people
            .Members.Concat(people.Owners)
            .Where(link =>
                link.State is HopState.Eligible
                || people.IsJustInTime && link is { State: HopState.Standing, StartsAt: not null }
            )
            .Select(link => new LastingAssignment(
                link.PrincipalId,
                SettingsOwner.Group(link.GroupId, link.Access),
                Scope: null,
                link.State is HopState.Eligible,
                link.EndsAt,
                link.Evidence,
                Unread(context, link.PrincipalId)
            ));

    /// <summary>It may be a group whose only people are emergency accounts.</summary>
    private static Gap? Unread(RuleContext context, Guid id) =>
        context.Reference(id).Kind is ObjectKind.Unresolved ? context.Access.Directory.GapOf(id) : null;
}
