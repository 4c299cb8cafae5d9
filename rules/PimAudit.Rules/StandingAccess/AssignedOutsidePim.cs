using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What PIM did not make has no reason, no ticket, no end and no notification.</summary>
public sealed class AssignedOutsidePim : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM106",
            Title: "Role assignment was not created through PIM, or before PIM",
            Severity: Severity.Medium,
            Practice: "DONT-1",
            Why: "An assignment made past PIM carries no justification, no ticket and no end, and PIM's settings and notifications did "
                + "not apply when it was made. It is how access is added quietly.",
            Needs: StandingGrants.Needs
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var alert = new OutsideAlert(context);
        return context
            .Access.Active.Where(grant => !context.Roles.IsService(grant.RoleId))
            .GroupBy(grant => (grant.PrincipalId, grant.RoleId, grant.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.RoleId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge([.. rows], alert, context));
    }

    private static Judgement Judge(ImmutableArray<ActiveGrant> grants, OutsideAlert alert, RuleContext context)
    {
        var principal = context.Reference(grants[0].PrincipalId);
        ImmutableArray<ObjectRef> identity =
        [
            context.RoleReference(grants[0].RoleId),
            context.ScopeReference(grants[0].Scope),
        ];
        var outside = grants
            .Where(grant => grant.Origin is not GrantOrigin.Pim || alert.About(grant) is not null)
            .ToImmutableArray();
        if (outside.IsEmpty)
            return new Judgement.Meets(principal) { Identity = identity };

        if (principal.Kind is ObjectKind.Unresolved && context.Access.Directory.GapOf(grants[0].PrincipalId) is { } gap)
            return new Judgement.Blind(principal, gap) { Identity = identity };

        var settled = outside.Where(grant => UnsettledGrants.GapOf(context, grant) is null).ToImmutableArray();
        return settled.IsEmpty
            ? new Judgement.Blind(principal, UnsettledGrants.GapOf(context, outside[0])!) { Identity = identity }
            : new Judgement.Breaks(Draft(principal, identity, settled, alert, context));
    }

    private static FindingDraft Draft(
        ObjectRef principal,
        ImmutableArray<ObjectRef> identity,
        ImmutableArray<ActiveGrant> outside,
        OutsideAlert alert,
        RuleContext context
    )
    {
        var grant = outside[0];
        var wanted = Wanted(grant, context);
        return new()
        {
            Subject = principal,
            Identity = identity,
            Severity = wanted is null ? Severity.Medium : Severity.Info,
            Title = $"{principal.Label} was given {RoleWords.RoleAt(context, grant.RoleId, grant.Scope)} without PIM",
            Observed = Observed(outside),
            Expected = wanted ?? "an assignment made in Privileged Identity Management",
            Role = identity[0],
            Scope = grant.Scope,
            Evidence =
            [
                .. outside.SelectMany(one => one.Evidence).Distinct(),
                .. outside
                    .Select(alert.About)
                    .OfType<PimAlert>()
                    .Select(one => new Evidence(SnapshotParts.PimAlerts, one.Id))
                    .Distinct(),
            ],
            Fix = new(
                [
                    "Find out who made the assignment: in the audit log, look for 'Add member to role outside of PIM'.",
                    "If the access is needed, assign it again in Privileged Identity Management, with a reason and an end.",
                    "Remove the old assignment under Roles and administrators.",
                ],
                AssignmentCommands.RemoveActive(context.Snapshot, grant.PrincipalId, grant.RoleId, grant.Scope)
            ),
        };
    }

    private static string Observed(ImmutableArray<ActiveGrant> outside) =>
        outside.Any(one => one.Origin is GrantOrigin.Unlisted)
            ? "in the directory's list only, twice read: PIM does not know it, its type and end are unknown"
        : outside.Any(one => one.Origin is GrantOrigin.OutsidePim) ? "active, not created through PIM (or before PIM)"
        : "active; PIM's own alert says that it was assigned outside PIM";

    /// <summary>Why the practice wants, or does not mind, this one outside PIM; null when it minds.</summary>
    private static string? Wanted(ActiveGrant grant, RuleContext context)
    {
        if (context.IsExempt(grant.PrincipalId))
            return "wanted for emergency access accounts: the practice keeps them outside PIM";
        return context.Access.GrantOf(grant.PrincipalId, grant.RoleId, grant.Scope)?.Approach is Approach.Approach2
            ? "usual for a group that its members activate; made in PIM it would carry a reason"
            : null;
    }
}
