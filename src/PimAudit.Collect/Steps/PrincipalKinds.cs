using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Finds out which ids are users, groups or service principals.</summary>
internal static class PrincipalKinds
{
    private static readonly ReadFailure Strange = ReadFailure.Malformed(
        "The directory has the object, and Graph names a type for it that this version does not know."
    );

    public static async Task ResolveAsync(CollectionRun run, CancellationToken cancellation)
    {
        foreach (var ids in run.Pool.Unasked.Chunk(PrincipalReads.MostKinds))
        {
            var read = run.Principals.Kinds(ids);
            await run.Reader.ReadAsync(read, cancellation);
            run.Ledger[SnapshotParts.Principals].Count(read);
            if (read.Failure is { } failure)
                await ResolveByListsAsync(run, ids, failure, areThere: false, cancellation);
            else
                await TellAsync(run, ids, read.Rows, cancellation);
        }
    }

    /// <summary>A type that this version does not know may be a subtype: the list that has the object tells what it is.</summary>
    private static async Task TellAsync(
        CollectionRun run,
        Guid[] ids,
        IReadOnlyList<DirectoryObjectRow> rows,
        CancellationToken cancellation
    )
    {
        var strange = rows.Where(row => !IsPrincipal(row.Kind)).Select(row => row.Id).Intersect(ids).ToArray();
        Tell(run, ids.Except(strange), rows.Select(row => (row.Id, row.Kind)));
        await ResolveByListsAsync(run, strange, Strange, areThere: true, cancellation);
    }

    private static bool IsPrincipal(ObjectKind kind) =>
        kind is ObjectKind.User or ObjectKind.Group or ObjectKind.ServicePrincipal;

    private static void Tell(CollectionRun run, IEnumerable<Guid> ids, IEnumerable<(Guid Id, ObjectKind Kind)> told)
    {
        var kinds = told.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Kind);
        foreach (var id in ids)
            if (kinds.TryGetValue(id, out var kind))
                run.Pool.Touch(id, kind);
            else
                run.Pool.MarkAbsent(id);
    }

    /// <summary>Every kind is asked for every id. An id is absent only where all three answered.</summary>
    /// <param name="failure">Why <c>getByIds</c> did not tell.</param>
    /// <param name="areThere">The directory has them all, so none is absent.</param>
    private static async Task ResolveByListsAsync(
        CollectionRun run,
        Guid[] ids,
        ReadFailure failure,
        bool areThere,
        CancellationToken cancellation
    )
    {
        var asked = ids.Chunk(PrincipalReads.MostDetails)
            .Select(some =>
                (
                    Ids: some,
                    Users: run.Principals.Users(some),
                    Groups: run.Principals.Groups(some),
                    Others: run.Principals.ServicePrincipals(some)
                )
            )
            .ToList();
        await run.Reader.ReadBatchedAsync(
            asked.SelectMany(one => new GraphRead[] { one.Users, one.Groups, one.Others }),
            cancellation
        );

        if (asked.Exists(one => (one.Users.Failure ?? one.Groups.Failure ?? one.Others.Failure) is not null))
            Note(run, failure);
        foreach (var (some, users, groups, others) in asked)
        {
            foreach (var read in new GraphRead[] { users, groups, others })
                run.Ledger[SnapshotParts.Principals].Count(read);
            var told = users
                .Rows.Select(user => (user.Id, ObjectKind.User))
                .Concat(groups.Rows.Select(group => (group.Id, ObjectKind.Group)))
                .Concat(others.Rows.Select(other => (other.Id, ObjectKind.ServicePrincipal)))
                .ToList();
            Settle(run, some, told, users.Failure ?? groups.Failure ?? others.Failure ?? (areThere ? failure : null));
        }
    }

    private static void Note(CollectionRun run, ReadFailure failure)
    {
        var note =
            $"Kinds of principals had to be found by asking users, groups and service principals, not all of whom could be read. {failure.Detail}";
        if (!run.Ledger.Notes.Contains(note, StringComparer.Ordinal))
            run.Ledger.Notes.Add(note);
    }

    private static void Settle(
        CollectionRun run,
        Guid[] ids,
        List<(Guid Id, ObjectKind Kind)> told,
        ReadFailure? failure
    )
    {
        var known = told.Select(one => one.Id).ToHashSet();
        Tell(run, failure is null ? ids : ids.Where(known.Contains), told);
        if (failure is null)
            return;

        foreach (var id in ids.Where(id => !known.Contains(id)))
        {
            run.Pool.MarkUntold(id);
            run.Ledger[SnapshotParts.Principals].Gap(id.ToString("D"), failure);
        }
    }
}
