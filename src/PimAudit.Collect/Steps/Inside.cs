using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Who is in which group now, or may be, at any depth.</summary>
internal static class Inside
{
    /// <summary>The principals of each group.</summary>
    /// <param name="sides">Members, owners or both.</param>
    public static ILookup<Guid, Guid> Of(CollectionRun run, params GroupAccess[] sides) =>
        run
            .Rows.Memberships.Select(row => (row.GroupId, row.PrincipalId, row.Access))
            .Concat(run.Rows.GroupAssignments.Select(row => (row.GroupId, row.PrincipalId, row.Access)))
            .Concat(run.Rows.GroupEligibilities.Select(row => (row.GroupId, row.PrincipalId, row.Access)))
            .Where(row => sides.Contains(row.Access))
            .ToLookup(row => row.GroupId, row => row.PrincipalId);

    /// <summary>The principals themselves and all who are in them.</summary>
    public static HashSet<Guid> Reach(ILookup<Guid, Guid> inside, IEnumerable<Guid> principals)
    {
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>(principals);
        while (open.TryDequeue(out var id))
            if (seen.Add(id))
                foreach (var member in inside[id])
                    open.Enqueue(member);
        return seen;
    }
}
