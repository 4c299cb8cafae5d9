using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>The people of every group of a snapshot.</summary>
internal sealed class GroupBook
{
    private readonly TenantSnapshot snapshot;
    private readonly ILookup<Guid, DirectoryMembership> directory;
    private readonly ILookup<Guid, GroupAssignmentInstance> assignments;
    private readonly ILookup<Guid, GroupEligibilityInstance> eligibilities;
    private readonly Dictionary<Guid, GroupPeople> made = [];

    public GroupBook(TenantSnapshot snapshot)
    {
        this.snapshot = snapshot;
        directory = snapshot.Memberships.ToLookup(row => row.GroupId);
        assignments = snapshot
            .GroupAssignments.Where(row => Validity.HoldsAt(snapshot.TakenAt, row.StartsAt, row.EndsAt))
            .ToLookup(row => row.GroupId);
        eligibilities = snapshot
            .GroupEligibilities.Where(row => Validity.HoldsAt(snapshot.TakenAt, row.StartsAt, row.EndsAt))
            .ToLookup(row => row.GroupId);
    }

    public GroupPeople this[Guid groupId]
    {
        get
        {
            if (!made.TryGetValue(groupId, out var people))
                made[groupId] = people = Make(groupId);
            return people;
        }
    }

    private GroupPeople Make(Guid groupId) =>
        new(
            groupId,
            LinksOf(groupId, GroupAccess.Member),
            LinksOf(groupId, GroupAccess.Owner),
            snapshot.Collection.GapOf(SnapshotParts.GroupMembers, groupId),
            snapshot.Collection.GapOf(SnapshotParts.GroupOwners, groupId),
            PimGapOf(SnapshotParts.GroupEligibilities, groupId),
            PimGapOf(SnapshotParts.GroupAssignments, groupId)
        );

    /// <summary>Without PIM there are no eligible and no activated members, so nothing is missing.</summary>
    private Gap? PimGapOf(SnapshotParts part, Guid groupId) =>
        snapshot.HasPim ? snapshot.Collection.GapOf(part, groupId) : null;

    private ImmutableArray<GroupLink> LinksOf(Guid groupId, GroupAccess access)
    {
        var active = assignments[groupId].Where(row => row.Access == access).Select(FromAssignment).ToList();
        var listed = active.Select(link => link.PrincipalId).ToHashSet();
        var plain = directory[groupId]
            .Where(row => row.Access == access && !listed.Contains(row.PrincipalId))
            .DistinctBy(row => row.PrincipalId)
            .Select(FromDirectory);
        var eligible = eligibilities[groupId].Where(row => row.Access == access).Select(FromEligibility);

        return
        [
            .. active
                .Concat(plain)
                .Concat(eligible)
                .OrderBy(link => link.PrincipalId.ToString("D"), StringComparer.Ordinal)
                .ThenBy(link => link.State)
                .ThenBy(link => link.Evidence[0].Id, StringComparer.Ordinal),
        ];
    }

    private static GroupLink FromAssignment(GroupAssignmentInstance row) =>
        new(
            row.GroupId,
            row.PrincipalId,
            row.Access,
            row.Type is AssignmentType.Assigned ? HopState.Standing : HopState.Activated,
            row.StartsAt,
            row.EndsAt,
            InPim: true,
            [new(SnapshotParts.GroupAssignments, row.Id)]
        );

    private GroupLink FromDirectory(DirectoryMembership row)
    {
        var untold = PimGapOf(SnapshotParts.GroupAssignments, row.GroupId) is not null;
        var part = row.Access is GroupAccess.Member ? SnapshotParts.GroupMembers : SnapshotParts.GroupOwners;
        return new(
            row.GroupId,
            row.PrincipalId,
            row.Access,
            untold ? HopState.Unknown : HopState.Standing,
            StartsAt: null,
            EndsAt: null,
            InPim: !assignments[row.GroupId].Any(),
            [new(part, $"{row.GroupId:D}/{row.PrincipalId:D}")]
        );
    }

    private static GroupLink FromEligibility(GroupEligibilityInstance row) =>
        new(
            row.GroupId,
            row.PrincipalId,
            row.Access,
            HopState.Eligible,
            row.StartsAt,
            row.EndsAt,
            InPim: true,
            [new(SnapshotParts.GroupEligibilities, row.Id)]
        );
}
