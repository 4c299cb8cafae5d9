using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Which lists a run has read, so that nobody takes "not read" for "not there".</summary>
internal sealed class ReadLists
{
    private readonly CollectionRecord collection;
    private readonly bool hasPim;
    private readonly Dictionary<SnapshotParts, HashSet<string>> gaps;

    public ReadLists(CollectionRecord collection)
    {
        this.collection = collection;
        hasPim =
            collection[SnapshotParts.ActiveAssignments].Reason is not MissingReason.Licence
            || collection[SnapshotParts.EligibleAssignments].Reason is not MissingReason.Licence;
        gaps = collection.Parts.ToDictionary(
            record => record.Part,
            record => record.Gaps.Select(gap => gap.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Whether a path that stands would be seen.</summary>
    public bool ShowStanding(ImmutableArray<Hop> hops) => hops.All(ShowsStanding);

    /// <summary>Whether the path would be seen in any state. Without a licence for PIM nobody is eligible.</summary>
    public bool ShowAll(ImmutableArray<Hop> hops) => ShowStanding(hops) && (!hasPim || hops.All(ShowsEligible));

    /// <summary>Whether the row is gone when it is not seen.</summary>
    public bool Confirm(AccessRow row) => ShowAll(row.Hops) && TellsOf(row.State);

    /// <summary>A licence that ran out hides eligibilities.</summary>
    public bool TellsOf(HopState state) => hasPim || state is not HopState.Eligible;

    /// <summary>Whether every role that a group carries would be seen.</summary>
    public bool ShowGrants =>
        Has(SnapshotParts.RoleAssignments)
        && (!hasPim || (Has(SnapshotParts.ActiveAssignments) && Has(SnapshotParts.EligibleAssignments)));

    /// <summary>As <see cref="Confirm(AccessRow)"/>, of a role that a group carried.</summary>
    public bool Confirm(GroupGrantRow grant) => ShowGrants && (hasPim || !grant.Eligible);

    private bool ShowsStanding(Hop hop) =>
        hop.Relation switch
        {
            HopRelation.Role => Has(SnapshotParts.RoleAssignments) && (!hasPim || Has(SnapshotParts.ActiveAssignments)),
            HopRelation.Member => Knows(hop)
                && Has(SnapshotParts.GroupMembers, hop.To.Id)
                && (!hasPim || Has(SnapshotParts.GroupAssignments, hop.To.Id)),
            _ => Knows(hop)
                && Has(SnapshotParts.GroupOwners, hop.To.Id)
                && (!hasPim || Has(SnapshotParts.GroupAssignments, hop.To.Id)),
        };

    private bool ShowsEligible(Hop hop) =>
        hop.Relation is HopRelation.Role
            ? Has(SnapshotParts.EligibleAssignments)
            : Knows(hop) && Has(SnapshotParts.GroupEligibilities, hop.To.Id);

    /// <summary>An id that nobody resolved is not known to be a group, so nobody asked for its members.</summary>
    private bool Knows(Hop hop) => Has(SnapshotParts.Principals, hop.To.Id);

    private bool Has(SnapshotParts part) => collection[part].Status is PartStatus.Complete;

    private bool Has(SnapshotParts part, string id) =>
        !collection[part].IsMissing && !(gaps.TryGetValue(part, out var missing) && missing.Contains(id));
}
