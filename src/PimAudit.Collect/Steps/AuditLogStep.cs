using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>
/// What PIM wrote into the audit log, in stretches of time, oldest first: long ones where little happened and short ones where
/// much did, so that each is a few pages, and an interrupted run goes on behind the last whole one.
/// </summary>
internal sealed class AuditLogStep(int aim = 20_000, int most = 60_000) : ICollectionStep
{
    private static readonly TimeSpan FirstStretch = TimeSpan.FromHours(6);
    private static readonly TimeSpan ShortestStretch = TimeSpan.FromSeconds(1);
    private const double MostGrowth = 120;
    private const double Shrink = 8;

    public string Says => "Reading the audit log of PIM";

    public async Task CollectAsync(CollectionRun run, CancellationToken cancellation)
    {
        var meter = run.Ledger[SnapshotParts.AuditEvents];
        if (run.Options.Scope.Audit is not { } window)
        {
            meter.Fail(ReadFailure.SwitchedOff("audit"));
            return;
        }

        foreach (var slice in run.Events.Slices)
            meter.CountEarlier(slice.Pages, slice.Bytes);
        var since = run.TakenAt - window;
        var stretch = run.Events.Last is { } last ? Next(last.Until - last.From, last.Rows) : FirstStretch;
        var from = run.Events.Last?.Until ?? since;
        while (from < run.TakenAt)
        {
            run.Reader.Board.Measure(Days(from - since), Days(window), "days");
            var until = run.TakenAt - from > stretch ? from + stretch : run.TakenAt;
            var isShortest = until - from <= ShortestStretch;
            var read = run.Audit.Between(from, until, isShortest ? int.MaxValue : most);
            await run.Reader.ReadFreshAsync(read, cancellation);
            if (read.Failure is { } failure)
            {
                meter.Count(read);
                meter.Fail(failure);
                return;
            }

            if (read.RowCount > most && !isShortest)
            {
                stretch = TimeSpan.FromTicks(Math.Max(ShortestStretch.Ticks, (long)((until - from).Ticks / Shrink)));
                continue;
            }

            meter.Count(read);
            Keep(run, read, from, until);
            stretch = Next(until - from, read.RowCount);
            from = until;
        }

        run.Rows.EventsSince = since;
    }

    private static void Keep(
        CollectionRun run,
        ListRead<AuditRow, PimEvent> read,
        DateTimeOffset from,
        DateTimeOffset until
    )
    {
        var rows = read
            .Rows.DistinctBy(row => row.Id, StringComparer.Ordinal)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id, StringComparer.Ordinal)
            .ToList();
        run.Events.Add(new(from, until, rows.Count, read.Pages, read.Bytes, Length: 0), rows);
    }

    private static int Days(TimeSpan time) => (int)Math.Ceiling(time.TotalDays);

    /// <summary>As long as it would take for the wanted number of events at the pace of the last stretch.</summary>
    private TimeSpan Next(TimeSpan stretch, int rows)
    {
        var growth = Math.Clamp((double)aim / Math.Max(1, rows), 1 / Shrink, MostGrowth);
        return TimeSpan.FromTicks(Math.Max(ShortestStretch.Ticks, (long)(stretch.Ticks * growth)));
    }
}
