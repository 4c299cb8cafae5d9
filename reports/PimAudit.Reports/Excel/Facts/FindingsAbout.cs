using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>Finds the findings that concern a path or a group, by ids alone.</summary>
internal sealed class FindingsAbout
{
    private readonly ILookup<string, Finding> byHolder;
    private readonly string none;

    public FindingsAbout(AuditResult result)
    {
        none = Outcomes.IsComplete(result) ? "" : "none seen";
        byHolder = Outcomes
            .Ranked(result.Findings.Where(finding => finding.Status is not FindingStatus.Resolved))
            .SelectMany(finding => Holders(finding).Select(id => (Id: id, Finding: finding)))
            .ToLookup(pair => pair.Id, pair => pair.Finding, StringComparer.Ordinal);
    }

    /// <summary>Everything that a fix would remove lies on the path, and a person or group is among it. Heaviest first.</summary>
    public ImmutableArray<Finding> Path(AccessRow row)
    {
        var ids = row.Hops.SelectMany(hop => new[] { hop.From.Id, hop.To.Id }).ToHashSet(StringComparer.Ordinal);
        ids.UnionWith([row.Principal.Id, row.Role.Id, row.Scope.Id]);
        return
        [
            .. Outcomes.Ranked(
                ids.SelectMany(id => byHolder[id])
                    .Distinct()
                    .Where(finding =>
                        finding.Identity.All(part => part.Kind is ObjectKind.Access || ids.Contains(part.Id))
                    )
            ),
        ];
    }

    /// <summary>The group or its holder is in what a fix would remove. Heaviest first.</summary>
    public ImmutableArray<Finding> Holder(ObjectRef holder) => [.. byHolder[holder.Id]];

    /// <summary>
    /// Open findings in a few words: <c>PIM301 Critical, PIM103 High</c>. Without any, blank only where every rule could judge.
    /// </summary>
    public string Short(IEnumerable<Finding> findings)
    {
        var words = findings
            .Where(Outcomes.IsOpen)
            .Select(finding => $"{finding.RuleId} {Say.Word(finding.Severity)}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return words.Count == 0 ? none : string.Join(", ", words);
    }

    private static IEnumerable<string> Holders(Finding finding) =>
        finding
            .Identity.Append(finding.Subject)
            .Where(part =>
                part.Kind
                    is ObjectKind.User
                        or ObjectKind.Group
                        or ObjectKind.ServicePrincipal
                        or ObjectKind.Other
                        or ObjectKind.Unresolved
            )
            .Select(part => part.Id)
            .Distinct(StringComparer.Ordinal);
}
