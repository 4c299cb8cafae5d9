using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// Who is in each group that can carry a role, in rounds: groups met as members, eligible principals or approvers are
/// read in the next one.
/// </summary>
internal sealed class GroupsStep(int mostRounds = 10, int mostGroups = 5000) : ICollectionStep
{
    private static readonly SnapshotParts[] PerGroup =
    [
        SnapshotParts.GroupMembers,
        SnapshotParts.GroupOwners,
        SnapshotParts.GroupEligibilities,
        SnapshotParts.GroupAssignments,
        SnapshotParts.GroupSettings,
        SnapshotParts.GroupAssignmentSchedules,
        SnapshotParts.GroupEligibilitySchedules,
    ];

    public string Says => "Reading groups";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        await PrincipalKinds.ResolveAsync(run, cancellation);
        for (var round = 1; round <= mostRounds && Unread(run) is { Count: > 0 } found; round++)
        {
            var groups = found.Take(mostGroups - run.AskedGroups.Count).ToList();
            if (groups.Count == 0)
                break;

            await ReadAsync(run, groups, cancellation);
            run.AskedGroups.UnionWith(groups);
            await PrincipalKinds.ResolveAsync(run, cancellation);
        }

        foreach (var group in Unread(run))
            LeaveOut(run, group);
    }

    private static List<Guid> Unread(CollectionRun run) =>
        [.. run.Pool.Of(ObjectKind.Group).Where(group => !run.AskedGroups.Contains(group))];

    private void LeaveOut(CollectionRun run, Guid group)
    {
        var limit = ReadFailure.NotAsked(
            $"Groups are followed for {Say.Count(mostRounds, "round")} and {Say.Count(mostGroups, "group")} at most; this one lies beyond."
        );
        foreach (var part in PerGroup.Where(run.Wants))
            run.Ledger[part].Gap(group.ToString("D"), limit);
    }

    private static async Task ReadAsync(CollectionRun run, IReadOnlyList<Guid> groups, CancellationToken cancellation)
    {
        var roleAssignable = run
            .Rows.Groups.Where(group => group.IsRoleAssignable is true)
            .Select(group => group.Id)
            .ToHashSet();
        var allAreCandidates = run.Ledger[SnapshotParts.RoleAssignableGroups].HasFailed;
        var reads = groups
            .Select(group => new GroupReading(run, group, allAreCandidates || roleAssignable.Contains(group)))
            .ToList();
        await run.Reader.ReadBatchedAsync(reads.SelectMany(reading => reading.Reads), cancellation);
        foreach (var reading in reads)
            reading.Settle(run);
        Schedules.DropEnded(run);
        foreach (var row in run.Rows.GroupAssignmentSchedules)
            run.Pool.Touch(row.PrincipalId);
        foreach (var row in run.Rows.GroupEligibilitySchedules)
            run.Pool.Touch(row.PrincipalId);
    }

    /// <summary>All that is asked about one group.</summary>
    private sealed class GroupReading(CollectionRun run, Guid group, bool withParents)
    {
        private readonly ListRead<DirectoryObjectRow, DirectoryMembership> members = run.Groups.Members(group);
        private readonly ListRead<DirectoryObjectRow, DirectoryMembership> owners = run.Groups.Owners(group);
        private readonly ListRead<GroupEligibilityInstanceRow, GroupEligibilityInstance> eligibilities =
            run.Groups.Eligibilities(group);
        private readonly ListRead<GroupAssignmentInstanceRow, GroupAssignmentInstance> assignments =
            run.Groups.Assignments(group);
        private readonly ListRead<PolicyAssignmentRow, PolicyAssignmentRow> settings = run.Settings.OfGroup(group);
        private readonly ListRead<DirectoryObjectRow, GroupParent>? parents = withParents
            ? run.Groups.Parents(group)
            : null;
        private readonly ListRead<GroupAssignmentScheduleRow, GroupAssignmentSchedule>? assignmentSchedules = run.Wants(
            SnapshotParts.GroupAssignmentSchedules
        )
            ? run.Groups.AssignmentSchedules(group)
            : null;
        private readonly ListRead<GroupEligibilityScheduleRow, GroupEligibilitySchedule>? eligibilitySchedules =
            run.Wants(SnapshotParts.GroupEligibilitySchedules) ? run.Groups.EligibilitySchedules(group) : null;

        public IEnumerable<GraphRead> Reads =>
            new GraphRead?[]
            {
                members,
                owners,
                eligibilities,
                assignments,
                settings,
                parents,
                assignmentSchedules,
                eligibilitySchedules,
            }.OfType<GraphRead>();

        public void Settle(CollectionRun into)
        {
            into.Keep(members, group, into.Rows.Memberships);
            into.Keep(owners, group, into.Rows.Memberships);
            into.Keep(eligibilities, group, into.Rows.GroupEligibilities);
            into.Keep(assignments, group, into.Rows.GroupAssignments);
            if (parents is not null)
                into.Keep(parents, group, into.Rows.GroupParents);
            if (assignmentSchedules is not null)
                into.Keep(assignmentSchedules, group, into.Rows.GroupAssignmentSchedules);
            if (eligibilitySchedules is not null)
                into.Keep(eligibilitySchedules, group, into.Rows.GroupEligibilitySchedules);
            if (into.Ledger.Settle(settings, group))
                foreach (var row in settings.Rows)
                    SettingsKeeper.KeepGroup(into, group, row);

            foreach (var row in members.Rows.Concat(owners.Rows))
                into.Pool.Touch(row.PrincipalId, row.PrincipalKind);
            foreach (var row in eligibilities.Rows)
                into.Pool.Touch(row.PrincipalId);
            foreach (var row in assignments.Rows)
                into.Pool.Touch(row.PrincipalId);
        }
    }
}
