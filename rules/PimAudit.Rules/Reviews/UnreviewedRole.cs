using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>What PIM501 says of a role with eligible people about whom nobody is asked.</summary>
internal static class UnreviewedRole
{
    /// <param name="signed">Null where decisions of imported reviews cover nothing, so that they are no way out.</param>
    public static Judgement.Breaks Finding(
        RuleContext context,
        EligibleRole role,
        ImmutableArray<AccessPath> uncovered,
        SignOffs? signed
    )
    {
        var subject = context.RoleReference(role.RoleId);
        ImmutableArray<ObjectRef> identity = [context.ScopeReference(role.Scope)];
        var people = uncovered.Select(path => path.Principal.Id).Distinct(StringComparer.Ordinal).Count();
        var groups = uncovered
            .SelectMany(path => path.Hops.Where(hop => hop.Relation is not HopRelation.Role))
            .Select(hop => hop.To)
            .DistinctBy(group => group.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Id, StringComparer.Ordinal);
        return new(
            new FindingDraft
            {
                Subject = subject,
                Identity = identity,
                Severity = context.ByTier(role.RoleId, Severity.High, Severity.High, Severity.Medium),
                Title = $"No running access review covers everybody eligible for {subject.Label}",
                Observed = $"{Say.Count(people, "eligible person", "eligible people")} without a review",
                Expected =
                    "a recurring access review with reviewers, of the role or of the group that people come through"
                    + (signed is null ? "" : $", or a decision in an imported review in the last {signed.Limit}"),
                Role = subject,
                Scope = role.Scope,
                Related = [.. groups.Select(group => new RelatedObject(group, "group without a review"))],
                Evidence = [.. uncovered.SelectMany(path => path.Hops).SelectMany(hop => hop.Evidence).Distinct()],
                Fix = new([
                    "In Identity Governance, open Privileged Identity Management, Microsoft Entra roles, Access reviews (for a group whose membership is activated: Access reviews, Teams + Groups) and select New.",
                    "Select this role or group, all users, and eligible assignments.",
                    "Let it recur quarterly without an end, and name reviewers who do not review themselves.",
                    "Let it apply its decisions.",
                    .. signed is null
                        ? Array.Empty<string>()
                        :
                        [
                            $"Or have somebody else decide about each of these paths at least every {signed.Limit}: 'pimaudit review new' sends a workbook out, 'pimaudit review import' takes it back, and the next scan gets it with --reviews.",
                        ],
                ]),
            }
        )
        {
            Identity = identity,
        };
    }
}
