using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Who has no licence for PIM may find that the role does not appear when it is needed.</summary>
public sealed class HolderUnlicensed : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM606",
            Title: "An eligible person has no licence that includes PIM",
            Severity: Severity.Low,
            Practice: "CFG-0, TRB-1",
            Why: "Everybody who may activate a role needs a licence that includes PIM. Without one the tenant is out of its terms, and "
                + "the role may not appear among the person's eligible roles.",
            Needs: SnapshotParts.EligibleAssignments
                | SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            Parameters =
            [
                RuleParameter.Flag("perUser", true, "licences are assigned to users; false: only seats are counted"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context.Parameters.Flag("perUser")
            ? PimUsers
                .EligiblePaths(context)
                .GroupBy(path => path.Principal.Id, StringComparer.Ordinal)
                .OrderBy(paths => paths.Key, StringComparer.Ordinal)
                .Select(paths => Judge(context, [.. paths]))
                .Concat(context.HiddenHoldersAndOwners())
            : [];

    private static Judgement Judge(RuleContext context, ImmutableArray<AccessPath> paths)
    {
        var person = paths[0].Principal;
        var plans = context.Access.Directory.User(Guid.Parse(person.Id))?.Plans;
        if (plans is not { } read)
            return new Judgement.Blind(
                person,
                new(SnapshotParts.Principals, MissingReason.Malformed, $"The licences of {person.Label} were not read.")
            );

        return read.Any(plan => plan.IsEnabled && PimLicence.Includes(plan.ServicePlanId))
            ? new Judgement.Meets(person)
            : Finding(person, paths, read);
    }

    private static Judgement.Breaks Finding(
        ObjectRef person,
        ImmutableArray<AccessPath> paths,
        ImmutableArray<AssignedPlan> plans
    )
    {
        var roles = paths
            .Select(path => path.Role)
            .DistinctBy(role => role.Id, StringComparer.Ordinal)
            .OrderBy(role => role.Id, StringComparer.Ordinal)
            .ToList();
        return new(
            new FindingDraft
            {
                Subject = person,
                Title = $"{person.Label} may activate {roles[0].Label} without a licence for PIM",
                Observed = plans.Any(plan => PimLicence.Includes(plan.ServicePlanId))
                    ? $"{PimLicence.Names} is assigned but not enabled"
                    : $"no {PimLicence.Names} among the assigned plans",
                Expected = $"{PimLicence.Names}, assigned and enabled",
                Related = [.. roles.Select(role => new RelatedObject(role, "eligible role"))],
                Evidence =
                [
                    new(SnapshotParts.Principals, person.Id),
                    .. paths.SelectMany(path => path.Hops[0].Evidence).Distinct(),
                ],
                Fix = new([
                    $"In the Microsoft 365 admin centre, assign this person a licence that includes {PimLicence.Names}.",
                    "Or add the person to the group that assigns it.",
                    "Or remove the eligibility when it is not needed.",
                ]),
            }
        );
    }
}
