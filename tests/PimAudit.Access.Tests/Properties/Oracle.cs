using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Tests.Properties;

/// <summary>
/// The slow way to the same answer: every simple walk of every person, breadth first and forward, joined with every grant.
/// Shares no code with the resolver beyond the records of the model.
/// </summary>
internal sealed class Oracle
{
    private readonly TenantSnapshot tenant;
    private readonly OracleRows rows;
    private readonly HashSet<Guid> groups;
    private readonly List<Step> steps;
    private readonly List<Holding> holdings;

    private Oracle(TenantSnapshot tenant)
    {
        this.tenant = tenant;
        rows = new(tenant);
        groups = [.. tenant.Groups.Select(group => group.Id)];
        steps = [.. rows.Steps];
        holdings = [.. rows.Holdings];
    }

    /// <summary>Every path of both bands, one line each, ordinal.</summary>
    public static IEnumerable<string> Paths(TenantSnapshot tenant)
    {
        var oracle = new Oracle(tenant);
        return oracle.Lines().Order(StringComparer.Ordinal);
    }

    private IEnumerable<string> Lines()
    {
        var walks = Walks();
        var plain = holdings.Where(holding => holding.Through is null).ToList();
        var joined =
            from walk in walks
            from holding in plain
            where walk.At == holding.Principal
            select Line(walk, holding);
        return joined.Concat(holdings.Where(holding => holding.Through is not null).SelectMany(one => Own(one, walks)));
    }

    /// <summary>A personal activation leads through the group while the person is in it, over nothing that still asks.</summary>
    private IEnumerable<string> Own(Holding holding, List<Walk> walks)
    {
        var behind = walks
            .Where(walk => walk.Person == holding.Principal && walk.At == holding.Through)
            .Where(walk => walk.Steps.All(step => step is { Owner: false, State: not "Eligible" }))
            .Select(walk => Line(walk, holding with { Principal = walk.At }))
            .ToList();
        return behind.Count > 0
            ? behind
            : walks
                .Where(walk => walk.Steps.IsEmpty && walk.Person == holding.Principal)
                .Select(one => Line(one, holding));
    }

    private List<Walk> Walks()
    {
        var devices = tenant
            .Memberships.Where(row => row.PrincipalKind is ObjectKind.Other)
            .Select(row => row.PrincipalId);
        var people = steps
            .Select(step => step.From)
            .Concat(holdings.Select(holding => holding.Principal))
            .Except(groups)
            .Except(devices)
            .Select(person => new Walk(person, []));

        var all = new List<Walk>(people);
        for (var at = 0; at < all.Count; at++)
            all.AddRange(
                from step in steps
                where step.From == all[at].At && step.To != step.From && all[at].Steps.All(old => old.From != step.To)
                select all[at] with
                {
                    Steps = all[at].Steps.Add(step),
                }
            );
        return all;
    }

    private string Line(Walk walk, Holding holding)
    {
        var band = walk.Steps.Any(step => step.Owner) ? "takeover" : "certain";
        var gate = holding.State is "Eligible" ? $" gate {holding.Role:D}" : "";
        return $"{walk.Person:D} {holding.Role:D} {holding.Scope} {band} {ApproachOf(holding)}"
            + string.Concat(walk.Steps.Select(step => step.Words))
            + $" | {holding.State} {holding.Ends:O} {holding.Rows}{gate}";
    }

    private string ApproachOf(Holding holding)
    {
        var group = holding.Principal;
        if (!groups.Contains(group))
            return "Direct";

        var states = holdings
            .Where(one => one.Principal == group && one.Role == holding.Role && one.Scope == holding.Scope)
            .Select(one => one.State)
            .Where(state => state != "Activated")
            .ToHashSet(StringComparer.Ordinal);
        var untold =
            rows.Licensed
            && (rows.Lost(SnapshotParts.ActiveAssignments) || rows.Lost(SnapshotParts.EligibleAssignments));
        if (untold || states.Count == 0 || states.Contains("Unknown"))
            return "Unknown";

        return (states.Count == 2 ? "both" : states.Single(), ClassOf(group)) switch
        {
            (_, "unknown") => "Unknown",
            (_, "empty") => "Dormant",
            ("Eligible", "standing") => "Approach1",
            ("Standing", "just-in-time") => "Approach2",
            ("Standing", "standing") => "Standing",
            _ => "Mixed",
        };
    }

    private string ClassOf(Guid group)
    {
        var members = steps.Where(step => step.To == group && !step.Owner).ToList();
        return members.Any(step => step.State is "Eligible" or "Activated") ? "just-in-time"
            : rows.Lost(SnapshotParts.GroupEligibilities, group) || rows.Lost(SnapshotParts.GroupAssignments, group)
                ? "unknown"
            : members.Count > 0 ? "standing"
            : rows.Lost(SnapshotParts.GroupMembers, group) ? "unknown"
            : "empty";
    }

    private sealed record Walk(Guid Person, ImmutableArray<Step> Steps)
    {
        public Guid At => Steps.IsEmpty ? Person : Steps[^1].To;
    }
}
