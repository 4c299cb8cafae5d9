using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A workload cannot activate anything, so what it holds is open at every hour to whoever has its key.</summary>
public sealed class StandingWorkloadIdentity : IRule
{
    /// <summary>The tenant in which Microsoft registers its own applications.</summary>
    private static readonly Guid Microsoft = new("f8cdef31-a31e-4b4a-93e4-5f571e91255a");

    public RuleInfo Info { get; } =
        new(
            Id: "PIM608",
            Title: "A workload identity holds a role permanently or for long",
            Severity: Severity.High,
            Practice: "DONT-1",
            Why: "A workload answers no prompt and asks no approver. Whoever gets hold of its secret or of the machine that it runs on "
                + "has the role, at any hour, for as long as the assignment lasts.",
            Needs: SnapshotParts.RoleAssignments | SnapshotParts.ActiveAssignments | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Parameters =
            [
                RuleParameter.Number("maxStandingDays", 30, "longest time-bound assignment in days"),
                RuleParameter.Ids("allow", "object ids of service principals that may"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = TimeSpan.FromDays(context.Parameters.Number("maxStandingDays"));
        var allowed = context.Parameters.Ids("allow");
        return context
            .Access.Active.Where(grant => grant.IsStanding && !context.Roles.IsService(grant.RoleId))
            .GroupBy(grant => (grant.PrincipalId, grant.RoleId, grant.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.RoleId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge(context, [.. rows], limit, allowed))
            .OfType<Judgement>()
            .Concat(UnsettledGrants.On(context, ObjectKind.ServicePrincipal, _ => true));
    }

    private static Judgement? Judge(
        RuleContext context,
        ImmutableArray<ActiveGrant> rows,
        TimeSpan limit,
        ImmutableHashSet<Guid> allowed
    )
    {
        var id = rows[0].PrincipalId;
        var directory = context.Access.Directory;
        var reference = directory.Reference(id);
        ImmutableArray<ObjectRef> identity =
        [
            context.RoleReference(rows[0].RoleId),
            context.ScopeReference(rows[0].Scope),
        ];
        if (reference.Kind is ObjectKind.Unresolved or ObjectKind.ServicePrincipal && directory.GapOf(id) is { } gap)
            return new Judgement.Blind(reference, gap) { Identity = identity };
        if (directory.ServicePrincipal(id) is not { } workload || context.IsExempt(id))
            return null;

        var tooLong = rows.Where(row => IsTooLong(context, row, limit)).ToImmutableArray();
        return tooLong.IsEmpty || allowed.Contains(id)
            ? new Judgement.Meets(reference) { Identity = identity }
            : Finding(context, workload, tooLong, identity, limit);
    }

    private static bool IsTooLong(RuleContext context, ActiveGrant row, TimeSpan limit) =>
        row.EndsAt is not { } end || end - (row.StartsAt ?? context.TakenAt) > limit;

    private static Judgement.Breaks Finding(
        RuleContext context,
        ServicePrincipal workload,
        ImmutableArray<ActiveGrant> rows,
        ImmutableArray<ObjectRef> identity,
        TimeSpan limit
    )
    {
        var role = context.RoleReference(rows[0].RoleId);
        var permanent = rows.Any(row => row.IsPermanent);
        var last = rows.Max(row => row.EndsAt);
        var manner = permanent ? "permanently" : "for long";
        return new(
            new FindingDraft
            {
                Subject = workload.Reference,
                Identity = identity,
                Severity = SeverityOf(context, workload, rows[0].RoleId),
                Title = $"{workload.Reference.Label} holds {role.Label} {manner}",
                Observed = permanent ? "active, Assigned, no end date" : $"active, Assigned, until {Say.End(last)}",
                Expected = $"time-bound, at most {Say.Duration(limit)}, or no directory role at all",
                Role = role,
                Scope = rows[0].Scope,
                Evidence = [.. rows.SelectMany(row => row.Evidence).Distinct()],
                Fix = new([
                    "Replace the directory role by the Graph application permissions that the workload needs, where those exist.",
                    "In Privileged Identity Management, Microsoft Entra roles, Assignments, make what is left time-bound.",
                    "Restrict where the workload may sign in from with Conditional Access for workload identities.",
                ]),
            }
        )
        {
            Identity = identity,
        };
    }

    private static Severity SeverityOf(RuleContext context, ServicePrincipal workload, Guid roleId) =>
        workload.OwnerOrganizationId == Microsoft
            ? Severity.Info
            : context.ByTier(roleId, Severity.High, Severity.High, Severity.Low);
}
