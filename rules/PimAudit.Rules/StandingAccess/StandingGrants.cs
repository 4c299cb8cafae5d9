using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>All standing rows of one principal on one role at one scope.</summary>
/// <param name="Grants">At least one.</param>
internal sealed record StandingGrant(ObjectRef Principal, Guid RoleId, string Scope, ImmutableArray<ActiveGrant> Grants)
{
    public Guid PrincipalId => Grants[0].PrincipalId;

    public ImmutableArray<Evidence> Evidence => [.. Grants.SelectMany(grant => grant.Evidence).Distinct()];

    public ImmutableArray<ObjectRef> IdentityIn(RuleContext context) =>
        [context.RoleReference(RoleId), context.ScopeReference(Scope)];

    /// <summary>The row that lasts longest: one without end before any other.</summary>
    public ActiveGrant LongestAt(DateTimeOffset takenAt) =>
        Grants.FirstOrDefault(grant => grant.IsPermanent)
        ?? Grants.MaxBy(grant => HowLong.Of(grant.StartsAt, grant.EndsAt, takenAt))!;
}

/// <summary>Standing role assignments of users, as the rules about standing access look at them.</summary>
internal static class StandingGrants
{
    /// <summary>Without these nobody can say who stands, or whether it is a user.</summary>
    public const SnapshotParts Needs =
        SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.Principals;

    /// <summary>
    /// One judgement for each standing assignment on a user; blind where nobody knows whether the principal is one, and
    /// on what could not be read again. Exempt grants and service roles are left out.
    /// </summary>
    /// <param name="counts">Which roles the rule looks at; null: all.</param>
    public static IEnumerable<Judgement> JudgeUsers(
        RuleContext context,
        Func<StandingGrant, FindingDraft?> fault,
        Func<Guid, bool>? counts = null
    )
    {
        foreach (var standing in Of(context))
            if (standing.Principal.Kind is ObjectKind.User)
                yield return fault(standing) is { } draft
                    ? new Judgement.Breaks(draft)
                    : new Judgement.Meets(standing.Principal) { Identity = standing.IdentityIn(context) };
            else if (
                standing.Principal.Kind is ObjectKind.Unresolved
                && context.Access.Directory.GapOf(standing.PrincipalId) is { } gap
            )
                yield return new Judgement.Blind(standing.Principal, gap) { Identity = standing.IdentityIn(context) };

        foreach (var unsettled in UnsettledGrants.On(context, ObjectKind.User, counts ?? (_ => true)))
            yield return unsettled;
    }

    /// <summary>Rows of one identity together, by principal, role and scope.</summary>
    private static IEnumerable<StandingGrant> Of(RuleContext context) =>
        context
            .Access.Active.Where(grant =>
                grant.IsStanding && !context.Roles.IsService(grant.RoleId) && !context.IsExempt(grant.PrincipalId)
            )
            .GroupBy(grant => (grant.PrincipalId, grant.RoleId, grant.Scope))
            .Select(rows => new StandingGrant(
                context.Reference(rows.Key.PrincipalId),
                rows.Key.RoleId,
                rows.Key.Scope,
                [.. rows]
            ))
            .OrderBy(standing => standing.Principal.Id, StringComparer.Ordinal)
            .ThenBy(standing => standing.RoleId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(standing => standing.Scope, StringComparer.Ordinal);
}
