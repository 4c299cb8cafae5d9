using PimAudit.Model;

namespace PimAudit.Access.Tests.Properties;

/// <summary>Somebody who is, or may be, in a group.</summary>
internal sealed record Step(Guid From, Guid To, bool Owner, string State, DateTimeOffset? Ends, string Row)
{
    public string Words =>
        $" | {State} {Side} {To:D} {Ends:O} {Row}" + (State is "Eligible" ? $" gate {To:D} {Side}" : "");

    private string Side => Owner ? "owner" : "member";
}

/// <summary>A role that a principal has or may have.</summary>
internal sealed record Holding(
    Guid Principal,
    Guid Role,
    string Scope,
    string State,
    DateTimeOffset? Ends,
    string Rows,
    Guid? Through
);

/// <summary>The rows of a random tenant, read once more.</summary>
internal sealed class OracleRows(TenantSnapshot tenant)
{
    public bool Licensed { get; } = tenant.Collection.Parts.All(part => part.Reason is not MissingReason.Licence);

    public IEnumerable<Step> Steps => Activations().Concat(Eligibilities()).Concat(PlainMembers());

    public IEnumerable<Holding> Holdings => Eligible().Concat(Licensed ? Active() : Unlicensed());

    public bool Lost(SnapshotParts part) =>
        tenant.Collection.Parts.Any(one => one.Part == part && one.Status is PartStatus.Refused);

    public bool Lost(SnapshotParts part, Guid group) =>
        tenant.Collection.Parts.Any(one =>
            one.Part == part && one.Gaps.Any(gap => gap.ObjectId == group.ToString("D"))
        );

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
}
