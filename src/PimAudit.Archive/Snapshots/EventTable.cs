using PimAudit.Model;

namespace PimAudit.Archive;

/// <summary>The audit events: written and checked one by one, because a large tenant has millions.</summary>
internal sealed class EventTable() : SnapshotTable("events.ndjson")
{
    public override Task<int> WriteAsync(TenantSnapshot snapshot, Stream stream, CancellationToken cancellation)
    {
        var buffered = new BufferedStream(stream, 64 << 10);
        var rows = 0;
        foreach (var row in snapshot.Events)
        {
            cancellation.ThrowIfCancellationRequested();
            EventFile.Append(buffered, row);
            rows++;
        }

        buffered.Flush();
        return Task.FromResult(rows);
    }

    public override async Task<(TenantSnapshot Snapshot, int Rows)> ReadAsync(
        TenantSnapshot snapshot,
        SnapshotStream stream,
        CancellationToken cancellation
    )
    {
        var rows = 0;
        await foreach (var line in BoundedLines.ReadAsync(stream.Now, cancellation))
        {
            EventRows.Row(line.Span);
            rows++;
        }

        return (snapshot with { Events = rows == 0 ? [] : new EventRows(stream.Again) }, rows);
    }
}
