using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>Makes judgements of the rows of a rule's answer and of what it could not see.</summary>
internal sealed class AnswerJudge(IRule rule, OwnRuleDefinition definition, RuleContext context, QueryAnswer answer)
{
    public IEnumerable<Judgement> Judge(ImmutableArray<AnswerRow> rows)
    {
        var evidence = EvidenceBook.Find(
            context.Access,
            rows.SelectMany(row => row.Evidence).ToHashSet(StringComparer.Ordinal)
        );
        return Ordered(rows)
            .Select(row => (Judgement)new Judgement.Breaks(Draft(row, evidence)))
            .Concat(answer.Unread.Select(fact => new Judgement.Blind(fact.Subject ?? Tenant, fact.Gap)))
            .Concat(rows.IsEmpty && answer.HadRows ? [new Judgement.Meets(Tenant)] : Enumerable.Empty<Judgement>());
    }

    private ObjectRef Tenant => context.Snapshot.Tenant.Reference;

    private static IEnumerable<AnswerRow> Ordered(ImmutableArray<AnswerRow> rows) =>
        rows.OrderBy(row => row.Subject.Key, StringComparer.Ordinal)
            .ThenBy(row => string.Join('\n', row.Identity.Select(part => part.Key)), StringComparer.Ordinal)
            .ThenBy(row => row.Observed, StringComparer.Ordinal)
            .ThenBy(row => row.Expected, StringComparer.Ordinal);

    private FindingDraft Draft(AnswerRow row, Dictionary<string, SnapshotParts> evidence) =>
        new()
        {
            Subject = row.Subject,
            Identity = row.Identity,
            Severity = row.Severity,
            Title = row.Title ?? $"{row.Subject.Label}: {rule.Info.Title}",
            Observed = row.Observed,
            Expected = row.Expected,
            Role = row.Role,
            Scope = row.Scope,
            Evidence = EvidenceOf(row, evidence),
            Fix = new(definition.Fix),
        };

    /// <summary>The rows that the query names; else the objects that it speaks of.</summary>
    /// <exception cref="FormatException">The query names a row that the snapshot does not have.</exception>
    private static ImmutableArray<Evidence> EvidenceOf(AnswerRow row, Dictionary<string, SnapshotParts> found)
    {
        if (row.Evidence.FirstOrDefault(id => !found.ContainsKey(id)) is { } odd)
            throw new FormatException(
                $"The evidence '{(odd.Length > 60 ? odd[..60] + "..." : odd)}' is no row of the snapshot: give the id of a row of eligible_assignments, active_assignments or activations, the evidence_id of memberships, or the policy of role settings."
            );
        return row.Evidence.IsEmpty
            ?
            [
                .. row
                    .Identity.Where(part => part.Kind is not (ObjectKind.Scope or ObjectKind.Access))
                    .Prepend(row.Subject)
                    .DistinctBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => new Evidence(EvidenceBook.PartOf(part), part.Id)),
            ]
            : [.. row.Evidence.Distinct(StringComparer.Ordinal).Select(id => new Evidence(found[id], id))];
    }
}
