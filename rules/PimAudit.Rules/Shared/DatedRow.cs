using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>An eligibility or a standing assignment with its end: of a role, or of one side of a group.</summary>
/// <param name="Target">The role or the group.</param>
/// <param name="Scope">Of a role; null for a group.</param>
/// <param name="Side">Of a group; null for a role.</param>
/// <param name="State">Eligible or Standing; what was activated is no assignment.</param>
/// <param name="EndsAt">UTC; null means without end.</param>
internal sealed record DatedRow(
    Guid PrincipalId,
    ObjectRef Principal,
    ObjectRef Target,
    string? Scope,
    GroupAccess? Side,
    HopState State,
    DateTimeOffset? EndsAt,
    ImmutableArray<Evidence> Evidence
)
{
    /// <summary>What the identity of a finding holds beside the principal.</summary>
    public ImmutableArray<ObjectRef> IdentityIn(RuleContext context) =>
        Scope is null ? [Target] : [Target, context.ScopeReference(Scope)];

    /// <summary>Such as <c>eligible for User Administrator at Lisbon</c>, <c>assigned as member of RAG - Helpdesk</c>.</summary>
    public string InWords(RuleContext context)
    {
        var how = State is HopState.Eligible ? "eligible" : "assigned";
        return Side switch
        {
            GroupAccess.Member => $"{how} as member of {Target.Label}",
            GroupAccess.Owner => $"{how} as owner of {Target.Label}",
            _ =>
                $"{how} {(State is HopState.Eligible ? "for" : "to")} {RoleWords.RoleAt(context, Guid.Parse(Target.Id), Scope!)}",
        };
    }

    public static DatedRow Of(RuleContext context, EligibleGrant grant) =>
        new(
            grant.PrincipalId,
            context.Reference(grant.PrincipalId),
            context.RoleReference(grant.RoleId),
            grant.Scope,
            Side: null,
            HopState.Eligible,
            grant.EndsAt,
            grant.Evidence
        );

    public static DatedRow Of(RuleContext context, ActiveGrant grant) =>
        new(
            grant.PrincipalId,
            context.Reference(grant.PrincipalId),
            context.RoleReference(grant.RoleId),
            grant.Scope,
            Side: null,
            grant.State,
            grant.EndsAt,
            grant.Evidence
        );

    public static DatedRow Of(RuleContext context, GroupLink link) =>
        new(
            link.PrincipalId,
            context.Reference(link.PrincipalId),
            context.Reference(link.GroupId),
            Scope: null,
            link.Access,
            link.State,
            link.EndsAt,
            link.Evidence
        );

    /// <summary>
    /// Why a finding about the row would be rash: nobody read what its principal is, or everybody known behind it is an
    /// emergency access account and somebody else may be. Null when it would not.
    /// </summary>
    public Gap? DoubtIn(RuleContext context)
    {
        var holders = context.Access.HoldersOf(PrincipalId);
        return
            holders.Hidden is { } gap
            && (Principal.Kind is ObjectKind.Unresolved || holders.Ids.All(context.Emergency.Contains))
            ? gap
            : null;
    }

    /// <summary>It reaches emergency access accounts alone.</summary>
    public bool IsExemptIn(RuleContext context) =>
        context.Emergency.Contains(PrincipalId) || context.IsExempt(PrincipalId);
}
