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

    /// <summary>
    /// The paths that lead through the group of a finding which names no path of its own: people with the same path once, the
    /// most open ones first. Empty for a finding about anything else.
    /// </summary>
    public static ImmutableArray<PathRow> Through(AuditResult result, Finding finding)
    {
        if (!finding.Path.IsEmpty || finding.Subject.Kind is not ObjectKind.Group)
            return [];

        var groups = finding.Identity.Where(item => item.Kind is ObjectKind.Group).Select(item => item.Id).ToList();
        var rows = result.Access.Where(row =>
            row.Band is PathBand.Certain
            && (finding.Role is null || finding.Role.Id == row.Role.Id)
            && groups.TrueForAll(id => row.Hops.Any(hop => hop.From.Id == id))
        );
        return
        [
            .. new PathRows(item => Facts(result, item), (gates, ruleId) => Misses(finding, gates, ruleId))
                .Of(rows.Select(Drawn))
                .Select(row => row with { Nodes = [.. row.Nodes.Select(node => Marked(finding, node))] }),
        ];
    }

    /// <summary>A row as the picture of a card has room for.</summary>
    public static (IReadOnlyList<PathNode> Nodes, IReadOnlyList<PathHop> Hops) Of(PathRow row) =>
        NodeWords.Fold(row.Nodes, row.Hops, MostNodes);

    private static DrawnPath Drawn(AccessRow row) =>
        new(
            new(row.Principal, row.Role, row.Scope.Id, row.Hops, row.Band, row.Approach),
            Words.Scope(row.Scope),
            [.. row.Hops.Select(hop => hop.Gates is { } gates ? HopWords.MfaOf(gates) : null)],
            Remarks: []
        );

    /// <summary>The whole path in words, where the picture had to fold it; null elsewhere.</summary>
    public static string? Unfolded(Finding finding) =>
        finding.Path.Length < MostNodes
            ? null
            : string.Join(" → ", finding.Path.Select(hop => hop.From.Label).Append(finding.Path[^1].To.Label));

    public static ImmutableArray<GateBar> Bars(Gates gates, Finding finding) =>
        HopWords.Bars(gates, HopWords.MfaOf(gates), ruleId => Misses(finding, gates, ruleId));

    private static bool Misses(Finding finding, Gates gates, string ruleId) =>
        string.Equals(finding.RuleId, ruleId, StringComparison.Ordinal)
        && finding.Identity.Any(item => item.Id == gates.Owner.Id);

    private static PathHop Hop(Finding finding, Hop hop, bool isFaulty) =>
        new(
            HopWords.State(hop),
            HopWords.Gates(hop, hop.Gates is { } gates ? HopWords.MfaOf(gates) : null, HopWords.End(hop)),
            hop.State,
            hop.Relation is HopRelation.Owner,
            isFaulty,
            hop.Gates is null ? [] : Bars(hop.Gates, finding)
        );

    private static PathNode Node(AuditResult result, Finding finding, ObjectRef item) =>
        Marked(finding, NodeWords.Of(item, Facts(result, item), Words.Scope(finding.Scope)));

    private static NodeFacts Facts(AuditResult result, ObjectRef item) =>
        new(
            result.Access.FirstOrDefault(row => row.Principal.Id == item.Id)?.PrincipalEnabled,
            result.Groups.FirstOrDefault(row => row.Group.Id == item.Id)?.IsRoleAssignable
        );

    /// <summary>Family 3 finds fault with a group.</summary>
    private static PathNode Marked(Finding finding, PathNode node)
    {
        var isFaulty =
            finding.RuleId.StartsWith("PIM3", StringComparison.Ordinal)
            && node.Object.Kind is ObjectKind.Group
            && node.Object.Id == finding.Subject.Id;
        return !isFaulty ? node
            : node.Figure is Figure.OpenGroup ? node with { Fault = node.Note }
            : node with { Fault = "here" };
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
