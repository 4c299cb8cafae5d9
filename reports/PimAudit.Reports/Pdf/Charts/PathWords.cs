using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf.Charts;

/// <summary>Says a path in nodes and hops, and where in it the fault of a finding lies.</summary>
internal static class PathWords
{
    private const int MostNodes = 4;

    public static (ImmutableArray<PathNode> Nodes, ImmutableArray<PathHop> Hops) Of(AuditResult result, Finding finding)
    {
        var path = finding.Path;
        var faulty = FaultyHop(finding);
        var nodes = path.Select(hop => hop.From)
            .Append(path[^1].To)
            .Select(item => Node(result, finding, item))
            .ToList();
        var hops = path.Select((hop, at) => Hop(finding, hop, at == faulty)).ToList();
        if (nodes.Count <= MostNodes)
            return ([.. nodes], [.. hops]);

        var folded = nodes.Count - 3;
        var middle = new ObjectRef(ObjectKind.Group, "", Say.Count(folded, "more group"));
        return (
            [nodes[0], nodes[1], new PathNode(middle, "see the path below"), nodes[^1]],
            [hops[0], hops[1], hops[^1]]
        );
    }

    /// <summary>The whole path in words, where the picture had to fold it; null elsewhere.</summary>
    public static string? Unfolded(Finding finding) =>
        finding.Path.Length < MostNodes
            ? null
            : string.Join(" → ", finding.Path.Select(hop => hop.From.Label).Append(finding.Path[^1].To.Label));

    public static ImmutableArray<GateBar> Bars(Gates gates, Finding? finding)
    {
        var missed = IsAbout(finding, gates) ? finding!.RuleId : "";
        return
        [
            new(Either(gates.Mfa, gates.ContextRequired), missed is "PIM201"),
            new(gates.Justification, missed is "PIM202"),
            new(gates.Ticket, missed is "PIM212"),
            new(gates.Approval, missed is "PIM203"),
        ];
    }

    /// <summary>What an activation asks, in words.</summary>
    public static string Asked(Gates gates)
    {
        if (gates.Gap is not null)
            return "settings not read";

        var mfa = Either(gates.Mfa, gates.ContextRequired);
        string?[] words =
        [
            gates.Context is { } context ? $"context {context}" : Asked(mfa, "MFA"),
            Asked(gates.Justification, "justification"),
            gates.Ticket is true ? "ticket" : null,
            Asked(gates.Approval, "approval"),
            gates.Longest is { } longest ? $"up to {Say.Duration(longest)}" : "duration unknown",
        ];
        return string.Join(", ", words.Where(word => word is not null));
    }

    private static string Asked(bool? gate, string name) =>
        gate switch
        {
            true => name,
            false => $"no {name}",
            null => $"{name} unknown",
        };

    private static bool? Either(bool? one, bool? other) =>
        one is true || other is true ? true
        : one is null || other is null ? null
        : false;

    private static PathHop Hop(Finding finding, Hop hop, bool isFaulty) =>
        new(
            StateOf(hop),
            hop.Gates is { } gates ? Asked(gates)
                : hop.State is HopState.Unknown ? "kind and end not known"
                : hop.EndsAt is { } end ? $"until {Say.Day(end)}, no gate"
                : hop.State is HopState.Standing ? "no activation, no gate, no end"
                : "activated now",
            hop.State,
            hop.Relation is HopRelation.Owner,
            isFaulty,
            hop.Gates is null ? [] : Bars(hop.Gates, finding)
        );

    private static string StateOf(Hop hop) =>
        (hop.Relation, hop.State) switch
        {
            (HopRelation.Role, HopState.Standing) => "active",
            (HopRelation.Role, _) => Words.State(hop.State),
            (HopRelation.Owner, HopState.Standing) => "owner, could add himself",
            (HopRelation.Owner, _) => $"{Words.State(hop.State)} owner",
            (_, HopState.Standing) => "member",
            _ => $"{Words.State(hop.State)} member",
        };

    private static PathNode Node(AuditResult result, Finding finding, ObjectRef item)
    {
        var group = result.Groups.FirstOrDefault(row => row.Group.Id == item.Id);
        var isOpen = group?.IsRoleAssignable is false;
        var note = item.Kind switch
        {
            ObjectKind.Role => Words.Scope(finding.Scope),
            ObjectKind.Group => group?.IsRoleAssignable switch
            {
                true => "role-assignable",
                false => "not role-assignable",
                null => "group",
            },
            _ => Person(result, item),
        };
        var isFaulty =
            finding.RuleId.StartsWith("PIM3", StringComparison.Ordinal)
            && item.Kind is ObjectKind.Group
            && item.Id == finding.Subject.Id;
        return new(item, note, isFaulty ? note : null, isOpen);
    }

    private static string Person(AuditResult result, ObjectRef item)
    {
        var row = result.Access.FirstOrDefault(row => row.Principal.Id == item.Id);
        return row?.PrincipalEnabled switch
        {
            true => $"{Words.Kind(item.Kind)}, enabled",
            false => $"{Words.Kind(item.Kind)}, disabled",
            null => Words.Kind(item.Kind),
        };
    }

    private static bool IsAbout(Finding? finding, Gates gates) =>
        finding is not null && finding.Identity.Any(item => item.Id == gates.Owner.Id);

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
