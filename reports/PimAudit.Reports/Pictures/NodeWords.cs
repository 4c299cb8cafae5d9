using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pictures;

/// <summary>Tells what a node of a path is, in a shape and in words.</summary>
internal static class NodeWords
{
    /// <param name="place">Where a role is held, in words; other nodes have none.</param>
    public static PathNode Of(ObjectRef item, NodeFacts facts, string place) =>
        new(item, FigureOf(item, facts), Note(item, facts, place));

    /// <summary>Several who take the same path as one figure.</summary>
    /// <param name="one">Any of them: they are alike.</param>
    public static PathNode Several(PathNode one, ImmutableArray<ObjectRef> all)
    {
        var count = one.Figure switch
        {
            Figure.Person => Say.Count(all.Length, "person", "people"),
            Figure.Application => Say.Count(all.Length, "application"),
            Figure.Gone => Say.Count(all.Length, "deleted object"),
            _ => Say.Count(all.Length, "unresolved id"),
        };
        var figure = one.Figure is Figure.Person ? Figure.People : one.Figure;
        return one with
        {
            Object = new(one.Object.Kind, "", count),
            Figure = figure,
            Note = one.Note.Insert(Words.Kind(one.Object.Kind).Length, "s"),
            Objects = all,
        };
    }

    /// <summary>The nodes between those at the start and the last one are folded into one, where there are too many.</summary>
    /// <param name="most">Nodes, at least three.</param>
    public static (IReadOnlyList<PathNode> Nodes, IReadOnlyList<PathHop> Hops) Fold(
        IReadOnlyList<PathNode> nodes,
        IReadOnlyList<PathHop> hops,
        int most
    )
    {
        if (nodes.Count <= most)
            return (nodes, hops);

        var head = most - 2;
        var folded = nodes.Count - head - 1;
        var activations = hops.Skip(head).Take(folded - 1).Count(hop => hop.Kind is HopState.Eligible);
        var middle = new ObjectRef(ObjectKind.Group, "", Say.Count(folded, "more group"));
        var note = activations == 0 ? "all listed" : $"{Say.Count(activations, "more activation")}, all listed";
        return (
            [.. nodes.Take(head), new PathNode(middle, Figure.Group, note), nodes[^1]],
            [.. hops.Take(head), hops[^1]]
        );
    }

    private static Figure FigureOf(ObjectRef item, NodeFacts facts) =>
        item.Kind switch
        {
            _ when facts.DeletedAt is not null => Figure.Gone,
            ObjectKind.Role => Figure.Role,
            ObjectKind.Group when facts.IsRoleAssignable is false => Figure.OpenGroup,
            ObjectKind.Group => Figure.Group,
            ObjectKind.User => Figure.Person,
            ObjectKind.ServicePrincipal => Figure.Application,
            _ => Figure.Unknown,
        };

    private static string Note(ObjectRef item, NodeFacts facts, string place) =>
        item.Kind switch
        {
            _ when facts.DeletedAt is { } moment => $"{Words.Kind(item.Kind)}, deleted {Say.Day(moment)}",
            ObjectKind.Role => place,
            ObjectKind.Group => facts.IsRoleAssignable switch
            {
                true => "role-assignable",
                false => "not role-assignable",
                null => "group",
            },
            _ => facts.IsEnabled switch
            {
                true => $"{Words.Kind(item.Kind)}, enabled",
                false => $"{Words.Kind(item.Kind)}, disabled",
                null => Words.Kind(item.Kind),
            },
        };
}
