using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Pictures;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Facts;

/// <summary>The path of a finding in nodes and hops, and where in it the fault lies.</summary>
internal sealed class FindingWays(AuditResult result, Principals principals)
{
    private const int MostNodes = 4;

    /// <summary>Rows that are compared for one card; a group of thousands has its most open ones among the first.</summary>
    private const int MostRows = 2000;

    private readonly ILookup<string, AccessRow> byGroup = result
        .Access.Where(row => row.Band is PathBand.Certain)
        .SelectMany(row => Groups(row).Select(id => (Id: id, Row: row)))
        .ToLookup(pair => pair.Id, pair => pair.Row, StringComparer.Ordinal);

    /// <summary>The path of the finding, or the most open one through its group.</summary>
    /// <returns>More: said where further paths are not drawn; null where all are.</returns>
    public (ImmutableArray<DrawnWay> Ways, string? More) Of(Finding finding)
    {
        if (!finding.Path.IsEmpty)
            return ([Own(finding)], null);

        var through = Through(finding);
        return through.IsEmpty ? ([], null)
            : through.Length == 1 ? ([Drawn(through[0])], null)
            : (
                [Drawn(through[0])],
                $"{Say.Count(through.Length - 1, "more kind")} of path through it in the workbook, sheet Access Review"
            );
    }

    /// <summary>
    /// The paths that lead through the group of a finding which names no path of its own: people with the same path once, the
    /// most open ones first. Empty for a finding about anything else.
    /// </summary>
    public ImmutableArray<PathRow> Through(Finding finding)
    {
        if (!finding.Path.IsEmpty || finding.Subject.Kind is not ObjectKind.Group)
            return [];

        var groups = finding.Identity.Where(item => item.Kind is ObjectKind.Group).Select(item => item.Id).ToList();
        var rows = byGroup[finding.Subject.Id]
            .Where(row =>
                (finding.Role is null || string.Equals(finding.Role.Id, row.Role.Id, StringComparison.Ordinal))
                && groups.TrueForAll(id => Groups(row).Contains(id, StringComparer.Ordinal))
            )
            .OrderBy(row => Openness.Rank(row.State))
            .ThenBy(row => row.Hops.Length)
            .ThenBy(row => row.Key, StringComparer.Ordinal)
            .Take(MostRows);
        return
        [
            .. new PathRows(principals.Facts, (gates, ruleId) => Misses(finding, gates, ruleId))
                .Of(rows.Select(AsPath))
                .Select(row => row with { Nodes = [.. row.Nodes.Select(node => Marked(finding, node))] }),
        ];
    }

    public static ImmutableArray<GateBar> Bars(Gates gates, Finding finding) =>
        HopWords.Bars(gates, HopWords.MfaOf(gates), ruleId => Misses(finding, gates, ruleId));

    private DrawnWay Own(Finding finding)
    {
        var path = finding.Path;
        var faulty = FaultyHop(finding);
        ImmutableArray<PathNode> nodes =
        [
            .. path.Select(hop => hop.From).Append(path[^1].To).Select(item => Node(finding, item)),
        ];
        return Drawn(new("Path", "", [], nodes, [.. path.Select((hop, at) => Hop(finding, hop, at == faulty))]));
    }

    private static DrawnWay Drawn(PathRow row)
    {
        var (nodes, hops) = NodeWords.Fold(row.Nodes, row.Hops, MostNodes);
        return new([.. nodes], [.. hops], RowWords.Sentence(row));
    }

    private static IEnumerable<string> Groups(AccessRow row) =>
        row.Hops.Skip(1).Select(hop => hop.From.Id).Distinct(StringComparer.Ordinal);

    private static DrawnPath AsPath(AccessRow row) =>
        new(
            new(row.Principal, row.Role, row.Scope.Id, row.Hops, row.Band, row.Approach),
            Words.Scope(row.Scope),
            [.. row.Hops.Select(hop => hop.Gates is { } gates ? HopWords.MfaOf(gates) : null)],
            Remarks: []
        );

    private static bool Misses(Finding finding, Gates gates, string ruleId) =>
        string.Equals(finding.RuleId, ruleId, StringComparison.Ordinal)
        && finding.Identity.Any(item => string.Equals(item.Id, gates.Owner.Id, StringComparison.Ordinal));

    private static PathHop Hop(Finding finding, Hop hop, bool isFaulty) =>
        new(
            HopWords.State(hop),
            HopWords.Gates(hop, hop.Gates is { } gates ? HopWords.MfaOf(gates) : null, HopWords.End(hop)),
            hop.State,
            hop.Relation is HopRelation.Owner,
            isFaulty,
            hop.Gates is null ? [] : Bars(hop.Gates, finding)
        );

    private PathNode Node(Finding finding, ObjectRef item) =>
        Marked(finding, NodeWords.Of(item, principals.Facts(item), Words.Scope(finding.Scope)));

    /// <summary>Family 3 finds fault with a group.</summary>
    private static PathNode Marked(Finding finding, PathNode node)
    {
        var isFaulty =
            finding.RuleId.StartsWith("PIM3", StringComparison.Ordinal)
            && node.Object.Kind is ObjectKind.Group
            && string.Equals(node.Object.Id, finding.Subject.Id, StringComparison.Ordinal);
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
