using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Details of principals of one kind, fifteen a request.</summary>
internal sealed class PrincipalDetails<TRow, TModel>(
    CollectionRun run,
    IEnumerable<Guid> ids,
    Func<IEnumerable<Guid>, ListRead<TRow, TModel>> ask
)
{
    private readonly List<(Guid[] Ids, ListRead<TRow, TModel> Read)> asked =
    [
        .. ids.Chunk(PrincipalReads.MostDetails).Select(some => (some, ask(some))),
    ];

    public IEnumerable<GraphRead> Reads => asked.Select(one => one.Read);

    /// <summary>Who is left out of an answer is no longer in the directory.</summary>
    public void Settle(List<TModel> rows, Func<TModel, Guid> idOf)
    {
        var meter = run.Ledger[SnapshotParts.Principals];
        foreach (var (some, read) in asked)
        {
            meter.Count(read);
            if (read.Failure is { } failure)
            {
                foreach (var id in some)
                    meter.Gap(id.ToString("D"), failure);
                continue;
            }

            meter.Answer();
            rows.AddRange(read.Rows);
            foreach (var id in some.Except(read.Rows.Select(idOf)))
                run.Pool.MarkAbsent(id);
        }
    }
}
