using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Says the path of a finding in nodes and hops, and where in it the fault lies.</summary>
internal static class PathWords
{
    private const int MostNodes = 4;

    public static (IReadOnlyList<PathNode> Nodes, IReadOnlyList<PathHop> Hops) Of(AuditResult result, Finding finding)
    {
        var path = finding.Path;
        var faulty = FaultyHop(finding);
        var nodes = path.Select(hop => hop.From)
            .Append(path[^1].To)
            .Select(item => Node(result, finding, item))
            .ToList();
        var hops = path.Select((hop, at) => Hop(finding, hop, at == faulty)).ToList();
        return NodeWords.Fold(nodes, hops, MostNodes);
    }

    /// <summary>The whole path in words, where the picture had to fold it; null elsewhere.</summary>
    public static string? Unfolded(Finding finding) =>
        finding.Path.Length < MostNodes
            ? null
            : string.Join(" → ", finding.Path.Select(hop => hop.From.Label).Append(finding.Path[^1].To.Label));

    public static ImmutableArray<GateBar> Bars(Gates gates, Finding finding) =>
        HopWords.Bars(
            gates,
            HopWords.MfaOf(gates),
            ruleId =>
                string.Equals(finding.RuleId, ruleId, StringComparison.Ordinal)
                && finding.Identity.Any(item => item.Id == gates.Owner.Id)
        );

    private static PathHop Hop(Finding finding, Hop hop, bool isFaulty) =>
        new(
            HopWords.State(hop),
            HopWords.Gates(hop, hop.Gates is { } gates ? HopWords.MfaOf(gates) : null, HopWords.End(hop)),
            hop.State,
            hop.Relation is HopRelation.Owner,
            isFaulty,
            hop.Gates is null ? [] : Bars(hop.Gates, finding)
        );

    private static PathNode Node(AuditResult result, Finding finding, ObjectRef item)
    {
        var facts = new NodeFacts(
            result.Access.FirstOrDefault(row => row.Principal.Id == item.Id)?.PrincipalEnabled,
            result.Groups.FirstOrDefault(row => row.Group.Id == item.Id)?.IsRoleAssignable
        );
        var node = NodeWords.Of(item, facts, Words.Scope(finding.Scope));
        var isFaulty =
            finding.RuleId.StartsWith("PIM3", StringComparison.Ordinal)
            && item.Kind is ObjectKind.Group
            && item.Id == finding.Subject.Id;
        return node with { Fault = isFaulty ? node.Note : null };
    }

    /// <summary>Family 1 finds fault with a hop that stands open; -1 where the fault lies elsewhere.</summary>
    private static int FaultyHop(Finding finding)
    {
        if (!finding.RuleId.StartsWith("PIM1", StringComparison.Ordinal))
            return -1;

        var open = Enumerable
            .Range(0, finding.Path.Length)
            .Where(at => finding.Path[at].State is not HopState.Eligible);
        return open.DefaultIfEmpty(-1).First();
    }
}
