using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A principal that this directory does not hold can neither be reviewed nor be disabled here.</summary>
public sealed class ForeignPrincipal : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM610",
            Title: "A role is held by a principal of another tenant, or by one that nobody knows",
            Severity: Severity.High,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Who stands behind it is decided elsewhere, or can no longer be found out. Nobody here can disable it, ask it for a "
                + "method, or review it.",
            Needs: HolderJudge.Needs | SnapshotParts.Organization
        )
        {
            JudgesWithoutPim = true,
            Source =
                "NIST SP 800-53 Rev. 5, AC-2 (Account Management); Microsoft Learn, Introduction to granular delegated admin privileges (GDAP)",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var foreign = context
            .Snapshot.RoleAssignments.Where(row =>
                row.PrincipalOrganizationId is { } home
                && home != Guid.Empty
                && home != context.Snapshot.Tenant.Id
                && !context.Emergency.Contains(row.PrincipalId)
            )
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .ToLookup(row => row.PrincipalId);
        var holders = RoleHolder.Of(context).ToList();
        return holders
            .Select(holder => Judge(context, holder, [.. foreign[holder.Id]]))
            .Concat(Others(context, foreign, holders))
            .Concat(context.HiddenHolders());
    }

    private static Judgement Judge(RuleContext context, RoleHolder holder, ImmutableArray<RoleAssignment> foreign)
    {
        if (!foreign.IsEmpty)
            return Finding(context, holder.Reference, foreign, holder);
        if (context.Access.Directory.GapOf(holder.Id) is { } gap)
            return new Judgement.Blind(holder.Reference, gap);

        return context.Access.Directory.IsUnresolved(holder.Id)
            ? Finding(context, holder.Reference, foreign, holder)
            : new Judgement.Meets(holder.Reference);
    }

    /// <summary>Groups of another tenant, which are at the end of no path themselves.</summary>
    private static IEnumerable<Judgement> Others(
        RuleContext context,
        ILookup<Guid, RoleAssignment> foreign,
        List<RoleHolder> holders
    )
    {
        var judged = holders.Select(holder => holder.Id).ToHashSet();
        return foreign
            .Where(rows => !judged.Contains(rows.Key))
            .OrderBy(rows => rows.Key.ToString("D"), StringComparer.Ordinal)
            .Select(rows => Finding(context, context.Reference(rows.Key), [.. rows], holder: null));
    }

    private static Judgement.Breaks Finding(
        RuleContext context,
        ObjectRef principal,
        ImmutableArray<RoleAssignment> foreign,
        RoleHolder? holder
    )
    {
        ImmutableArray<ObjectRef> roles = holder?.Roles ?? RolesOf(context, foreign);
        var words = string.Join(", ", roles.Select(role => role.Label));
        return new(
            new FindingDraft
            {
                Subject = principal,
                Title = $"{principal.Label} {Fault(foreign)} and reaches {words}",
                Observed = $"{Observed(foreign)}; reaches {words}",
                Expected = "a principal of this tenant",
                Related = [.. roles.Select(role => new RelatedObject(role, "role reached"))],
                Evidence =
                [
                    .. foreign.Select(row => new Evidence(SnapshotParts.RoleAssignments, row.Id)),
                    .. holder?.OwnRows ?? [],
                ],
                Fix = new(
                    [
                        "In the Microsoft 365 admin centre, Settings, Partner relationships, see whether a partner holds this access.",
                        "If it is not wanted, end the relationship there.",
                        "In Privileged Identity Management, Microsoft Entra roles, Assignments, and in Groups, remove what is left.",
                    ],
                    holder is null ? null : AccessRemoval.Of(context, holder)
                ),
            }
        );
    }

    private static ImmutableArray<ObjectRef> RolesOf(RuleContext context, ImmutableArray<RoleAssignment> rows) =>
        [
            .. rows.Select(row => row.RoleDefinitionId)
                .Distinct()
                .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                .Select(context.RoleReference),
        ];

    private static string Fault(ImmutableArray<RoleAssignment> foreign) =>
        foreign.IsEmpty ? "is in no list of this tenant" : "belongs to another tenant";

    private static string Observed(ImmutableArray<RoleAssignment> foreign) =>
        foreign.IsEmpty
            ? "neither in the directory nor among its deleted items"
            : $"principalOrganizationId {string.Join(", ", foreign.Select(row => row.PrincipalOrganizationId!.Value.ToString("D")).Distinct(StringComparer.Ordinal))}";
}
