using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PimAudit.Model;

namespace PimAudit.Reports.Pictures;

/// <summary>Makes rows of paths: whoever takes the same hops through the same gates is one figure.</summary>
/// <param name="facts">What is known about an object beside its name.</param>
/// <param name="missed">Of gates and a rule: whether a finding of that rule misses something in them. Null without a finding.</param>
internal sealed class PathRows(Func<ObjectRef, NodeFacts> facts, Func<Gates, string, bool>? missed = null)
{
    /// <summary>The most open ones first, then the shortest; the same whatever the order of the paths.</summary>
    public ImmutableArray<PathRow> Of(IEnumerable<DrawnPath> paths) =>
        [
            .. Alike(paths)
                .OrderBy(alike => Rank(alike.Paths[0].Path.State))
                .ThenBy(alike => alike.Paths[0].Path.Hops.Length)
                .ThenBy(alike => Labels(alike.Paths[0].Path), StringComparer.OrdinalIgnoreCase)
                .ThenBy(alike => alike.Shape, StringComparer.Ordinal)
                .Select(alike => Row(alike.Paths)),
        ];

    private IEnumerable<(string Shape, ImmutableArray<DrawnPath> Paths)> Alike(IEnumerable<DrawnPath> paths) =>
        paths
            .GroupBy(Shape, StringComparer.Ordinal)
            .SelectMany(alike =>
                alike
                    .GroupBy(path => path.Path.Principal.Id, StringComparer.Ordinal)
                    .SelectMany(his => his.OrderBy(path => path.Path.EndsAt ?? DateTimeOffset.MaxValue).Index())
                    .GroupBy(path => path.Index)
                    .Select(one => (alike.Key, InOrder(one.Select(path => path.Item))))
            );

    private static ImmutableArray<DrawnPath> InOrder(IEnumerable<DrawnPath> paths) =>
        [
            .. paths
                .OrderBy(path => path.Path.Principal.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(path => path.Path.Principal.Id, StringComparer.Ordinal),
        ];

    /// <summary>All but who stands at the start, and until when he does.</summary>
    private string Shape(DrawnPath drawn)
    {
        var path = drawn.Path;
        var first = NodeWords.Of(path.Principal, facts(path.Principal), "");
        var text = new StringBuilder(path.Scope);
        text.Append(CultureInfo.InvariantCulture, $"\n{first.Figure} {first.Note} {path.Approach}");
        foreach (var (at, hop) in path.Hops.Index())
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{(at == 0 ? "" : hop.From.Id)} {hop.Relation} {hop.State} {hop.To.Id} {drawn.Mfa[at]}"
            );
        return text.Append('\n').AppendJoin('\n', drawn.Remarks).ToString();
    }

    private static int Rank(HopState state) =>
        state switch
        {
            HopState.Standing => 0,
            HopState.Unknown => 1,
            HopState.Activated => 2,
            _ => 3,
        };

    private static string Labels(AccessPath path) =>
        string.Join('\n', path.Hops.Reverse().Select(hop => hop.To.Label).Append(path.Principal.Label));

    private PathRow Row(ImmutableArray<DrawnPath> alike)
    {
        var drawn = alike[0];
        var path = drawn.Path;
        ImmutableArray<PathNode> groups =
        [
            .. path.Hops.Skip(1).Select(hop => NodeWords.Of(hop.From, facts(hop.From), "")),
            Role(drawn),
        ];
        return new(
            RowWords.Head(path),
            RowWords.Aside(path),
            drawn.Remarks,
            [First([.. alike.Select(one => one.Path.Principal)]), .. groups],
            [.. path.Hops.Select((_, at) => Hop(alike, at))]
        );
    }

    private PathNode First(ImmutableArray<ObjectRef> principals)
    {
        var one = NodeWords.Of(principals[0], facts(principals[0]), "");
        return principals.Length == 1 ? one : NodeWords.Several(one, principals);
    }

    /// <summary>Two places may have one name, so the node knows where it is.</summary>
    private PathNode Role(DrawnPath drawn)
    {
        var (role, scope) = (drawn.Path.Role, drawn.Path.Scope);
        var node = NodeWords.Of(role, facts(role), drawn.Place);
        return string.Equals(scope, "/", StringComparison.Ordinal)
            ? node
            : node with
            {
                Objects = [role, new(ObjectKind.Scope, scope, drawn.Place)],
            };
    }

    private PathHop Hop(ImmutableArray<DrawnPath> alike, int at)
    {
        var hop = alike[0].Path.Hops[at];
        var mfa = alike[0].Mfa[at];
        var end = End([.. alike.Select(one => one.Path.Hops[at])]);
        return new(
            HopWords.State(hop, plural: at == 0 && alike.Length > 1),
            HopWords.Gates(hop, mfa, end),
            hop.State,
            hop.Relation is HopRelation.Owner,
            IsFaulty: false,
            hop.Gates is { } gates ? HopWords.Bars(gates, mfa, ruleId => missed?.Invoke(gates, ruleId) ?? false) : [],
            hop.Gates is null ? null : $"eligible {end ?? "without end"}"
        );
    }

    /// <summary>Of several that differ, the first end.</summary>
    /// <returns>Null where none ends.</returns>
    private static string? End(ImmutableArray<Hop> alike)
    {
        var first = alike.MinBy(hop => hop.EndsAt ?? DateTimeOffset.MaxValue)!;
        var end = HopWords.End(first);
        return alike.All(hop => hop.EndsAt == first.EndsAt) ? end : $"in part {end}";
    }
}
