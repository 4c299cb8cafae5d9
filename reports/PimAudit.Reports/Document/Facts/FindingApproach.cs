using System.Collections.Frozen;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>By which approach the path of a finding, or the group that it is about, leads to a role.</summary>
internal sealed class FindingApproach(AuditResult result)
{
    private readonly FrozenDictionary<string, GroupRow> groups = result
        .Groups.DistinctBy(row => row.Group.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(row => row.Group.Id, StringComparer.Ordinal);

    /// <returns>Null for a finding about neither a path nor a group that carries a role.</returns>
    public Approach? Of(Finding finding) =>
        finding.Path is [.., var last] ? Of(last, isDirect: finding.Path.Length == 1)
        : finding.Subject.Kind is ObjectKind.Group ? Group(finding.Subject.Id)?.Approach
        : null;

    private Approach? Of(Hop last, bool isDirect) =>
        last.Relation is not HopRelation.Role ? Group(last.To.Id)?.Approach
        : isDirect && last.From.Kind is not ObjectKind.Group ? Approach.Direct
        : Group(last.From.Id)?.Grants.FirstOrDefault(grant => grant.Role.Id == last.To.Id)?.Approach;

    private GroupRow? Group(string id) => groups.GetValueOrDefault(id);
}
