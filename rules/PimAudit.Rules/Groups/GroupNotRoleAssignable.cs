using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever may edit an ordinary group that holds a role can give the role to anybody.</summary>
public sealed class GroupNotRoleAssignable : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM301",
            Title: "A group holds a role but is not role-assignable",
            Severity: Severity.Critical,
            Practice: "DONT-2, DO-1",
            Why: "Only role-assignable groups are kept from lesser administrators. Owners and every group administrator can add "
                + "somebody to an ordinary group, and with that hand out its roles.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        HeldRole
            .Of(context)
            .GroupBy(row => row.PrincipalId)
            .Where(rows => context.Reference(rows.Key).Kind is ObjectKind.Group)
            .Where(rows => context.Access.Directory.Deleted(rows.Key) is null)
            .OrderBy(rows => rows.Key.ToString("D"), StringComparer.Ordinal)
            .Select(rows => Judge(context, rows.Key, [.. rows]))
            .Concat(GroupGrants.Untold(context));

    private static Judgement Judge(RuleContext context, Guid groupId, ImmutableArray<HeldRole> rows)
    {
        var group = context.Reference(groupId);
        return context.Access.Directory.Group(groupId)?.IsRoleAssignable switch
        {
            true => new Judgement.Meets(group),
            null => new Judgement.Blind(
                group,
                GroupGrants.NotTold(context, groupId, "whether a group is role-assignable")
            ),
            false => Finding(context, group, rows),
        };
    }

    private static Judgement.Breaks Finding(RuleContext context, ObjectRef group, ImmutableArray<HeldRole> rows)
    {
        var roles = rows.Select(row => row.RoleId)
            .Distinct()
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(context.RoleReference)
            .ToImmutableArray();
        return new(
            new FindingDraft
            {
                Subject = group,
                Title =
                    $"{group.Label} holds {string.Join(", ", roles.Select(role => role.Label))} but is not role-assignable",
                Observed = "not role-assignable",
                Expected = "a role-assignable group",
                Role = roles.Length == 1 ? roles[0] : null,
                Related = [.. roles.Select(role => new RelatedObject(role, "role of the group"))],
                Evidence =
                [
                    new(SnapshotParts.Principals, group.Id),
                    .. rows.SelectMany(row => row.Evidence).Distinct(),
                ],
                Fix = new(
                    [
                        "Make a new group and set 'Microsoft Entra roles can be assigned to the group' to Yes: it cannot be changed later.",
                        "Add the people who need the role to the new group.",
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, give the new group what the old one has.",
                        "Remove the assignments of the old group.",
                    ],
                    AssignmentCommands.Lines(rows.Select(row => row.RemovalIn(context.Snapshot)))
                ),
            }
        );
    }

    /// <summary>One row by which a principal holds or may activate a role.</summary>
    private sealed record HeldRole(
        Guid PrincipalId,
        Guid RoleId,
        string Scope,
        bool IsEligible,
        ImmutableArray<Evidence> Evidence
    )
    {
        public static IEnumerable<HeldRole> Of(RuleContext context) =>
            context
                .Access.Active.Select(row => new HeldRole(
                    row.PrincipalId,
                    row.RoleId,
                    row.Scope,
                    IsEligible: false,
                    row.Evidence
                ))
                .Concat(
                    context.Access.Eligible.Select(row => new HeldRole(
                        row.PrincipalId,
                        row.RoleId,
                        row.Scope,
                        IsEligible: true,
                        row.Evidence
                    ))
                );

        public string? RemovalIn(TenantSnapshot tenant) =>
            IsEligible
                ? AssignmentCommands.RemoveEligible(PrincipalId, RoleId, Scope)
                : AssignmentCommands.RemoveActive(tenant, PrincipalId, RoleId, Scope);
    }
}
