using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>At the limit no further role can be given to a group, and the next one goes to a person.</summary>
public sealed class RoleAssignableGroupCapacity : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM316",
            Title: "The tenant has nearly as many role-assignable groups as Microsoft Entra allows",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "The number is limited for the whole tenant. When it is reached, a new role cannot go to a group, and whoever needs it "
                + "on that day gets it directly.",
            Needs: SnapshotParts.RoleAssignableGroups
        )
        {
            Source =
                "Microsoft Learn, Use Microsoft Entra groups to manage role assignments: "
                + "\"A maximum of 500 role-assignable groups can be created in a single Microsoft Entra organization (tenant)\"",
            Parameters =
            [
                RuleParameter.Number("limit", 500, "role-assignable groups that a tenant may have"),
                RuleParameter.Number("warnPercent", 80, "percent of the limit from which on it is near"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var limit = context.Parameters.Number("limit");
        var percent = context.Parameters.Number("warnPercent");
        var tenant = context.Snapshot.Tenant.Reference;
        var groups = RoleAssignableGroups.All(context).ToLookup(group => group.IsRoleAssignable is true);
        var certain = groups[true].Count();
        if (IsNear(certain, limit, percent))
            return [Finding(tenant, certain, limit, percent)];

        return IsNear(certain + groups[false].Count(), limit, percent)
            ? groups[false]
                .Take(1)
                .Select(group => new Judgement.Blind(tenant, RoleAssignableGroups.NotTold(context, group)))
            : [new Judgement.Meets(tenant)];
    }

    private static bool IsNear(int groups, int limit, int percent) => groups * 100L >= (long)limit * percent;

    private static Judgement.Breaks Finding(ObjectRef tenant, int groups, int limit, int percent) =>
        new(
            new FindingDraft
            {
                Subject = tenant,
                Title = $"{tenant.Label} has nearly as many role-assignable groups as it may have",
                Observed = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Say.Count(groups, "role-assignable group")} of {limit}"
                ),
                Expected = string.Create(CultureInfo.InvariantCulture, $"below {percent} percent of {limit}"),
                Evidence = [new(SnapshotParts.RoleAssignableGroups, tenant.Id)],
                Fix = new([
                    "In Groups, All groups, filter by 'Role assignments allowed: Yes'.",
                    "Find groups that hold no role and approve nothing (PIM312 lists them with reportUnused).",
                    "Delete those that nobody needs.",
                ]),
            }
        );
}
