using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Eligibility without end is asked about by nobody but a review.</summary>
public sealed class EligibilityWithoutEnd : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM505",
            Title: "Eligibility for a highly privileged role has no end",
            Severity: Severity.Medium,
            Practice: "CFG-2",
            Why: "An eligibility that ends must be asked for again, by somebody who still needs it. One without end outlives the task, "
                + "the team and sometimes the employment.",
            Needs: StandingGrants.Needs
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        Grants(context)
            .Concat(Memberships(context))
            .Where(row => !row.IsExemptIn(context))
            .GroupBy(row => (row.PrincipalId, row.Target.Id, row.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Id, StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge(context, [.. rows]))
            .Concat(Hidden(context));

    private static IEnumerable<DatedRow> Grants(RuleContext context) =>
        context
            .Access.Eligible.Where(grant => context.Roles.IsHighlyPrivileged(grant.RoleId))
            .Select(grant => DatedRow.Of(context, grant));

    /// <summary>Eligible members of the groups that hold such a role, and of the groups inside them.</summary>
    private static IEnumerable<DatedRow> Memberships(RuleContext context)
    {
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>(
            context
                .Access.Active.Where(grant => context.Roles.IsHighlyPrivileged(grant.RoleId))
                .Select(grant => grant.PrincipalId)
                .Concat(
                    context
                        .Access.Eligible.Where(grant => context.Roles.IsHighlyPrivileged(grant.RoleId))
                        .Select(grant => grant.PrincipalId)
                )
        );
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id) || context.Reference(id).Kind is not ObjectKind.Group)
                continue;

            foreach (var link in context.Access.People(id).Members)
            {
                open.Enqueue(link.PrincipalId);
                if (link.State is HopState.Eligible)
                    yield return DatedRow.Of(context, link);
            }
        }
    }

    private static Judgement Judge(RuleContext context, ImmutableArray<DatedRow> rows)
    {
        var endless = rows.Where(row => row.EndsAt is null).ToImmutableArray();
        var identity = rows[0].IdentityIn(context);
        if (endless.IsEmpty)
            return new Judgement.Meets(rows[0].Principal) { Identity = identity };

        return rows[0].DoubtIn(context) is { } gap
            ? new Judgement.Blind(rows[0].Principal, gap) { Identity = identity }
            : new Judgement.Breaks(Draft(context, endless));
    }

    /// <summary>Somebody of whom we do not know may be eligible behind such a grant.</summary>
    private static IEnumerable<Judgement> Hidden(RuleContext context) =>
        HiddenGrant
            .Of(context)
            .Where(grant => context.Roles.IsHighlyPrivileged(grant.RoleId))
            .DistinctBy(grant => grant.PrincipalId)
            .OrderBy(grant => grant.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .Select(grant => new Judgement.Blind(context.Reference(grant.PrincipalId), grant.Gap));

    private static FindingDraft Draft(RuleContext context, ImmutableArray<DatedRow> rows)
    {
        var row = rows[0];
        return new()
        {
            Subject = row.Principal,
            Identity = row.IdentityIn(context),
            Title = $"{row.Principal.Label} is {row.InWords(context)} without end",
            Observed = "eligible without end",
            Expected = "eligible until a date",
            Role = row.Scope is null ? null : row.Target,
            Scope = row.Scope,
            Evidence = [.. rows.SelectMany(one => one.Evidence).Distinct()],
            Fix = row.Scope is { } scope
                ? new(
                    [
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, open Eligible assignments.",
                        "Select this assignment, then Update, clear Permanently eligible and set an end within a year.",
                        "In the role settings, allow no permanent eligible assignment.",
                    ],
                    AssignmentCommands.LimitEligible(row.PrincipalId, Guid.Parse(row.Target.Id), scope)
                )
                : new(
                    [
                        "In Privileged Identity Management, Groups, select this group, Assignments, Eligible assignments.",
                        "Select this assignment, then Update, clear Permanently eligible and set an end within a year.",
                        "In the group's member settings, allow no permanent eligible assignment.",
                    ],
                    AssignmentCommands.LimitEligibleMember(Guid.Parse(row.Target.Id), row.PrincipalId)
                ),
        };
    }
}
