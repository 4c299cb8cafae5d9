using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Somebody's right to activate a role or a side of a group.</summary>
/// <param name="Target">The role or group.</param>
/// <param name="Side">As it follows the word eligible: <c>for the role</c>, <c>as member</c>, <c>as owner</c>.</param>
internal sealed record Eligibility(
    Guid PrincipalId,
    ObjectRef Principal,
    ObjectRef Target,
    string Side,
    ImmutableArray<Evidence> Evidence
)
{
    /// <summary>All that hold now, of roles and of every group that was read, on a path or not.</summary>
    public static IEnumerable<Eligibility> Of(RuleContext context) =>
        context
            .Access.Eligible.Select(grant => new Eligibility(
                grant.PrincipalId,
                context.Reference(grant.PrincipalId),
                context.RoleReference(grant.RoleId),
                "for the role",
                grant.Evidence
            ))
            .Concat(
                context
                    .Snapshot.GroupEligibilities.Where(row =>
                        Validity.HoldsAt(context.TakenAt, row.StartsAt, row.EndsAt)
                    )
                    .OrderBy(row => row.Id, StringComparer.Ordinal)
                    .Select(row => new Eligibility(
                        row.PrincipalId,
                        context.Reference(row.PrincipalId),
                        new(ObjectKind.Group, row.GroupId, context.Reference(row.GroupId).DisplayName),
                        row.Access is GroupAccess.Member ? "as member" : "as owner",
                        [new(SnapshotParts.GroupEligibilities, row.Id)]
                    ))
            );
}
