using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Role assignments that stand in one of the two lists only.</summary>
internal sealed class DoubtfulRoles
{
    private readonly CollectionRun run;
    private readonly AssignmentLists lists;
    private readonly List<(
        Guid Principal,
        ListRead<RoleAssignmentRow, RoleAssignment> Assignments,
        ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> Active
    )> again = [];

    public DoubtfulRoles(CollectionRun run)
    {
        this.run = run;
        lists = AssignmentLists.Compare(run.Rows.RoleAssignments, run.Rows.ActiveAssignments);
        if (BothWereRead)
            again.AddRange(Principals().Select(id => (id, Assignments(id), Active(id))));
    }

    public IEnumerable<GraphRead> Reads => again.SelectMany(one => new GraphRead[] { one.Assignments, one.Active });

    private bool BothWereRead =>
        !run.Ledger[SnapshotParts.RoleAssignments].HasFailed && !run.Ledger[SnapshotParts.ActiveAssignments].HasFailed;

    private IEnumerable<RoleAssignmentInstance> UnpairedInstances => lists.OnlyInstances.Where(Holds);

    public void Settle()
    {
        var assignments = new List<RoleAssignment>();
        var active = new List<RoleAssignmentInstance>();
        foreach (var (assignment, instance) in lists.Pairs.Where(pair => Holds(pair.Instance)))
        {
            assignments.Add(assignment);
            active.Add(instance);
        }

        CountAndMark();
        var seen = again.Where(one => one.Assignments.Failure is null && one.Active.Failure is null).ToList();
        var seenAgain = seen.Select(one => one.Principal).ToHashSet();
        assignments.AddRange(lists.OnlyAssignments.Where(row => !seenAgain.Contains(row.PrincipalId)));
        active.AddRange(UnpairedInstances.Where(row => !seenAgain.Contains(row.PrincipalId)));
        Confirm(
            AssignmentLists.Compare(
                [.. seen.SelectMany(one => one.Assignments.Rows)],
                [.. seen.SelectMany(one => one.Active.Rows)]
            ),
            assignments,
            active
        );
        Note(assignments, active);
        Replace(assignments, active);
        if (run.OriginUntold is { } untold)
            foreach (var row in run.Rows.ActiveAssignments.Where(row => row.Type is AssignmentType.Activated))
                run.Ledger[SnapshotParts.ActiveAssignments].Gap(row.PrincipalId.ToString("D"), untold);
    }

    /// <summary>Rows of a principal who could not be read again are kept, and the list that is not sure of him says so.</summary>
    private void CountAndMark()
    {
        foreach (var one in again)
        foreach (var read in new GraphRead[] { one.Assignments, one.Active })
        {
            var meter = run.Ledger[read.Question.Part];
            meter.Count(read);
            if (read.Failure is { } failure)
                meter.Gap(
                    one.Principal.ToString("D"),
                    failure with
                    {
                        Detail =
                            "A role assignment stands in one list only and could not be read again. " + failure.Detail,
                    }
                );
        }
    }

    private void Confirm(AssignmentLists fresh, List<RoleAssignment> assignments, List<RoleAssignmentInstance> active)
    {
        var open = lists.OnlyAssignments.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var lone = UnpairedInstances.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);

        foreach (var (assignment, instance) in fresh.Pairs)
            if ((open.Contains(assignment.Id) || lone.Contains(instance.Id)) && Holds(instance))
            {
                assignments.Add(assignment);
                active.Add(instance);
            }

        assignments.AddRange(fresh.OnlyAssignments.Where(row => open.Contains(row.Id)));
        active.AddRange(fresh.OnlyInstances.Where(row => lone.Contains(row.Id)));
    }

    private void Note(List<RoleAssignment> assignments, List<RoleAssignmentInstance> active)
    {
        var gone =
            lists
                .OnlyAssignments.ExceptBy(assignments.Select(row => row.Id), row => row.Id, StringComparer.Ordinal)
                .Count()
            + UnpairedInstances.ExceptBy(active.Select(row => row.Id), row => row.Id, StringComparer.Ordinal).Count();
        if (gone > 0)
            run.Ledger.Notes.Add(
                $"{Say.Count(gone, "role assignment")} stood in one list only and did not hold when {(gone == 1 ? "it was" : "they were")} read again."
            );
    }

    private void Replace(List<RoleAssignment> assignments, List<RoleAssignmentInstance> active)
    {
        var ended = lists.Pairs.Count(pair => !Holds(pair.Instance));
        run.Ledger[SnapshotParts.RoleAssignments].Dropped += ended;
        run.Ledger[SnapshotParts.ActiveAssignments].Dropped +=
            ended + lists.OnlyInstances.Count(instance => !Holds(instance));

        run.Rows.RoleAssignments.Clear();
        run.Rows.RoleAssignments.AddRange(assignments.DistinctBy(row => row.Id, StringComparer.Ordinal));
        run.Rows.ActiveAssignments.Clear();
        run.Rows.ActiveAssignments.AddRange(active.DistinctBy(row => row.Id, StringComparer.Ordinal));
    }

    private IEnumerable<Guid> Principals() =>
        lists
            .OnlyAssignments.Select(row => row.PrincipalId)
            .Concat(UnpairedInstances.Select(row => row.PrincipalId))
            .Distinct()
            .Order();

    private ListRead<RoleAssignmentRow, RoleAssignment> Assignments(Guid principal) =>
        run.Tenant.RoleAssignments(Filter(principal));

    private ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> Active(Guid principal) =>
        run.Tenant.ActiveAssignments(run.TellsOrigin, Filter(principal));

    private static string Filter(Guid principal) => $"principalId eq '{principal:D}'";

    private bool Holds(RoleAssignmentInstance row) => Validity.HoldsAt(run.TakenAt, row.StartsAt, row.EndsAt);
}
