using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Directory members and owners whom PIM does not list, of groups that PIM lists somebody of.</summary>
internal sealed class DoubtfulMembers
{
    private readonly CollectionRun run;
    private readonly Dictionary<(Guid, GroupAccess), ListRead<DirectoryObjectRow, DirectoryMembership>> directory;
    private readonly Dictionary<Guid, ListRead<GroupAssignmentInstanceRow, GroupAssignmentInstance>> pim;
    private readonly HashSet<DirectoryMembership> doubtful;

    public DoubtfulMembers(CollectionRun run)
    {
        this.run = run;
        var listed = run.Rows.GroupAssignments.Select(Key).ToHashSet();
        var groups = run.Rows.GroupAssignments.Select(row => row.GroupId).ToHashSet();
        doubtful = [.. run.Rows.Memberships.Where(row => groups.Contains(row.GroupId) && !listed.Contains(Key(row)))];
        directory = doubtful
            .Select(row => (row.GroupId, row.Access))
            .Distinct()
            .Order()
            .ToDictionary(side => side, side => Side(side.GroupId, side.Access));
        pim = doubtful
            .Select(row => row.GroupId)
            .Distinct()
            .Order()
            .ToDictionary(group => group, run.Groups.Assignments);
    }

    public IEnumerable<GraphRead> Reads => directory.Values.Concat<GraphRead>(pim.Values);

    public void Settle()
    {
        foreach (var read in Reads)
            run.Ledger[read.Question.Part].Count(read);

        foreach (var row in doubtful)
            Confirm(row);

        var known = run.Rows.GroupAssignments.ToLookup(Key);
        foreach (var part in new[] { SnapshotParts.GroupMembers, SnapshotParts.GroupOwners })
            run.Ledger[part].Dropped += run.Rows.Memberships.RemoveAll(row =>
                PartOf(row) == part && HasEnded(row, known)
            );
    }

    /// <summary>Gone from the directory: dropped. Listed by PIM meanwhile: PIM's row tells the type.</summary>
    private void Confirm(DirectoryMembership row)
    {
        var members = directory[(row.GroupId, row.Access)];
        var instances = pim[row.GroupId];
        if (members.Failure is not null || instances.Failure is not null)
        {
            Mark(members, row.GroupId);
            Mark(instances, row.GroupId);
            return;
        }

        if (!members.Rows.Any(again => again.PrincipalId == row.PrincipalId))
            run.Rows.Memberships.Remove(row);
        else
            run.Rows.GroupAssignments.AddRange(instances.Rows.Where(instance => Key(instance) == Key(row)));
    }

    /// <summary>The members stay as they were first read, and the list that could not be read again says so.</summary>
    private void Mark(GraphRead read, Guid group)
    {
        if (read.Failure is { } failure)
            run.Ledger[read.Question.Part]
                .Gap(
                    group.ToString("D"),
                    failure with
                    {
                        Detail = "PIM does not list a member, and the group could not be read again. " + failure.Detail,
                    }
                );
    }

    /// <summary>PIM lists him, but only for a time that is over or to come.</summary>
    private bool HasEnded(
        DirectoryMembership row,
        ILookup<(Guid, Guid, GroupAccess), GroupAssignmentInstance> instances
    ) =>
        instances[Key(row)].Any()
        && !instances[Key(row)].Any(one => Validity.HoldsAt(run.TakenAt, one.StartsAt, one.EndsAt));

    private ListRead<DirectoryObjectRow, DirectoryMembership> Side(Guid group, GroupAccess access) =>
        access is GroupAccess.Member ? run.Groups.Members(group) : run.Groups.Owners(group);

    private static SnapshotParts PartOf(DirectoryMembership row) =>
        row.Access is GroupAccess.Member ? SnapshotParts.GroupMembers : SnapshotParts.GroupOwners;

    private static (Guid, Guid, GroupAccess) Key(DirectoryMembership row) => (row.GroupId, row.PrincipalId, row.Access);

    private static (Guid, Guid, GroupAccess) Key(GroupAssignmentInstance row) =>
        (row.GroupId, row.PrincipalId, row.Access);
}
