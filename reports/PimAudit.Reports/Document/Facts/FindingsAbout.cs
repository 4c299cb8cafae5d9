using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Findings that are not resolved, by the ids of what they are about. Heaviest first.</summary>
internal sealed class FindingsAbout
{
    private readonly ILookup<string, Finding> bySubject;
    private readonly ILookup<string, Finding> byGroup;

    public FindingsAbout(AuditResult result)
    {
        var ranked = Outcomes.Ranked(result.Findings.Where(finding => finding.Status is not FindingStatus.Resolved));
        bySubject = ranked.ToLookup(finding => finding.Subject.Id, StringComparer.Ordinal);
        byGroup = ranked
            .SelectMany(finding => Groups(finding).Select(id => (Id: id, Finding: finding)))
            .ToLookup(pair => pair.Id, pair => pair.Finding, StringComparer.Ordinal);
    }

    /// <summary>Those that the group is part of.</summary>
    public ImmutableArray<Finding> Group(ObjectRef group) => [.. byGroup[group.Id]];

    /// <summary>Those about the owner of settings, a person or an application.</summary>
    public ImmutableArray<Finding> Subject(ObjectRef subject) => [.. bySubject[subject.Id]];

    /// <summary>Those about the holder that name no other role.</summary>
    public ImmutableArray<Finding> Holder(AccessRow row) =>
        [
            .. bySubject[row.Principal.Id]
                .Where(finding =>
                    finding.Role is null || string.Equals(finding.Role.Id, row.Role.Id, StringComparison.Ordinal)
                ),
        ];

    private static IEnumerable<string> Groups(Finding finding) =>
        finding
            .Identity.Where(item => item.Kind is ObjectKind.Group)
            .Select(item => item.Id)
            .Distinct(StringComparer.Ordinal);
}
