using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role that a person holds himself is found, reviewed and taken back person by person.</summary>
public sealed class RoleAssignedToUser : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM105",
            Title: "Role is assigned to a user instead of a role-assignable group",
            Severity: Severity.Medium,
            Practice: "DO-1",
            Why: "A role that a person holds himself is granted, reviewed and taken back person by person. Through a role-assignable "
                + "group the same access has an owner, a purpose and one place to look.",
            Needs: StandingGrants.Needs | SnapshotParts.EligibleAssignments
        )
        {
            JudgesWithoutPim = true,
            Parameters = [RuleParameter.Ids("exemptRoles", "roles that may be assigned to users")],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var exempt = context.Parameters.Ids("exemptRoles");
        return Rows(context)
            .Where(row =>
                !exempt.Contains(row.RoleId)
                && !context.Roles.IsService(row.RoleId)
                && !context.IsExempt(row.PrincipalId)
            )
            .GroupBy(row => (row.PrincipalId, row.RoleId, row.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.RoleId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge([.. rows], context))
            .OfType<Judgement>()
            .Concat(UnsettledGrants.On(context, ObjectKind.User, role => !exempt.Contains(role)));
    }

    /// <summary>Standing and eligible assignments; somebody at work (Activated) is no assignment.</summary>
    private static IEnumerable<Row> Rows(RuleContext context) =>
        context
            .Access.Active.Where(grant => grant.IsStanding)
            .Select(grant => new Row(grant.PrincipalId, grant.RoleId, grant.Scope, HopState.Standing, grant.Evidence))
            .Concat(
                context.Access.Eligible.Select(grant => new Row(
                    grant.PrincipalId,
                    grant.RoleId,
                    grant.Scope,
                    HopState.Eligible,
                    grant.Evidence
                ))
            );

    /// <summary>Null for workloads and deleted objects that are no users.</summary>
    private static Judgement? Judge(ImmutableArray<Row> rows, RuleContext context)
    {
        var principal = context.Reference(rows[0].PrincipalId);
        ImmutableArray<ObjectRef> identity =
        [
            context.RoleReference(rows[0].RoleId),
            context.ScopeReference(rows[0].Scope),
        ];
        return principal.Kind switch
        {
            ObjectKind.User => new Judgement.Breaks(Draft(principal, rows, identity, context)),
            ObjectKind.Group => new Judgement.Meets(principal) { Identity = identity },
            ObjectKind.Unresolved when context.Access.Directory.GapOf(rows[0].PrincipalId) is { } gap =>
                new Judgement.Blind(principal, gap) { Identity = identity },
            _ => null,
        };
    }

    private static FindingDraft Draft(
        ObjectRef user,
        ImmutableArray<Row> rows,
        ImmutableArray<ObjectRef> identity,
        RuleContext context
    )
    {
        var states = rows.Select(row => row.State).Distinct().Order().ToList();
        var how = string.Join(" and ", states.Select(state => state is HopState.Standing ? "active" : "eligible"));
        var row = rows[0];
        return new()
        {
            Subject = user,
            Identity = identity,
            Title = $"{user.Label} is assigned {RoleWords.RoleAt(context, row.RoleId, row.Scope)} directly",
            Observed = $"{how} assignment on the user",
            Expected = "assignment on a role-assignable group",
            Role = identity[0],
            Scope = row.Scope,
            Path = DirectPaths.Of(context, row.PrincipalId, row.RoleId, row.Scope, states[0]),
            Evidence = [.. rows.SelectMany(one => one.Evidence).Distinct()],
            Fix = new(
                [
                    "In the Entra admin centre, create or choose a role-assignable group that is eligible for the role.",
                    "Add the person to the group as member.",
                    "Under Privileged Identity Management, Microsoft Entra roles, Assignments, remove the assignment on the user.",
                ],
                Commands(context, row, states)
            ),
        };
    }

    private static string? Commands(RuleContext context, Row row, List<HopState> states) =>
        AssignmentCommands.Lines(
            states.Select(state =>
                state is HopState.Standing
                    ? AssignmentCommands.RemoveActive(context.Snapshot, row.PrincipalId, row.RoleId, row.Scope)
                    : AssignmentCommands.RemoveEligible(row.PrincipalId, row.RoleId, row.Scope)
            )
        );

    private sealed record Row(
        Guid PrincipalId,
        Guid RoleId,
        string Scope,
        HopState State,
        ImmutableArray<Evidence> Evidence
    );
}
