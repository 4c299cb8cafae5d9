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
    private readonly bool licensed;
    private readonly HashSet<Guid> groups;
    private readonly List<Step> steps;
    private readonly List<Holding> holdings;

    private Oracle(TenantSnapshot tenant)
    {
        this.tenant = tenant;
        licensed = tenant.Collection.Parts.Count(part => part.Reason is MissingReason.Licence) == 0;
        groups = [.. tenant.Groups.Select(group => group.Id)];
        steps = [.. Activations().Concat(Eligibilities()).Concat(PlainMembers())];
        holdings = [.. Eligible().Concat(licensed ? Active() : Unlicensed())];
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

        var rows = holdings
            .Where(one => one.Principal == group && one.Role == holding.Role && one.Scope == holding.Scope)
            .Select(one => one.State)
            .Where(state => state != "Activated")
            .ToHashSet(StringComparer.Ordinal);
        var untold = licensed && (Lost(SnapshotParts.ActiveAssignments) || Lost(SnapshotParts.EligibleAssignments));
        if (untold || rows.Count == 0 || rows.Contains("Unknown"))
            return "Unknown";

        return (rows.Count == 2 ? "both" : rows.Single(), ClassOf(group)) switch
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
            : Lost(SnapshotParts.GroupEligibilities, group) || Lost(SnapshotParts.GroupAssignments, group) ? "unknown"
            : members.Count > 0 ? "standing"
            : Lost(SnapshotParts.GroupMembers, group) ? "unknown"
            : "empty";
    }

    private IEnumerable<Step> Activations() =>
        from row in tenant.GroupAssignments
        where Holds(row.EndsAt)
        let state = row.Type is AssignmentType.Activated ? "Activated" : "Standing"
        select new Step(row.PrincipalId, row.GroupId, row.Access is GroupAccess.Owner, state, row.EndsAt, row.Id);

    private IEnumerable<Step> Eligibilities() =>
        from row in tenant.GroupEligibilities
        where Holds(row.EndsAt)
        select new Step(row.PrincipalId, row.GroupId, row.Access is GroupAccess.Owner, "Eligible", row.EndsAt, row.Id);

    private IEnumerable<Step> PlainMembers()
    {
        var told = Activations().Select(step => (step.From, step.To, step.Owner)).ToHashSet();
        return from row in tenant.Memberships.Distinct()
            where !told.Contains((row.PrincipalId, row.GroupId, row.Access is GroupAccess.Owner))
            let state = Lost(SnapshotParts.GroupAssignments, row.GroupId) ? "Unknown" : "Standing"
            let id = $"{row.GroupId:D}/{row.PrincipalId:D}"
            select new Step(row.PrincipalId, row.GroupId, row.Access is GroupAccess.Owner, state, null, id);
    }

    private IEnumerable<Holding> Eligible() =>
        from row in tenant.RoleEligibilities
        where Holds(row.EndsAt)
        select new Holding(row.PrincipalId, row.RoleDefinitionId, row.Scope, "Eligible", row.EndsAt, row.Id, null);

    private IEnumerable<Holding> Unlicensed() =>
        from row in tenant.RoleAssignments
        select new Holding(row.PrincipalId, row.RoleDefinitionId, row.Scope, "Standing", null, row.Id, null);

    /// <summary>A random tenant has one active row for each target, so the target joins the two lists.</summary>
    private IEnumerable<Holding> Active()
    {
        var plain = tenant.RoleAssignments.ToDictionary(row => (row.PrincipalId, row.RoleDefinitionId, row.Scope));
        var told = tenant.RoleAssignmentInstances.Select(row => (row.PrincipalId, row.RoleDefinitionId, row.Scope));
        var timed =
            from row in tenant.RoleAssignmentInstances
            where Holds(row.EndsAt)
            let both = plain.GetValueOrDefault((row.PrincipalId, row.RoleDefinitionId, row.Scope))
            let state = row.Type is AssignmentType.Activated ? "Activated" : "Standing"
            let rows = both is null ? row.Id : $"{row.Id} {both.Id}"
            select new Holding(
                row.PrincipalId,
                row.RoleDefinitionId,
                row.Scope,
                state,
                row.EndsAt,
                rows,
                row.ActivatedThrough
            );
        var untold = plain
            .Where(pair => !told.Contains(pair.Key))
            .Select(pair => new Holding(
                pair.Key.PrincipalId,
                pair.Key.RoleDefinitionId,
                pair.Key.Scope,
                "Unknown",
                null,
                pair.Value.Id,
                null
            ));
        return timed.Concat(untold);
    }

    private bool Holds(DateTimeOffset? end) => !(end <= tenant.TakenAt);

    private bool Lost(SnapshotParts part) =>
        tenant.Collection.Parts.Any(one => one.Part == part && one.Status is PartStatus.Refused);

    private bool Lost(SnapshotParts part, Guid group) =>
        tenant.Collection.Parts.Any(one =>
            one.Part == part && one.Gaps.Any(gap => gap.ObjectId == group.ToString("D"))
        );

    private sealed record Step(Guid From, Guid To, bool Owner, string State, DateTimeOffset? Ends, string Row)
    {
        public string Words =>
            $" | {State} {(Owner ? "owner" : "member")} {To:D} {Ends:O} {Row}"
            + (State is "Eligible" ? $" gate {To:D}" : "");
    }

    private sealed record Walk(Guid Person, ImmutableArray<Step> Steps)
    {
        public Guid At => Steps.IsEmpty ? Person : Steps[^1].To;
    }

    private sealed record Holding(
        Guid Principal,
        Guid Role,
        string Scope,
        string State,
        DateTimeOffset? Ends,
        string Rows,
        Guid? Through
    );
}
